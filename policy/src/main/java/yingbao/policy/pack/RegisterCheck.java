package yingbao.policy.pack;

import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;

/**
 * A condition that the facts of one row must not contradict, such as a birth date that agrees with the citizen id. A row
 * in which it is unknown passes.
 *
 * @param id name of the check
 * @param holder whose row it looks at
 * @param holds the condition
 * @param fact the fact whose cell is shown as the fault
 * @param say what is wrong and how to mend it
 */
public record RegisterCheck(String id, Holder holder, Expr holds, Fact fact, String say) {}
