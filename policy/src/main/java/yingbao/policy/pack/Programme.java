package yingbao.policy.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Unit;
import yingbao.policy.value.Citation;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Rounding;

/**
 * One version of an assistance programme: who is entitled, to how much, by which steps.
 *
 * @param id name that all its versions share
 * @param title how people call it
 * @param holder who is assessed
 * @param range when this version is in force
 * @param cites what it rests on
 * @param lets named intermediate values
 * @param clauses conditions, all of which must hold, in order
 * @param excludes programmes that rule this one out
 * @param stacksWith programmes that may be drawn beside it
 * @param amount what an entitled holder gets
 * @param rounding the one rounding of the amount
 * @param pay how often it is paid
 * @param payFrom from when, in words
 * @param paysFrom from when, as the first month paid is worked out
 * @param workflow id of the steps
 * @param review when a case comes back; empty where it does not
 * @param funds ids of the levels that pay
 * @param fundShares each of them to the parameter, in per cent, that says its share; empty where nothing says it
 * @param lead the office in charge
 * @param location where it is declared
 */
public record Programme(
        String id,
        String title,
        Holder holder,
        DateRange range,
        List<Citation> cites,
        List<Let> lets,
        List<Clause> clauses,
        List<Exclusion> excludes,
        List<String> stacksWith,
        Amount amount,
        Rule rounding,
        Pay pay,
        String payFrom,
        PaysFrom paysFrom,
        String workflow,
        Optional<Review> review,
        List<String> funds,
        Map<String, String> fundShares,
        String lead,
        Location location) {

    /** A named intermediate value. */
    public record Let(Symbol symbol, Expr expr) {}

    /** The amount and what it counts. */
    public record Amount(Expr expr, Unit unit, Location location) {}

    /** The stated rounding and what it rests on. */
    public record Rule(Rounding rounding, List<Citation> cites) {}

    /** How often an entitled holder is paid, and so what the amount is per. */
    public enum Pay {
        MONTHLY("每月"),
        YEARLY("每年"),
        ONCE("一次性");

        private final String label;

        Pay(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The first month that an entitled holder is paid for. */
    public enum PaysFrom {
        MONTH_OF_APPLICATION,
        MONTH_OF_DECISION,
        MONTH_AFTER_DECISION
    }

    /** A condition: one test, or a group of which one must hold. */
    public sealed interface Clause {
        String id();

        /** The condition as a question. */
        String ask();

        /** What a person is told when it does not hold. */
        Wordings refuse();

        List<Citation> cites();

        Location location();

        /** One test. */
        record Test(String id, String ask, Expr when, Wordings refuse, List<Citation> cites, Location location)
                implements Clause {}

        /** Holds when any of its parts does. */
        record AnyOf(
                String id, String ask, List<Clause> parts, Wordings refuse, List<Citation> cites, Location location)
                implements Clause {}
    }

    /** A text with values put in, such as 家庭年收入{household.income_12m}不低于{allowance}. */
    public record Wordings(List<Part> parts) {
        /** A piece of text, or a value. */
        public sealed interface Part {
            /** Words as they stand. */
            record Words(String text) implements Part {}

            /** The value of an expression. */
            record Shown(Expr expr, Unit unit) implements Part {}
        }
    }

    /**
     * Another programme that rules this one out for the same holder; the clause {@code excludes-…} tests it.
     *
     * @param programme its id
     * @param location where it is stated
     */
    public record Exclusion(String programme, Location location) {}
}
