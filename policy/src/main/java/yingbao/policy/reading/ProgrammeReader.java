package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yingbao.policy.expr.Context;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Type;
import yingbao.policy.expr.Unit;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;
import yingbao.policy.pack.Programme.Exclusion;
import yingbao.policy.pack.Programme.Let;
import yingbao.policy.pack.Source;
import yingbao.policy.value.Citation;
import yingbao.policy.value.Rounding;

/** Reads one file of {@code programmes/}. */
final class ProgrammeReader {
    private final ExpressionCompiler compiler;
    private final Map<String, Source> sources;
    private final Map<String, Holder> programmes;
    private final ReviewReader reviews;
    private final Measures measures;
    private final Faults faults;

    ProgrammeReader(
            ExpressionCompiler compiler,
            Map<String, Source> sources,
            Map<String, Holder> programmes,
            ReviewReader reviews,
            Measures measures,
            Faults faults) {
        this.compiler = compiler;
        this.sources = sources;
        this.programmes = programmes;
        this.reviews = reviews;
        this.measures = measures;
        this.faults = faults;
    }

    Programme read(Yaml document) {
        Entry entry = Entry.of(document, faults);
        String id = entry.text("programme");
        Holder holder = entry.choice("unit", Holder.class);
        List<Let> lets = new ArrayList<>();
        entry.entries("let").forEach((name, expression) -> {
            Entry.refuseUnusableName(name, expression.location(), faults);
            if (expression instanceof Yaml.Scalar scalar) {
                lets.add(let(name, scalar, context(holder, lets)));
            } else {
                Entry.read(
                        expression,
                        faults,
                        described -> lets.add(
                                let(name, described.text("label"), described.scalar("is"), context(holder, lets))));
            }
        });
        Context context = context(holder, lets);
        Set<String> ids = new HashSet<>();
        List<Clause> clauses = new ArrayList<>(clauses(entry, "clauses", context, ids));
        if (clauses.isEmpty()) {
            faults.add(entry.location(), "programme.no-clauses", id);
        }
        List<Exclusion> exclusions = exclusions(entry, context, clauses);
        List<Citation> cites = citations(entry, id);
        Programme programme = new Programme(
                id,
                entry.text("title"),
                holder,
                entry.validity(),
                cites,
                List.copyOf(lets),
                List.copyOf(clauses),
                exclusions,
                programmeIds(entry, "stacks_with"),
                amount(entry, context, entry.choice("pay", Programme.Pay.class)),
                rounding(entry),
                entry.choice("pay", Programme.Pay.class),
                entry.text("pay_from"),
                entry.choice("pays_from", Programme.PaysFrom.class),
                entry.text("workflow"),
                entry.entry("review").map(review -> reviews.read(review, holder)),
                entry.texts("funds"),
                fundShares(entry),
                entry.text("lead"),
                entry.location());
        entry.refuseUnusedKeys();
        return programme;
    }

    private Map<String, String> fundShares(Entry entry) {
        Map<String, String> shares = new LinkedHashMap<>();
        entry.entries("fund_shares").forEach((fund, parameter) -> {
            if (parameter instanceof Yaml.Scalar name) {
                shares.put(fund, measures.in(Measures.PERCENT, name));
            } else {
                faults.add(parameter.location(), "yaml.text-expected", fund);
            }
        });
        return shares;
    }

    private static Context context(Holder holder, List<Let> lets) {
        return new Context(
                Context.Owner.of(holder), lets.stream().map(Let::symbol).toList());
    }

    private Let let(String name, Yaml.Scalar source, Context context) {
        return let(name, name, source, context);
    }

    private Let let(String name, String label, Yaml.Scalar source, Context context) {
        ExpressionCompiler.Compiled compiled = compiler.compile(source, context);
        return new Let(Symbol.of(name, compiled.type(), compiled.unit(), label), compiled.expr());
    }

    private List<Citation> citations(Entry entry, String what) {
        List<Citation> cites = entry.citations("cites", sources.keySet());
        if (cites.isEmpty()) {
            faults.add(entry.location(), "pack.no-citation", what);
        }
        return cites;
    }

