package yingbao.policy.batch;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.DateRange;

/** The months of a trial, in pieces in which nothing that is decided by changes. */
public final class Pieces {
    private Pieces() {}

    /**
     * Some months, decided as the first of them is.
     *
     * @param on the first day of the first month
     * @param months how many
     */
    public record Piece(LocalDate on, int months) {}

    /**
     * The months in pieces. A piece begins with each year, for people grow older, and with each month in which a value or a
     * rule of one of the packs is another than in the month before.
     */
    public static List<Piece> of(YearMonth from, YearMonth to, List<Pack> packs) {
        Set<YearMonth> begins = new HashSet<>();
        for (Pack pack : packs) {
            pack.programmes().forEach(programme -> add(programme.range(), begins));
            pack.parameters()
                    .forEach(parameter -> parameter
                            .settings()
                            .values()
                            .forEach(timeline -> timeline.segments().forEach(segment -> add(segment.range(), begins))));
        }
        List<Piece> pieces = new ArrayList<>();
        YearMonth month = from;
        while (!month.isAfter(to)) {
            YearMonth end = month.plusMonths(1);
            while (!end.isAfter(to) && end.getMonth() != Month.JANUARY && !begins.contains(end)) {
                end = end.plusMonths(1);
            }
            pieces.add(new Piece(month.atDay(1), (int) month.until(end, ChronoUnit.MONTHS)));
            month = end;
        }
        return pieces;
    }

    /** The months whose first day is the first on which a range holds, or does not any more. */
    private static void add(DateRange range, Set<YearMonth> begins) {
        if (!range.from().equals(LocalDate.MIN)) {
            begins.add(month(range.from()));
        }
        if (!range.isOpenEnded()) {
            begins.add(month(range.to().plusDays(1)));
        }
    }

    private static YearMonth month(LocalDate first) {
        YearMonth month = YearMonth.from(first);
        return first.getDayOfMonth() == 1 ? month : month.plusMonths(1);
    }
}
