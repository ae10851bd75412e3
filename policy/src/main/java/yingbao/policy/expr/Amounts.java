package yingbao.policy.expr;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import yingbao.policy.value.Language;
import yingbao.policy.value.Money;
import yingbao.policy.value.Ratio;

/** Values as people read them: money in yuan with its period, dates in words, codes by their meaning. */
final class Amounts {
    private static final int DECIMALS_SHOWN = 4;
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Amounts() {}

    static String text(Language language, Value value, Unit unit, Map<String, String> codes) {
        Phrases phrases = Phrases.in(language);
        return switch (value) {
            case Value.Whole(long whole) -> whole(language, whole, unit);
            case Value.Fraction(Ratio ratio) -> fraction(language, ratio, unit);
            case Value.Flag(boolean flag) -> phrases.say(flag ? "yes" : "no");
            case Value.Text(String text) -> codes.getOrDefault(text, text);
            case Value.Unknown _ -> phrases.say("unknown");
            case Value.Failure _ -> phrases.say("failure");
        };
    }

    private static String whole(Language language, long whole, Unit unit) {
        if (unit.equals(Unit.DATE)) {
            LocalDate date = LocalDate.ofEpochDay(whole);
            return switch (language) {
                case CHINESE -> date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
                case ENGLISH -> ENGLISH_DAY.format(date);
            };
        }
        String number = unit.isMoney() ? Money.ofFen(whole).toString() : Long.toString(whole);
        return counted(language, number, unit, whole != 1);
    }

    private static String counted(Language language, String number, Unit unit, boolean many) {
        String label = unit.label(language, many);
        boolean apart = !label.isEmpty() && Character.isLetter(label.charAt(0));
        return apart ? Phrases.in(language).say("number", number, label) : number + label;
    }

    private static String fraction(Language language, Ratio ratio, Unit unit) {
        BigDecimal divisor = new BigDecimal(ratio.denominator());
        BigDecimal scaled = new BigDecimal(ratio.numerator());
        if (unit.isMoney()) {
            divisor = divisor.multiply(BigDecimal.valueOf(100));
        }
        String number =
                scaled.divide(divisor, DECIMALS_SHOWN, RoundingMode.HALF_UP).toPlainString();
        return Phrases.in(language).say("about", counted(language, number, unit, true));
    }
}