    private List<Clause> clauses(Entry entry, String key, Context context, Set<String> ids) {
        List<Clause> clauses = new ArrayList<>();
        for (Yaml item : entry.items(key)) {
            Entry.read(item, faults, clause -> clauses.add(clause(clause, context, ids)));
        }
        return List.copyOf(clauses);
    }

    private Clause clause(Entry entry, Context context, Set<String> ids) {
        String id = entry.text("id");
        if (!ids.add(id)) {
            faults.add(entry.at("id"), "pack.twice", id);
        }
        String ask = entry.text("ask");
        Programme.Wordings refuse = compiler.wordings(entry.scalar("refuse"), context);
        List<Citation> cites = citations(entry, id);
        if (entry.has("any")) {
            List<Clause> parts = clauses(entry, "any", context, ids);
            if (parts.isEmpty()) {
                faults.add(entry.at("any"), "yaml.list-expected", "any");
            }
            return new Clause.AnyOf(id, ask, parts, refuse, cites, entry.location());
        }
        ExpressionCompiler.Compiled when = compiler.compile(entry.scalar("when"), context, Type.FLAG);
        return new Clause.Test(id, ask, when.expr(), refuse, cites, entry.location());
    }

    /** An exclusion is a clause like any other: the holder does not receive the other programme. */
    private List<Exclusion> exclusions(Entry entry, Context context, List<Clause> clauses) {
        List<Exclusion> exclusions = new ArrayList<>();
        for (Yaml item : entry.items("excludes")) {
            Entry.read(item, faults, exclusion -> {
                Yaml.Scalar other = exclusion.scalar("programme");
                exclusions.add(new Exclusion(knownProgramme(other), exclusion.location()));
                String owner = switch (context.owner()) {
                    case PERSON -> "person";
                    case HOUSEHOLD, AREA -> "household";
                };
                Yaml.Scalar condition = new Yaml.Scalar(
                        other.location(), "!" + owner + ".receives(\"" + other.value() + "\")", Yaml.Places.ITS_START);
                clauses.add(new Clause.Test(
                        "excludes-" + other.value(),
                        exclusion.text("ask"),
                        compiler.compile(condition, context, Type.FLAG).expr(),
                        compiler.wordings(exclusion.scalar("refuse"), context),
                        citations(exclusion, "excludes"),
                        exclusion.location()));
            });
        }
        return List.copyOf(exclusions);
    }

    private List<String> programmeIds(Entry entry, String key) {
        return entry.scalars(key).stream().map(this::knownProgramme).toList();
    }

    private String knownProgramme(Yaml.Scalar id) {
        if (!programmes.containsKey(id.value()) && !id.value().isEmpty()) {
            faults.add(id.location(), "expr.unknown-programme", id.value());
        }
        return id.value();
    }

    private Programme.Amount amount(Entry entry, Context context, Programme.Pay pay) {
        Yaml.Scalar source = entry.scalar("amount");
        ExpressionCompiler.Compiled compiled = compiler.compile(source, context, Type.WHOLE);
        if (compiled.accepted() && !compiled.unit().isMoney()) {
            faults.add(source.location(), "programme.amount-not-money");
        } else {
            compiler.requireUnit(source, compiled, unit(pay));
        }
        return new Programme.Amount(compiled.expr(), compiled.unit(), source.location());
    }

    private static Unit unit(Programme.Pay pay) {
        return switch (pay) {
            case MONTHLY -> Unit.FEN.per(Unit.MONTH);
            case YEARLY -> Unit.FEN.per(Unit.YEAR);
            case ONCE -> Unit.FEN;
        };
    }

    private Programme.Rule rounding(Entry entry) {
        if (entry.entry("rounding").isEmpty()) {
            faults.add(entry.location(), "yaml.missing-key", "rounding");
            return new Programme.Rule(new Rounding(Rounding.Mode.UP, Rounding.Unit.FEN), List.of());
        }
        Entry rounding = entry.entry("rounding").get();
        Programme.Rule rule = new Programme.Rule(
                new Rounding(rounding.choice("mode", Rounding.Mode.class), rounding.choice("to", Rounding.Unit.class)),
                citations(rounding, "rounding"));
        rounding.refuseUnusedKeys();
        return rule;
    }
}
