package yingbao.policy.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.expr.Context;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Type;
import yingbao.policy.pack.Areas;
import yingbao.policy.pack.Mandate;
import yingbao.policy.pack.Source;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Citation;

/** Reads one file of {@code mandates/}. */
final class MandateReader {
    private final ExpressionCompiler compiler;
    private final Map<String, Source> sources;
    private final Areas areas;
    private final Faults faults;

    MandateReader(ExpressionCompiler compiler, Map<String, Source> sources, Areas areas, Faults faults) {
        this.compiler = compiler;
        this.sources = sources;
        this.areas = areas;
        this.faults = faults;
    }

    List<Mandate> read(Yaml document) {
        Entry file = Entry.of(document, faults);
        List<Mandate> mandates = file.items("mandates").stream()
                .map(item -> mandate(Entry.of(item, faults)))
                .toList();
        file.refuseUnusedKeys();
        return mandates;
    }

    private Mandate mandate(Entry entry) {
        Context context = Context.of(Context.Owner.AREA);
        Yaml.Scalar valueSource = entry.scalar("value");
        Yaml.Scalar floorSource = entry.scalar("floor");
        ExpressionCompiler.Compiled value = compiler.compile(valueSource, context, Type.WHOLE);
        ExpressionCompiler.Compiled floor = compiler.compile(floorSource, context, Type.WHOLE);
        if (value.accepted()) {
            compiler.requireUnit(floorSource, floor, value.unit());
        }
        List<Citation> cites = entry.citations("cites", sources.keySet());
        if (cites.isEmpty()) {
            faults.add(entry.location(), "pack.no-citation", entry.text("id"));
        }
        Mandate mandate = new Mandate(
                entry.text("id"),
                entry.text("title"),
                entry.choice("level", AreaLevel.class),
                group(entry, "group"),
                group(entry, "except"),
                year(entry, "first_year"),
                year(entry, "last_year"),
                value.expr(),
                floor.expr(),
                value.unit(),
                relation(entry),
                cites,
                entry.location());
        if (mandate.firstYear() > mandate.lastYear()) {
            faults.add(
                    entry.at("last_year"),
                    "yaml.range",
                    Integer.toString(mandate.firstYear()),
                    Integer.toString(mandate.lastYear()));
        }
        entry.refuseUnusedKeys();
        return mandate;
    }

    /** A floor is reached, unless the demand is to lie above it, or to be just that and neither less nor more. */
    private Expr.Relation relation(Entry entry) {
        boolean strictly = entry.text("strictly", "no").equals("yes");
        boolean exactly = entry.text("exactly", "no").equals("yes");
        if (strictly && exactly) {
            faults.add(entry.at("exactly"), "mandate.strictly-and-exactly");
        }
        return exactly ? Expr.Relation.EQUAL : strictly ? Expr.Relation.GREATER : Expr.Relation.AT_LEAST;
    }

    private Optional<String> group(Entry entry, String key) {
        Optional<Yaml.Scalar> group = entry.optionalScalar(key);
        if (group.isPresent() && areas.group(group.get().value()).isEmpty()) {
            faults.add(
                    group.get().location(), "mandate.unknown-group", group.get().value());
        }
        return group.map(Yaml.Scalar::value);
    }

    private int year(Entry entry, String key) {
        Yaml.Scalar written = entry.scalar(key);
        try {
            return Integer.parseInt(written.value());
        } catch (NumberFormatException notAYear) {
            if (!written.value().isEmpty()) {
                faults.add(written.location(), "parameters.number", written.value());
            }
            return 0;
        }
    }
}
