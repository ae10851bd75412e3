package yingbao.policy.expr;

import java.util.List;

/**
 * What is wrong with an expression, and where.
 *
 * @param offset characters from the start of the expression
 * @param code stable name of the fault, for example {@code expr.unknown-name}
 * @param arguments what the message for the code needs, in order
 */
public record ExprFault(int offset, String code, List<String> arguments) {
    public ExprFault {
        arguments = List.copyOf(arguments);
    }

    static ExprFault at(int offset, String code, String... arguments) {
        return new ExprFault(offset, code, List.of(arguments));
    }
}
