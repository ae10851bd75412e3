package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yingbao.policy.expr.Context;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Type;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Location;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;
import yingbao.policy.pack.StandardPath;
import yingbao.policy.pack.Yardstick;
import yingbao.policy.value.Citation;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Rounding;

/** Reads what standards are tried against: lines that incomes are held against, and paths to what is demanded. */
final class YardstickReader {
    private static final Unit A_YEAR = Unit.FEN.per(Unit.YEAR);

    private final ExpressionCompiler compiler;
    private final Set<String> sources;
    private final Faults faults;

    YardstickReader(ExpressionCompiler compiler, Set<String> sources, Faults faults) {
        this.compiler = compiler;
        this.sources = sources;
        this.faults = faults;
    }

    Yardstick read(Yaml document) {
        Entry entry = Entry.of(document, faults);
        String id = entry.text("yardstick");
        List<Citation> cites = entry.citations("cites", sources);
        if (cites.isEmpty()) {
            faults.add(entry.location(), "pack.no-citation", id);
        }
        Yardstick yardstick = new Yardstick(
                id,
                entry.text("title"),
                entry.text("says"),
                entry.optionalScalar("parameter").map(Yaml.Scalar::value),
                shortage(entry, id, cites),
                cites);
        entry.refuseUnusedKeys();
        return yardstick;
    }

    /** Reads a way on which a parameter reaches what is demanded of it. */
    StandardPath readPath(Yaml document, Set<String> parameters) {
        Entry entry = Entry.of(document, faults);
        String id = entry.text("path");
        List<Citation> cites = entry.citations("cites", sources);
        if (cites.isEmpty()) {
            faults.add(entry.location(), "pack.no-citation", id);
        }
        Yaml.Scalar parameter = entry.scalar("parameter");
        if (!parameters.contains(parameter.value())) {
            faults.add(parameter.location(), "expr.unknown-name", parameter.value());
        }
        StandardPath path = new StandardPath(
                id,
                entry.text("title"),
                entry.text("says"),
                parameter.value(),
                year(entry, "first_year"),
                year(entry, "last_year"),
                cites);
        if (path.firstYear() > path.lastYear()) {
            faults.add(
                    entry.at("last_year"),
                    "yaml.range",
                    Integer.toString(path.firstYear()),
                    Integer.toString(path.lastYear()));
        }
        entry.refuseUnusedKeys();
        return path;
    }

    private int year(Entry entry, String key) {
        Yaml.Scalar written = entry.scalar(key);
        if (written.value().matches("[0-9]{4}")) {
            return Integer.parseInt(written.value());
        }
        faults.add(written.location(), "parameters.number", written.value());
        return 0;
    }

    private Programme shortage(Entry entry, String id, List<Citation> cites) {
        Context household = new Context(Context.Owner.of(Holder.HOUSEHOLD), List.of());
        Yaml.Scalar source = entry.scalar("short_by");
        ExpressionCompiler.Compiled shortBy = compiler.compile(source, household, Type.WHOLE);
        if (shortBy.accepted()) {
            compiler.requireUnit(source, shortBy, A_YEAR);
        }
        List<Clause> clauses = new ArrayList<>();
        if (entry.has("of")) {
            clauses.add(test(
                    "of",
                    compiler.compile(entry.scalar("of"), household, Type.FLAG).expr(),
                    entry.location()));
        }
        Expr positive =
                new Expr.Comparison(Expr.Relation.GREATER, shortBy.expr(), new Expr.Constant(new Value.Whole(0), 0), 0);
        clauses.add(test("short", positive, entry.location()));
        return new Programme(
                "yardstick " + id,
                id,
                Holder.HOUSEHOLD,
                DateRange.ALWAYS,
                cites,
                List.of(),
                List.copyOf(clauses),
                List.of(),
                List.of(),
                new Programme.Amount(shortBy.expr(), A_YEAR, source.location()),
                new Programme.Rule(new Rounding(Rounding.Mode.UP, Rounding.Unit.FEN), cites),
                Programme.Pay.YEARLY,
                "",
                Programme.PaysFrom.MONTH_OF_DECISION,
                "",
                Optional.empty(),
                List.of(),
                Map.of(),
                "",
                entry.location());
    }

    private static Clause test(String id, Expr when, Location at) {
        return new Clause.Test(id, id, when, new Programme.Wordings(List.of()), List.of(), at);
    }
}
