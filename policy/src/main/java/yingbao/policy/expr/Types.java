package yingbao.policy.expr;

import java.util.Optional;

/** The type of a checked expression, read off its nodes. */
final class Types {
    private Types() {}

    static Type of(Expr expr) {
        return switch (expr) {
            case Expr.Constant constant -> of(constant.value());
            case Expr.FactRef fact -> fact.symbol().type();
            case Expr.LetRef let -> let.symbol().type();
            case Expr.ParameterRef parameter -> parameter.symbol().type();
            case Expr.AsOf _, Expr.Arithmetic _ -> Type.WHOLE;
            case Expr.Receives _, Expr.Not _, Expr.All _, Expr.Any _, Expr.Comparison _, Expr.Among _ -> Type.FLAG;
            case Expr.Choice choice -> of(choice.then());
            case Expr.Call call -> call.function().result();
            case Expr.Fold fold ->
                switch (fold.folding()) {
                    case EVERY, SOME -> Type.FLAG;
                    case COUNT, SUM -> Type.WHOLE;
                };
        };
    }

    private static Type of(Value value) {
        return switch (value) {
            case Value.Whole _, Value.Fraction _ -> Type.WHOLE;
            case Value.Flag _ -> Type.FLAG;
            case Value.Text _ -> Type.TEXT;
            case Value.Unknown _, Value.Failure _ -> throw new IllegalStateException("a constant is a value");
        };
    }

    /** The symbol that an expression names, if it is a name. */
    static Optional<Symbol> symbol(Expr expr) {
        if (expr instanceof Expr.FactRef fact) {
            return Optional.of(fact.symbol());
        }
        if (expr instanceof Expr.LetRef let) {
            return Optional.of(let.symbol());
        }
        return expr instanceof Expr.ParameterRef parameter ? Optional.of(parameter.symbol()) : Optional.empty();
    }
}
