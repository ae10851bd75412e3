package yingbao.policy.expr;

/** Who holds a fact or an entitlement: the household as a whole, or one person. */
public enum Holder {
    HOUSEHOLD,
    PERSON
}
