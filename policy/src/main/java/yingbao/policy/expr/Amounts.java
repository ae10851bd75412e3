package yingbao.policy.expr;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import yingbao.policy.value.Money;
import yingbao.policy.value.Ratio;

/** Values as people read them: money in yuan with its period, dates in words, codes by their meaning. */
final class Amounts {
    private static final int DECIMALS_SHOWN = 4;

    private Amounts() {}

    static String text(Value value, Unit unit, Map<String, String> codes) {
        return switch (value) {
            case Value.Whole(long whole) -> whole(whole, unit);
            case Value.Fraction(Ratio ratio) -> fraction(ratio, unit);
            case Value.Flag(boolean flag) -> flag ? "是" : "否";
            case Value.Text(String text) -> codes.getOrDefault(text, text);
            case Value.Unknown _ -> "未知";
            case Value.Failure _ -> "无法计算（数太大、除数为零，或者值本身有误）";
        };
    }

    private static String whole(long whole, Unit unit) {
        if (unit.isMoney()) {
            return Money.ofFen(whole) + unit.label();
        }
        if (unit.equals(Unit.DATE)) {
            LocalDate date = LocalDate.ofEpochDay(whole);
            return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        }
        return whole + unit.label();
    }

    private static String fraction(Ratio ratio, Unit unit) {
        BigDecimal divisor = new BigDecimal(ratio.denominator());
        BigDecimal scaled = new BigDecimal(ratio.numerator());
        if (unit.isMoney()) {
            divisor = divisor.multiply(BigDecimal.valueOf(100));
        }
        return "约"
                + scaled.divide(divisor, DECIMALS_SHOWN, RoundingMode.HALF_UP).toPlainString() + unit.label();
    }
}
