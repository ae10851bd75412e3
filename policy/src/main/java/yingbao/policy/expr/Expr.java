package yingbao.policy.expr;

import java.util.List;
import java.util.function.Consumer;

/**
 * A checked expression. Every node knows where it stands in its source ({@code at}, in characters from the start), so
 * that a fault found later still has a line and a column.
 */
public sealed interface Expr {

    /** Offset of the node in the source text. */
    int at();

    /** The nodes directly below this one. */
    default List<Expr> children() {
        return switch (this) {
            case Constant _, FactRef _, LetRef _, ParameterRef _, AsOf _, Receives _ -> List.of();
            case Not not -> List.of(not.operand());
            case All all -> all.operands();
            case Any any -> any.operands();
            case Choice choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Comparison comparison -> List.of(comparison.left(), comparison.right());
            case Among among -> List.of(among.operand());
            case Arithmetic arithmetic -> List.of(arithmetic.left(), arithmetic.right());
            case Call call -> call.arguments();
            case Fold fold -> List.of(fold.body());
        };
    }

    /** Shows this node and all below it to a visitor, from the top. */
    default void walk(Consumer<Expr> visitor) {
        visitor.accept(this);
        children().forEach(child -> child.walk(visitor));
    }

    /** A literal of the expression. */
    record Constant(Value value, int at) implements Expr {}

    /** The value of a fact of somebody. */
    record FactRef(Subject subject, Symbol symbol, int slot, int at) implements Expr {}

    /** The value of a {@code let} of the programme, by its position. */
    record LetRef(Symbol symbol, int slot, int at) implements Expr {}

    /** A parameter for the area of the household. */
    record ParameterRef(Symbol symbol, int slot, Moment moment, int at) implements Expr {}

    /** The day that is asked about. */
    record AsOf(int at) implements Expr {}

    /** Whether somebody is entitled under another programme on the same day. */
    record Receives(Subject subject, String programme, int at) implements Expr {}

    record Not(Expr operand, int at) implements Expr {}

    /** Kleene conjunction: one false settles it, whatever is unknown beside. */
    record All(List<Expr> operands, int at) implements Expr {}

    /** Kleene disjunction: one true settles it, whatever is unknown beside. */
    record Any(List<Expr> operands, int at) implements Expr {}

    record Choice(Expr condition, Expr then, Expr otherwise, int at) implements Expr {}

    record Comparison(Relation relation, Expr left, Expr right, int at) implements Expr {}

    /** Whether a coded text is one of several codes. */
    record Among(Expr operand, List<String> codes, int at) implements Expr {}

    record Arithmetic(Operation operation, Expr left, Expr right, int at) implements Expr {}

    /** One of the named functions on money, numbers and dates. */
    record Call(Function function, List<Expr> arguments, int at) implements Expr {}

    /** Something about all members of the household; {@code body} is evaluated once a member. */
    record Fold(Folding folding, String variable, Expr body, int at) implements Expr {}

    /** Which version of a parameter is meant. */
    enum Moment {
        /** The one in force on the day asked about. */
        NOW,
        /** The one in force a year before that day. */
        LAST_YEAR
    }

    /** How two values compare. */
    enum Relation {
        EQUAL("为"),
        NOT_EQUAL("不为"),
        LESS("低于"),
        AT_MOST("不高于"),
        GREATER("高于"),
        AT_LEAST("不低于");

        private final String verb;

        Relation(String verb) {
            this.verb = verb;
        }

        String verb() {
            return verb;
        }
    }

    /** Overflow-checked arithmetic on whole numbers, exact on fractions. */
    enum Operation {
        PLUS("＋"),
        MINUS("－"),
        TIMES("×");

        private final String sign;

        Operation(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** What is asked of all members together. */
    enum Folding {
        EVERY,
        SOME,
        COUNT,
        SUM
    }

    /** Whose fact is meant. */
    sealed interface Subject {

        /** The household itself. */
        record TheHousehold() implements Subject {}

        /** The person whom a person's programme is asked about. */
        record ThePerson() implements Subject {}

        /** The member that an enclosing fold runs over, counted from the outermost fold. */
        record TheMember(int depth, String variable) implements Subject {}
    }
}
