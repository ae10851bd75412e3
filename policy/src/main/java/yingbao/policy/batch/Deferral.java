package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;

/**
 * Puts off what nothing but the amounts of one programme asks for until it is known who meets its clauses: of a province
 * those are a few, and of most villages nobody.
 */
final class Deferral {
    /** Somebody else than the amounts of one programme. */
    private static final int ANYBODY = -1;

    private final Names names;
    /** Of each vector, by index, the number of the only programme whose amounts ask for it. */
    private final Map<Integer, Integer> asker = new HashMap<>();

    private Deferral(Names names) {
        this.names = names;
    }

    /** The same steps, some of them later and deferred. */
    static List<Step> of(List<Step> steps, Names names) {
        Deferral deferral = new Deferral(names);
        steps.reversed().forEach(deferral::ask);
        return deferral.putOff(steps);
    }

    /** Notes what a step asks for; whatever asks for what it fills comes after it, and is noted before. */
    private void ask(Step step) {
        switch (step) {
            case Step.Load _, Step.Settle _ -> {}
            case Step.Derive derive -> {
                int who = who(derive);
                ask(derive.given(), who);
                ask(derive.expr(), "", who);
            }
            case Step.Count count -> ask(count.of(), who(count));
            case Step.Compute compute -> ask(compute.expr(), compute.programme(), who(compute));
            case Step.Decide(Step.Decided decided) -> decided.clauses().forEach(clause -> ask(clause, ANYBODY));
            case Step.Draw(Step.Decided decided) ->
                ask(decided.programme().amount().expr(), decided.programme().id(), decided.number());
            case Step.Deferred _ -> throw new IllegalStateException("deferred twice: " + step);
        }
    }

    private int who(Step.Fill fill) {
        return asker.getOrDefault(fill.into().index(), ANYBODY);
    }

    private void ask(Vector vector, int who) {
        asker.merge(vector.index(), who, (one, other) -> one.equals(other) ? one : ANYBODY);
    }

    private void ask(Expr expr, String programme, int who) {
        expr.walk(node -> {
            switch (node) {
                case Expr.FactRef fact -> ask(names.fact(holder(fact), fact.slot()), who);
                case Expr.LetRef let -> ask(names.let(programme, let.slot()), who);
                case Expr.Constant _, Expr.AsOf _, Expr.ParameterRef _, Expr.Receives _, Expr.Not _ -> {}
                case Expr.All _, Expr.Any _, Expr.Choice _, Expr.Comparison _, Expr.Among _ -> {}
                case Expr.Arithmetic _, Expr.Call _, Expr.Fold _ -> {}
            }
        });
    }

    private static Holder holder(Expr.FactRef fact) {
        return fact.subject() instanceof Expr.Subject.TheHousehold ? Holder.HOUSEHOLD : Holder.PERSON;
    }

    private List<Step> putOff(List<Step> steps) {
        Map<Integer, List<Step.Fill>> waiting = new HashMap<>();
        List<Step> ordered = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Fill fill -> {
                    if (who(fill) == ANYBODY) {
                        ordered.add(fill);
                    } else {
                        waiting.computeIfAbsent(who(fill), _ -> new ArrayList<>())
                                .add(fill);
                    }
                }
                case Step.Draw draw -> {
                    List<Step.Fill> fills = waiting.getOrDefault(draw.decided().number(), List.of());
                    boolean rowByRow = isRowByRow(fills, draw.decided());
                    fills.forEach(fill -> ordered.add(new Step.Deferred(fill, draw.decided(), rowByRow)));
                    ordered.add(draw);
                }
                case Step.Decide _, Step.Settle _ -> ordered.add(step);
                case Step.Deferred _ -> throw new IllegalStateException("deferred twice: " + step);
            }
        }
        return List.copyOf(ordered);
    }

    /** Where something deferred is of another holder, or counts members, rows of others are asked as well. */
    private static boolean isRowByRow(List<Step.Fill> fills, Step.Decided decided) {
        return fills.stream()
                        .allMatch(fill ->
                                fill.into().level() == decided.programme().holder())
                && !hasFold(decided.programme().amount().expr())
                && fills.stream().noneMatch(Deferral::hasFold);
    }

    private static boolean hasFold(Step.Fill fill) {
        return switch (fill) {
            case Step.Load _ -> false;
            case Step.Count _ -> true;
            case Step.Derive derive -> hasFold(derive.expr());
            case Step.Compute compute -> hasFold(compute.expr());
        };
    }

    private static boolean hasFold(Expr expr) {
        return expr instanceof Expr.Fold || expr.children().stream().anyMatch(Deferral::hasFold);
    }
}
