package yingbao.policy.expr;

/** Answers {@code receives}: who is entitled under which other programme, for one household on one day. */
@FunctionalInterface
public interface Entitlements {

    /** Stands for the household where a person's position is asked for. */
    int HOUSEHOLD_ITSELF = -1;

    /**
     * Whether somebody is entitled.
     *
     * @param programme the other programme
     * @param person the person's position among the members, or {@link #HOUSEHOLD_ITSELF}
     * @return a flag, or unknown with what would settle it
     */
    Value receives(String programme, int person);
}
