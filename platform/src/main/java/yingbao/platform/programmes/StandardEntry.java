package yingbao.platform.programmes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Labels;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.expr.Phrases;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Wording;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Money;
import yingbao.policy.value.Timeline.Segment;
import yingbao.policy.value.ValueException;

/**
 * A value as somebody types it in.
 *
 * @param parameter name of the parameter
 * @param areaCode the division that it is to hold for
 * @param value yuan for money, a whole number for anything else
 * @param from the first day
 * @param to the last day; empty where it holds until the next
 * @param note what else a reader must know; may be empty
 */
public record StandardEntry(
        String parameter,
        String areaCode,
        String value,
        LocalDate from,
        Optional<LocalDate> to,
        String documentTitle,
        String documentNumber,
        LocalDate documentDate,
        String note) {
    private static final long FEN_MAX = 100_000_000L;
    private static final long PERCENT_MAX = 1_000;
    private static final long NUMBER_MAX = 100_000;
    private static final LocalDate FROM_MIN = LocalDate.of(2000, 1, 1);
    private static final LocalDate FROM_MAX = LocalDate.of(2100, 12, 31);

    /** The parameter that is meant. */
    Parameter parameterIn(Pack pack) {
        return pack.parameter(parameter)
                .orElseThrow(() -> Refusal.at("/parameter", "standards.parameter-unknown", parameter));
    }

    /** The division that is meant, as it was on the first day; one of the caller's, of a level that may set the parameter. */
    AreaCode area(Parameter declared, Caller caller, Divisions divisions, Pack pack) {
        Area today = divisions.require(AreaCode.parse(areaCode));
        Area area = pack.areas().resolve(today.code(), from).orElse(today);
        if (!caller.scope().contains(area.code())) {
            throw Refusal.at("/areaCode", "standards.outside", area.name());
        }
        if (area.level().compareTo(declared.level()) > 0) {
            throw Refusal.at(
                    "/areaCode",
                    "standards.level",
                    declared.symbol().label(),
                    Phrases.in(Labels.language()).say("level-", declared.level()),
                    area.name());
        }
        return area.code();
    }

    /** The value in fen, or as the number it is. */
    long amount(Unit unit) {
        if (unit.isMoney()) {
            long fen = fen();
            if (fen <= 0 || fen > FEN_MAX) {
                throw Refusal.at("/value", "standards.amount", Money.ofFen(FEN_MAX));
            }
            return fen;
        }
        boolean percent = unit.equals(Unit.PERCENT);
        long most = percent ? PERCENT_MAX : NUMBER_MAX;
        String typed = value.strip();
        if (!typed.matches("\\d{1,6}") || Long.parseLong(typed) > most) {
            throw Refusal.at("/value", percent ? "standards.percent" : "standards.number", most);
        }
        return Long.parseLong(typed);
    }

    /** The typed yuan in fen; nothing where no amount was typed. */
    private long fen() {
        try {
            return Money.ofYuan(value.strip()).fen();
        } catch (ValueException notMoney) {
            throw Refusal.at("/value", notMoney.code(), notMoney.args().toArray());
        }
    }

    /** The days it is to hold for. */
    DateRange range() {
        if (from.isBefore(FROM_MIN) || from.isAfter(FROM_MAX)) {
            throw Refusal.at("/from", "standards.from", FROM_MIN, FROM_MAX);
        }
        if (to.filter(last -> last.isBefore(from)).isPresent()) {
            throw Refusal.at("/to", "standards.order", from, to.get());
        }
        return to.map(last -> DateRange.between(from, last)).orElse(DateRange.from(from));
    }

    LocalValue.Document document(LocalDate today) {
        if (documentDate.isAfter(today)) {
            throw Refusal.at("/documentDate", "standards.document-date", documentDate, today);
        }
        return new LocalValue.Document(documentTitle.strip(), documentNumber.strip(), documentDate);
    }

    /** Refuses a value that reaches into the days of a later one, or that somebody has already entered. */
    static void refuseOverlap(LocalValue value, Pack pack, List<LocalValue> waiting) {
        Parameter parameter = pack.parameter(value.parameter()).orElseThrow();
        Optional<Segment<Setting>> next =
                parameter.nextStated(value.area(), value.range().from());
        if (next.isPresent()
                && !value.range().isOpenEnded()
                && !value.range().to().isBefore(next.get().range().from())) {
            throw Refusal.at(
                    "/to",
                    "standards.overlap",
                    next.get().range().from(),
                    words(next.get().value(), parameter));
        }
        for (LocalValue other : waiting) {
            boolean samePlace =
                    other.parameter().equals(value.parameter()) && other.area().equals(value.area());
            if (samePlace && other.range().from().equals(value.range().from())) {
                throw Refusal.conflict("standards.waiting", other.range().from());
            }
        }
    }

    /** A setting in words; empty where nobody has set it. */
    static String words(Setting setting, Parameter parameter) {
        return switch (setting) {
            case Setting.Stated stated ->
                Wording.value(
                        Labels.language(), stated.value(), parameter.symbol().unit());
            case Setting.Unset _ -> "";
        };
    }
}
