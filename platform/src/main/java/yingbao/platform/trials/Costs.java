package yingbao.platform.trials;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yingbao.platform.programmes.FundShares;
import yingbao.policy.batch.Comparison;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;

/** What some months cost before and after, by county and by the levels of government that pay. */
final class Costs {
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final BigInteger YEAR = BigInteger.valueOf(12);

    private final Map<AreaCode, Cost> byArea = new LinkedHashMap<>();
    private final Map<String, Cost> byFund = new LinkedHashMap<>();
    private Cost all = Cost.NOTHING;

    /** Money before and after. */
    record Cost(BigInteger beforeFen, BigInteger afterFen) {
        static final Cost NOTHING = new Cost(BigInteger.ZERO, BigInteger.ZERO);

        Cost plus(Cost other) {
            return new Cost(beforeFen.add(other.beforeFen), afterFen.add(other.afterFen));
        }
    }

    /** Adds what a day's decisions cost in some months. */
    void add(Comparison comparison, Tried tried, int months) {
        comparison.byArea().forEach((area, lines) -> {
            for (int number = 0; number < lines.size(); number++) {
                Programme programme = comparison.programmes().get(number);
                Comparison.Line line = lines.get(number);
                Cost cost =
                        new Cost(over(programme, line.beforeFen(), months), over(programme, line.afterFen(), months));
                all = all.plus(cost);
                byArea.merge(area, cost, Cost::plus);
                LocalDate on = comparison.on();
                shared(tried.before(), programme, area, on, cost.beforeFen())
                        .forEach((fund, fen) -> byFund.merge(fund, new Cost(fen, BigInteger.ZERO), Cost::plus));
                shared(tried.after(), programme, area, on, cost.afterFen())
                        .forEach((fund, fen) -> byFund.merge(fund, new Cost(BigInteger.ZERO, fen), Cost::plus));
            }
        });
    }

    /** What a programme costs in some months; a payment that comes once in a life is a cost of none of them. */
    static BigInteger over(Programme programme, BigInteger fen, int months) {
        BigInteger times = fen.multiply(BigInteger.valueOf(months));
        return switch (programme.pay()) {
            case MONTHLY -> times;
            case YEARLY -> times.divide(YEAR);
            case ONCE -> BigInteger.ZERO;
        };
    }

    /** Each level's part; the whole under an empty id where its shares are not set. What does not divide falls to the last. */
    private static Map<String, BigInteger> shared(
            Pack pack, Programme programme, AreaCode area, LocalDate on, BigInteger fen) {
        return switch (FundShares.of(pack, programme, area, on)) {
            case FundShares.Shares.Open _ -> Map.of("", fen);
            case FundShares.Shares.Known(Map<String, Integer> shares) -> {
                Map<String, BigInteger> parts = new LinkedHashMap<>();
                BigInteger rest = fen;
                String last = "";
                for (Map.Entry<String, Integer> share : shares.entrySet()) {
                    BigInteger part =
                            fen.multiply(BigInteger.valueOf(share.getValue())).divide(WHOLE);
                    parts.put(share.getKey(), part);
                    rest = rest.subtract(part);
                    last = share.getKey();
                }
                parts.merge(last, rest, BigInteger::add);
                yield parts;
            }
        };
    }

    Cost all() {
        return all;
    }

    Cost of(AreaCode area) {
        return byArea.getOrDefault(area, Cost.NOTHING);
    }

    List<AreaCode> areas() {
        return List.copyOf(byArea.keySet());
    }

    /** By level of government, in the pack's order; at the end what nobody can say who pays. */
    List<Answer.OfFund> funds(Pack pack) {
        List<Answer.OfFund> funds = new ArrayList<>();
        pack.funds().forEach((id, label) -> {
            Cost cost = byFund.get(id);
            if (cost != null) {
                funds.add(new Answer.OfFund(id, label, cost.beforeFen(), cost.afterFen()));
            }
        });
        Cost open = byFund.getOrDefault("", Cost.NOTHING);
        if (open.beforeFen().signum() + open.afterFen().signum() > 0) {
            funds.add(new Answer.OfFund("", "", open.beforeFen(), open.afterFen()));
        }
        return funds;
    }
}
