package yingbao.platform.trials;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yingbao.platform.drafts.DraftId;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.batch.Change;
import yingbao.policy.expr.Unit;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Money;
import yingbao.policy.value.ValueException;

/**
 * What is asked of a trial.
 *
 * @param areaCode whom it looks at; empty for all that the caller sees
 * @param from the first month; the answer at once is that of the first month of the changes
 * @param to the last month
 * @param path id of a path of the pack that is tried, with the standard where it began as what holds before; empty for none
 * @param changes what is changed, one after the other
 * @param texts other texts of files in which programmes stand
 * @param draft whose files are tried, as they stand when it is asked; a draft's rules are written in the draft, so there are no
 *     texts beside it
 */
public record Asked(
        @NotNull @Size(max = 12) String areaCode,
        @NotNull YearMonth from,
        @NotNull YearMonth to,
        @NotNull @Size(max = 80) String path,
        @NotNull @Valid @Size(max = 12) List<AskedChange> changes,
        @NotNull @Valid @Size(max = 4) List<AskedText> texts,
        Optional<DraftId> draft) {
    static final YearMonth LAST = YearMonth.of(2060, 12);
    static final int MONTHS_MAX = 120;
    private static final YearMonth FIRST = YearMonth.of(2014, 1);
    private static final int BASIS_POINTS_A_PERCENT = 100;
    private static final int PERCENT_MAX = 1_000;
    private static final int PERCENT_LEAST = -90;

    /** How a value is changed. */
    public enum How {
        /** To an amount in yuan, or a whole number. */
        SET,
        /** By so many per cent, in whole numbers. */
        RAISE,
        /** To so many per cent of another parameter. */
        SHARE
    }

    /**
     * One change.
     *
     * @param areaCode for whom
     * @param of the other parameter of a share; empty otherwise
     */
    public record AskedChange(
            @NotNull @Size(max = 80) String parameter,
            @NotNull @Size(max = 12) String areaCode,
            @NotNull YearMonth from,
            Optional<YearMonth> to,
            @NotNull How how,
            @NotNull @Size(max = 20) String value,
            @NotNull @Size(max = 80) String of) {}

    /**
     * Another text of a file of the pack.
     *
     * @param path of the file in which a programme stands
     */
    public record AskedText(
            @NotNull @Size(max = 120) @Pattern(regexp = "programmes/[a-z0-9-]+\\.yaml")
            String path,

            @NotNull @Size(max = 20_000) String text) {}

    /** @throws Refusal for months that do not follow each other, or too many of them, and for texts beside a draft */
    void examine() {
        if (draft.isPresent() && !texts.isEmpty()) {
            throw Refusal.at("/texts", "trials.draft-texts");
        }
        if (from.isBefore(FIRST)
                || to.isAfter(LAST)
                || to.isBefore(from)
                || from.plusMonths(MONTHS_MAX).isBefore(to)) {
            throw Refusal.at("/to", "trials.months", FIRST, LAST, MONTHS_MAX);
        }
    }

    /**
     * The changes, of what is tried.
     *
     * @throws Refusal for a parameter, an amount or a month that cannot be
     */
    List<Change> changes(Pack pack, AreaCode everywhere) {
        List<Change> all = new ArrayList<>(path(pack, everywhere, true));
        for (int place = 0; place < changes.size(); place++) {
            all.add(change(changes.get(place), "/changes/" + place, pack));
        }
        return all;
    }

    /** What is held against it, where that is not what holds now. */
    List<Change> changesBefore(Pack pack, AreaCode everywhere) {
        return path(pack, everywhere, false);
    }

    private List<Change> path(Pack pack, AreaCode everywhere, boolean after) {
        if (path.isEmpty()) {
            return List.of();
        }
        return pack.paths().stream()
                .filter(known -> known.id().equals(path))
                .findFirst()
                .map(known -> List.of(new Change(
                        known.parameter(),
                        everywhere,
                        YearMonth.of(known.firstYear(), 1).atDay(1),
                        Optional.of(YearMonth.of(known.lastYear(), 12).atEndOfMonth()),
                        after
                                ? new Change.How.Path(known.firstYear(), known.lastYear())
                                : new Change.How.AsAtEndOf(known.firstYear() - 1))))
                .orElseThrow(() -> Refusal.at("/path", "trials.path-unknown", path));
    }

    private static Change change(AskedChange asked, String pointer, Pack pack) {
        Parameter parameter = parameter(pack, asked.parameter(), pointer + "/parameter");
        if (asked.to().filter(last -> last.isBefore(asked.from())).isPresent()) {
            throw Refusal.at(
                    pointer + "/to", "trials.order", asked.from(), asked.to().orElseThrow());
        }
        Change.How how = switch (asked.how()) {
            case SET ->
                new Change.How.To(amount(asked.value(), parameter.symbol().unit(), pointer));
            case RAISE -> new Change.How.By(percent(asked.value(), pointer) * BASIS_POINTS_A_PERCENT);
            case SHARE ->
                new Change.How.Share(
                        parameter(pack, asked.of(), pointer + "/of").symbol().name(),
                        Math.max(0, percent(asked.value(), pointer)));
        };
        return new Change(
                parameter.symbol().name(),
                area(asked.areaCode(), pointer + "/areaCode"),
                asked.from().atDay(1),
                asked.to().map(YearMonth::atEndOfMonth),
                how);
    }

    private static Parameter parameter(Pack pack, String name, String pointer) {
        return pack.parameter(name).orElseThrow(() -> Refusal.at(pointer, "trials.parameter-unknown", name));
    }

    private static AreaCode area(String typed, String pointer) {
        try {
            return AreaCode.parse(typed);
        } catch (ValueException noArea) {
            throw Refusal.at(pointer, noArea.code(), noArea.args().toArray());
        }
    }

    private static long amount(String typed, Unit unit, String pointer) {
        if (!unit.isMoney()) {
            if (!typed.strip().matches("\\d{1,6}")) {
                throw Refusal.at(pointer + "/value", "trials.number");
            }
            return Long.parseLong(typed.strip());
        }
        try {
            Money money = Money.ofYuan(typed.strip());
            if (money.isNegative() || money.fen() > 100_000_000L) {
                throw Refusal.at(pointer + "/value", "trials.amount");
            }
            return money.fen();
        } catch (ValueException notMoney) {
            throw Refusal.at(
                    pointer + "/value", notMoney.code(), notMoney.args().toArray());
        }
    }

    private static int percent(String typed, String pointer) {
        if (!typed.strip().matches("-?\\d{1,4}")) {
            throw Refusal.at(pointer + "/value", "trials.percent", PERCENT_LEAST, PERCENT_MAX);
        }
        int percent = Integer.parseInt(typed.strip());
        if (percent < PERCENT_LEAST || percent > PERCENT_MAX) {
            throw Refusal.at(pointer + "/value", "trials.percent", PERCENT_LEAST, PERCENT_MAX);
        }
        return percent;
    }

    /**
     * The month that is answered at once: the first of those asked for in which every change has begun, or the last one.
     *
     * @param drafted when all of a draft has begun
     */
    YearMonth month(Optional<YearMonth> drafted) {
        YearMonth begun = Stream.of(Stream.of(from), changes.stream().map(AskedChange::from), drafted.stream())
                .flatMap(months -> months)
                .max(YearMonth::compareTo)
                .orElse(from);
        return begun.isAfter(to) ? to : begun;
    }
}
