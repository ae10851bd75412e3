package yingbao.policy.batch;

import java.util.List;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Location;
import yingbao.policy.pack.Programme;

/** One thing that a plan works out for all rows of a chunk, after those that it needs. */
sealed interface Step {

    /** Fills one vector, and does nothing else. */
    sealed interface Fill extends Step {
        Vector into();
    }

    /** Copies what is given of a fact. */
    record Load(Vector into, Holder holder, int slot) implements Fill {}

    /**
     * A fact that follows from others where nobody gave it.
     *
     * @param given the vector of what is given
     * @param collectable whether it may be asked for itself
     */
    record Derive(Vector into, Vector given, Expr expr, boolean collectable, Location at) implements Fill {}

    /** How many members of a household a flag of persons holds for. */
    record Count(Vector into, Vector of) implements Fill {}

    /** An expression of a programme: a let, a clause, or a part of one. */
    record Compute(Vector into, Expr expr, String programme, Location at) implements Fill {}

    /** What the clauses of a programme say by themselves. */
    record Decide(Decided decided) implements Step {}

    /**
     * What only the amounts of a programme ask for, between its decision and its amounts; not taken where nobody meets
     * every clause.
     *
     * @param rowByRow whether the amount of a row asks it of no other row, so that it is worked out for those alone who
     *     meet every clause
     */
    record Deferred(Fill fill, Decided decided, boolean rowByRow) implements Step {}

    /** The amounts of those who meet every clause of a programme, right after it has decided. */
    record Draw(Decided decided) implements Step {}

    /** What remains of it where it stands in a group of which only one is drawn. */
    record Settle(Decided decided, Group group, List<Decided> members) implements Step {}

    /**
     * A programme with the vectors that its decisions are read from.
     *
     * @param number its place among the programmes of the plan
     * @param clauses their answers, in order
     * @param received whether somebody is entitled, for those who ask; filled by the last step of the programme
     */
    record Decided(int number, Programme programme, List<Vector> clauses, Vector amount, Vector received) {}
}
