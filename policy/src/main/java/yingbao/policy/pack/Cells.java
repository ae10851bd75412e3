package yingbao.policy.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.CitizenId;
import yingbao.policy.value.Money;
import yingbao.policy.value.ValueException;

/**
 * What people write into the cells of a register, and what it means.
 *
 * <p>Full-width forms, surrounding blanks, invisible characters and a leading apostrophe never matter. An empty cell
 * and the words for "not known" are the absence of a value, which is never the same as no or zero. Whatever could
 * mean two things is refused, and the refusal's code says why.
 */
public final class Cells {
    /** How many characters a text may have. */
    public static final int TEXT_LENGTH_MAX = 500;

    private static final int CODES_SHOWN_MAX = 12;
    private static final int LOST_DIGITS_LENGTH = 18;
    private static final String LOST_DIGITS = "000";
    private static final Set<String> UNKNOWN = Set.of("?", "??", "???", "不详", "未知");
    private static final Set<String> DASHES = Set.of("-", "--", "–", "—", "——", "/", "\\");
    private static final Set<String> YES = Set.of("是", "有", "y", "yes", "true", "1", "√", "✓", "✔");
    private static final Set<String> NO = Set.of("否", "无", "n", "no", "false", "0", "×", "✗", "✘");
    private static final Set<String> SPREADSHEET_ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:\\.\\d++)?[eE]\\+?\\d++");
    private static final Pattern COUNT = Pattern.compile(
            "(?<minus>-)?(?<whole>\\d{1,3}(?:,\\d{3})++|\\d++)(?:\\.(?<decimals>\\d++))?(?<word>(?:[^\\d.,].*+)?)");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\-‐‑–—]");
    private static final int COUNT_DIGITS_MAX = 15;

    private Cells() {}

    /**
     * The value that a cell states of a fact: fen, counts and days since 1970-01-01 as whole numbers, flags, and
     * texts. Codes are given as the code list writes them, areas with twelve digits, citizen numbers with eighteen
     * characters.
     *
     * @return empty where the cell is blank or says that it is not known
     * @throws ValueException with a code of the value's own package, or {@code cell.…} and arguments as {@code
     *     register/messages_en.properties} uses them; never with a whole citizen number
     */
    public static Optional<Value> parse(Fact fact, String text) {
        String plain = CellText.plain(text);
        if (isUnknown(plain)) {
            return Optional.empty();
        }
        if (SPREADSHEET_ERRORS.contains(plain.toUpperCase(Locale.ROOT)) || plain.startsWith("=")) {
            throw new ValueException("cell.formula");
        }
        if (fact.kind() != Fact.Kind.TEXT && DASHES.contains(plain)) {
            throw new ValueException("cell.dash");
        }
        return Optional.of(
                switch (fact.kind()) {
                    case MONEY -> new Value.Whole(money(plain));
                    case COUNT -> new Value.Whole(count(plain, fact.symbol().unit()));
                    case FLAG -> flag(plain);
                    case CODE -> new Value.Text(code(plain, fact.symbol().codes()));
                    case DATE -> new Value.Whole(CellDates.parse(plain).toEpochDay());
                    case TEXT -> new Value.Text(text(CellText.trimmed(text)));
                    case AREA -> new Value.Text(area(plain));
                    case CITIZEN_ID -> new Value.Text(citizenId(plain));
                });
    }

    /** The plainest text of a value, which {@link #parse} reads back; empty for a value that is not known. */
    public static String write(Fact fact, Value value) {
        return switch (value) {
            case Value.Whole(long whole) ->
                switch (fact.kind()) {
                    case MONEY -> Money.ofFen(whole).yuan();
                    case DATE -> LocalDate.ofEpochDay(whole).toString();
                    case COUNT, FLAG, CODE, TEXT, AREA, CITIZEN_ID -> Long.toString(whole);
                };
            case Value.Flag(boolean yes) -> yes ? "是" : "否";
            case Value.Text(String text) -> fact.symbol().codes().getOrDefault(text, text);
            case Value.Fraction(var fraction) -> fraction.toString();
            case Value.Unknown _, Value.Failure _ -> "";
        };
    }

    /**
     * An id of a household or a person as the register gives it, without what is only typography.
     *
     * @return empty where the cell is blank
     * @throws ValueException {@code cell.number-destroyed} when a spreadsheet has rounded it
     */
    public static String id(String text) {
        String plain = CellText.plain(text);
        refuseScientific(plain);
        if (SPREADSHEET_ERRORS.contains(plain) || plain.startsWith("=")) {
            throw new ValueException("cell.formula");
        }
        return text(plain);
    }

    private static boolean isUnknown(String plain) {
        return plain.isEmpty() || UNKNOWN.contains(plain);
    }

    private static long money(String plain) {
        Money money = Money.ofYuan(plain.startsWith("¥") ? plain.substring(1) : plain);
        if (money.isNegative()) {
            throw new ValueException("cell.negative");
        }
        return money.fen();
    }

    private static long count(String plain, Unit unit) {
        Matcher count = COUNT.matcher(plain);
        if (!count.matches()) {
            throw new ValueException("cell.count");
        }
        if (count.start("minus") >= 0) {
            throw new ValueException("cell.negative");
        }
        String word = count.group("word").strip();
        if (!word.isEmpty() && !measureWords(unit).contains(word)) {
            throw new ValueException("cell.count-unit", word);
        }
        if (count.start("decimals") >= 0 && !count.group("decimals").matches("0+")) {
            throw new ValueException("cell.count-fraction");
        }
        String digits = count.group("whole").replace(",", "");
        if (digits.length() > COUNT_DIGITS_MAX) {
            throw new ValueException("cell.count-range");
        }
        return Long.parseLong(digits);
    }

    /** What people write after a number of such things; a word for other things shows a number in the wrong column. */
    private static Set<String> measureWords(Unit unit) {
        if (unit.exponents().size() != 1) {
            return Set.of();
        }
        return switch (unit.exponents().keySet().iterator().next()) {
            case PERSON -> Set.of("人", "口", "口人", "个人", "名", "位");
            case MONTH -> Set.of("月", "个月");
            case YEAR -> Set.of("年", "岁", "周岁");
            case DAY -> Set.of("天", "日");
            case WORKING_DAY -> Set.of("工作日", "个工作日");
            case PERCENT -> Set.of("%");
            case SQUARE_METRE -> Set.of("平方米", "平米", "m2");
            case PIECE -> Set.of("个", "辆", "套", "处", "间", "台", "件", "部", "张", "份");
            case FEN, DATE -> Set.of();
        };
    }

    private static Value flag(String plain) {
        String word = plain.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Value.Flag.TRUE;
        }
        if (NO.contains(word)) {
            return Value.Flag.FALSE;
        }
        throw new ValueException("cell.flag");
    }

    private static String code(String plain, Map<String, String> codes) {
        if (codes.containsKey(plain)) {
            return plain;
        }
        List<String> meant = new ArrayList<>();
        codes.forEach((code, label) -> {
            boolean same = code.equalsIgnoreCase(plain) || CellText.plain(label).equalsIgnoreCase(plain);
            if (same || isWithoutLeadingZeros(plain, code)) {
                meant.add(code);
            }
        });
        return switch (meant.size()) {
            case 1 -> meant.getFirst();
            case 0 -> throw new ValueException("cell.code", shown(codes));
            default -> throw new ValueException("cell.code-ambiguous", String.join(" ", meant));
        };
    }

    private static boolean isWithoutLeadingZeros(String plain, String code) {
        int zeros = code.length() - plain.length();
        return zeros > 0
                && code.endsWith(plain)
                && code.chars().allMatch(character -> character >= '0' && character <= '9')
                && code.chars().limit(zeros).allMatch(character -> character == '0');
    }

    private static String shown(Map<String, String> codes) {
        StringJoiner shown = new StringJoiner(" ");
        codes.entrySet().stream()
                .limit(CODES_SHOWN_MAX)
                .forEach(entry -> shown.add(entry.getKey() + "=" + entry.getValue()));
        return codes.size() > CODES_SHOWN_MAX ? shown + " …" : shown.toString();
    }

    private static String text(String trimmed) {
        if (trimmed.length() > TEXT_LENGTH_MAX) {
            throw new ValueException("cell.text-length", TEXT_LENGTH_MAX, trimmed.length());
        }
        return trimmed;
    }

    private static String area(String plain) {
        refuseScientific(plain);
        return AreaCode.parse(plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain)
                .digits();
    }

    private static String citizenId(String plain) {
        refuseScientific(plain);
        String number = BETWEEN_DIGITS.matcher(plain).replaceAll("");
        try {
            return CitizenId.parse(number).value();
        } catch (ValueException refusal) {
            // A spreadsheet keeps fifteen digits of a number and writes zeros for the rest.
            if (number.length() == LOST_DIGITS_LENGTH && number.endsWith(LOST_DIGITS)) {
                throw new ValueException("cell.number-destroyed");
            }
            throw refusal;
        }
    }

    private static void refuseScientific(String plain) {
        if (SCIENTIFIC.matcher(plain).matches()) {
            throw new ValueException("cell.number-destroyed");
        }
    }
}
