package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.List;
import yingbao.policy.expr.Compilation;
import yingbao.policy.expr.Context;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.ExprFault;
import yingbao.policy.expr.Expressions;
import yingbao.policy.expr.Type;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Programme.Wordings;

/** Compiles the expressions of a pack, turning their faults into faults of the file they stand in. */
final class ExpressionCompiler {
    private static final Compiled NOTHING =
            new Compiled(new Expr.Constant(Value.Flag.FALSE, 0), Type.FLAG, Unit.NONE, false);

    private final Expressions expressions;
    private final Faults faults;

    /** An expression that compiled, or a stand-in for one that did not. */
    record Compiled(Expr expr, Type type, Unit unit, boolean accepted) {}

    ExpressionCompiler(Expressions expressions, Faults faults) {
        this.expressions = expressions;
        this.faults = faults;
    }

    Compiled compile(Yaml.Scalar source, Context context, Type expected) {
        return compile(source, 0, source.value(), expressions.compile(source.value(), context, expected));
    }

    /** An expression of whatever type. */
    Compiled compile(Yaml.Scalar source, Context context) {
        return compile(source, 0, source.value(), expressions.compile(source.value(), context));
    }

    private Compiled compile(Yaml.Scalar source, int start, String expression, Compilation compilation) {
        if (expression.isBlank()) {
            return NOTHING;
        }
        return switch (compilation) {
            case Compilation.Accepted accepted -> new Compiled(accepted.expr(), accepted.type(), accepted.unit(), true);
            case Compilation.Refused refused -> {
                for (ExprFault fault : refused.faults()) {
                    faults.add(source.locate(start + fault.offset()), fault.code(), fault.arguments());
                }
                yield NOTHING;
            }
        };
    }

    /** Refuses an expression that counts something else than its place needs. */
    void requireUnit(Yaml.Scalar source, Compiled compiled, Unit unit) {
        boolean bareLiteral = compiled.unit().equals(Unit.NONE) && !unit.isMoney();
        if (compiled.accepted() && !compiled.unit().equals(unit) && !bareLiteral) {
            faults.add(
                    source.location(),
                    "expr.units",
                    unit.toString(),
                    compiled.unit().toString());
        }
    }

    /** Reads a text with expressions in braces. */
    Wordings wordings(Yaml.Scalar source, Context context) {
        List<Wordings.Part> parts = new ArrayList<>();
        String text = source.value();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                faults.add(source.locate(open), "pack.brace");
                break;
            }
            if (open > from) {
                parts.add(new Wordings.Part.Words(text.substring(from, open)));
            }
            String expression = text.substring(open + 1, close);
            if (expression.isBlank()) {
                faults.add(source.locate(open), "expr.syntax", "{}");
            }
            Compiled compiled = compile(source, open + 1, expression, expressions.compile(expression, context));
            parts.add(new Wordings.Part.Shown(compiled.expr(), compiled.unit()));
            from = close + 1;
        }
        if (from < text.length()) {
            parts.add(new Wordings.Part.Words(text.substring(from)));
        }
        return new Wordings(List.copyOf(parts));
    }
}
