package yingbao.policy.expr;

/** The parameters of one area on one day, by slot. */
@FunctionalInterface
public interface ParameterValues {

    /** The value in force, or unknown when the office has set none. */
    Value value(int slot);
}
