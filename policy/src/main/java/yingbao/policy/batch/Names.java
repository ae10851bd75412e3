package yingbao.policy.batch;

import java.util.Optional;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;

/** Where a plan keeps what expressions name. */
interface Names {
    /** The vector of a fact, derived where nobody gave it. */
    Vector fact(Holder holder, int slot);

    Vector let(String programme, int slot);

    /** Whether somebody is entitled under a programme; empty where it is not in force. */
    Optional<Vector> received(String programme);

    /** The place of a parameter among those of the plan. */
    int parameter(int slot, Expr.Moment moment);

    long code(String text);
}
