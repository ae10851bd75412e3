package yingbao.policy.batch;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import yingbao.policy.expr.Derivations.Derivation;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;

/**
 * Finds out which facts of persons a programme may ask about others than the person it decides: a bit says that such a fact is
 * missing, but not whose.
 */
final class OfOthers {
    private final Plan plan;
    private final BitSet slots = new BitSet();
    private final Set<Visit> visited = new HashSet<>();

    /**
     * What has been looked at.
     *
     * @param others whether for others than the person decided
     */
    private record Visit(String what, boolean others) {}

    private OfOthers(Plan plan) {
        this.plan = plan;
    }

    /** The slots of persons' facts of which another member's may be missing. */
    static BitSet in(Plan plan, Programme programme) {
        OfOthers search = new OfOthers(plan);
        search.visit(programme, programme.holder() == Holder.HOUSEHOLD);
        return search.slots;
    }

    private void visit(Programme programme, boolean others) {
        if (!visited.add(new Visit(programme.id(), others))) {
            return;
        }
        programme.lets().forEach(let -> visit(let.expr(), others));
        programme.clauses().forEach(clause -> visit(clause, others));
        visit(programme.amount().expr(), others);
        for (Group group : plan.pack().groups()) {
            if (group.programmes().contains(programme.id())) {
                group.programmes().forEach(id -> visit(id, others));
            }
        }
    }

    private void visit(String id, boolean others) {
        for (Programme programme : plan.programmes()) {
            if (programme.id().equals(id)) {
                visit(programme, others || programme.holder() == Holder.HOUSEHOLD);
            }
        }
    }

    private void visit(Clause clause, boolean others) {
        switch (clause) {
            case Clause.Test test -> visit(test.when(), others);
            case Clause.AnyOf anyOf -> anyOf.parts().forEach(part -> visit(part, others));
        }
    }

    /** Lets are looked at where their programme is. */
    private void visit(Expr expr, boolean others) {
        expr.walk(node -> {
            switch (node) {
                case Expr.FactRef fact -> visit(fact.subject(), fact.slot(), others);
                case Expr.Receives receives -> visit(receives.programme(), others || isOther(receives.subject()));
                case Expr.LetRef _, Expr.Constant _, Expr.AsOf _, Expr.ParameterRef _, Expr.Not _ -> {}
                case Expr.All _, Expr.Any _, Expr.Choice _, Expr.Comparison _, Expr.Among _ -> {}
                case Expr.Arithmetic _, Expr.Call _, Expr.Fold _ -> {}
            }
        });
    }

    private static boolean isOther(Expr.Subject subject) {
        return switch (subject) {
            case Expr.Subject.ThePerson _ -> false;
            case Expr.Subject.TheHousehold _, Expr.Subject.TheMember _ -> true;
        };
    }

    private void visit(Expr.Subject subject, int slot, boolean others) {
        boolean ofOther = others || isOther(subject);
        Holder holder = subject instanceof Expr.Subject.TheHousehold ? Holder.HOUSEHOLD : Holder.PERSON;
        if (holder == Holder.PERSON && ofOther) {
            slots.set(slot);
        }
        if (visited.add(new Visit(holder + " " + slot, ofOther))) {
            Pack pack = plan.pack();
            pack.catalogue()
                    .derivations()
                    .of(holder, slot)
                    .map(Derivation::expr)
                    .ifPresent(expr -> visit(expr, ofOther));
        }
    }
}
