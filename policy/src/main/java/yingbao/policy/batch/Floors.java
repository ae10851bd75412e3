package yingbao.policy.batch;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yingbao.policy.decide.Mandates;
import yingbao.policy.expr.Expr;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Mandate;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Ratio;

/** What the mandates ask of a parameter in an area, year by year; nothing for a year of which that is not known. */
record Floors(List<Optional<Long>> byYear) {
    /** Standards are published in whole yuan. */
    private static final long YUAN = 100;

    static LocalDate endOf(int year) {
        return LocalDate.of(year, Month.DECEMBER, 31);
    }

    static Floors of(Pack pack, Parameter parameter, AreaCode code, int firstYear, int lastYear) {
        Mandates mandates = new Mandates(pack);
        List<Optional<Long>> floors = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            Optional<Long> floor = Optional.empty();
            Optional<Area> area = pack.areas().resolve(code, endOf(year));
            for (Mandate mandate : pack.mandates()) {
                if (area.isPresent()
                        && speaksOf(mandate, parameter, pack)
                        && mandates.demands(mandate, area.get(), year)) {
                    Optional<Long> least = mandates.measure(mandate, area.get(), year)
                            .least()
                            .map(value -> inYuan(value, mandate.relation() == Expr.Relation.GREATER));
                    floor = larger(floor, least);
                }
            }
            floors.add(floor);
        }
        return new Floors(floors);
    }

    /** Whether it is this parameter itself, as it is now, that a mandate sets a floor to. */
    private static boolean speaksOf(Mandate mandate, Parameter parameter, Pack pack) {
        return mandate.relation() != Expr.Relation.EQUAL
                && mandate.value() instanceof Expr.ParameterRef measured
                && measured.moment() == Expr.Moment.NOW
                && pack.parameters()
                        .get(measured.slot())
                        .symbol()
                        .name()
                        .equals(parameter.symbol().name());
    }

    private static Optional<Long> larger(Optional<Long> one, Optional<Long> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return Optional.of(Math.max(one.get(), other.get()));
    }

    /** The least whole yuan that keep a demand. */
    private static long inYuan(Ratio fen, boolean strictly) {
        BigInteger unit = fen.denominator().multiply(BigInteger.valueOf(YUAN));
        BigInteger[] parts = fen.numerator().divideAndRemainder(unit);
        boolean reached = parts[1].signum() == 0 && !strictly;
        return Math.multiplyExact(parts[0].longValueExact() + (reached ? 0 : 1), YUAN);
    }

    /** The first that is known. */
    Optional<Long> first() {
        return byYear.stream().flatMap(Optional::stream).findFirst();
    }

    /** From a value of the year before, a value for each year: as even as the floors allow. */
    List<Long> path(long start) {
        List<Long> values = new ArrayList<>();
        long value = start;
        for (int year = 0; year < byYear.size(); year++) {
            long next = value;
            for (int later = year; later < byYear.size(); later++) {
                Optional<Long> floor = byYear.get(later);
                if (floor.isPresent() && floor.get() > value) {
                    long step = Math.ceilDiv(floor.get() - value, (later - year + 1L) * YUAN) * YUAN;
                    next = Math.max(next, Math.min(value + step, floor.get()));
                }
            }
            value = next;
            values.add(value);
        }
        return values;
    }
}
