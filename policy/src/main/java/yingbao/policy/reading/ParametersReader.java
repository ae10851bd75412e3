package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Type;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Areas;
import yingbao.policy.pack.Location;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Citation;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Money;
import yingbao.policy.value.Timeline;
import yingbao.policy.value.Timeline.Segment;
import yingbao.policy.value.ValueException;

/**
 * Reads {@code parameters/}. A file may declare parameters with their values, and may add values to parameters declared
 * elsewhere; in a pack that extends another, values for an area replace the extended pack's values for it.
 */
final class ParametersReader {
    private static final String UNKNOWN = "UNKNOWN";

    /** Where values stand whose area could not be read; a code that is not issued. */
    private static final AreaCode NOWHERE = AreaCode.parse("99");

    private final PackFiles files;
    private final Areas areas;
    private final AreaCode province;
    private final Set<String> sources;
    private final Faults faults;
    private final Map<String, Declaration> declarations = new LinkedHashMap<>();

    /** A parameter while its rows are being gathered. */
    private record Declaration(
            Symbol symbol,
            AreaLevel level,
            String setBy,
            List<Citation> cites,
            Map<AreaCode, Rows> rows,
            Location location) {}

    /** The rows of one area, from one pack of those that extend one another. */
    private record Rows(int layer, List<Row> rows) {}

    private record Row(DateRange range, Setting setting, Location location) {}

    ParametersReader(PackFiles files, Areas areas, Set<String> sources, Faults faults) {
        this.files = files;
        this.areas = areas;
        this.province = areas.root().orElse(NOWHERE);
        this.sources = sources;
        this.faults = faults;
    }

    List<Parameter> read() {
        Map<Yaml, Declaration> valuesOf = new LinkedHashMap<>();
        List<Yaml> additions = new ArrayList<>();
        for (String path : files.yamlIn("parameters")) {
            Entry.read(files.yaml(path, faults), faults, file -> {
                for (Yaml item : file.items("parameters")) {
                    Entry.read(item, faults, entry -> valuesOf.put(item, declare(entry)));
                }
                additions.addAll(file.items("values"));
            });
        }
        valuesOf.forEach((item, declaration) ->
                rows(Entry.of(item, faults), files.layer(item.location().file()), declaration));
        for (Yaml item : additions) {
            Entry.read(item, faults, entry -> {
                Yaml.Scalar name = entry.scalar("parameter");
                Declaration declaration = declarations.get(name.value());
                if (declaration == null) {
                    faults.add(name.location(), "parameters.unknown", name.value());
                } else {
                    rows(entry, files.layer(item.location().file()), declaration);
                }
            });
        }
        return declarations.values().stream().map(this::parameter).toList();
    }

    private Declaration declare(Entry entry) {
        Yaml.Scalar written = entry.scalar("unit");
        Optional<Unit> unit = Unit.parse(written.value());
        if (unit.isEmpty() && !written.value().isEmpty()) {
            faults.add(written.location(), "facts.unit", written.value());
        }
        Symbol symbol = Symbol.of(entry.name("name"), Type.WHOLE, unit.orElse(Unit.NONE), entry.text("label"));
        Declaration declaration = new Declaration(
                symbol,
                entry.choice("level", AreaLevel.class),
                entry.text("set_by"),
                entry.citations("cites", sources),
                new HashMap<>(),
                entry.location());
        entry.items("values");
        if (declaration.cites().isEmpty()) {
            faults.add(entry.location(), "pack.no-citation", symbol.name());
        }
        if (declarations.put(symbol.name(), declaration) != null) {
            faults.add(entry.location(), "pack.twice", symbol.name());
        }
        return declaration;
    }

    private void rows(Entry entry, int layer, Declaration declaration) {
        for (Yaml item : entry.items("values")) {
            Entry.read(item, faults, row -> {
                AreaCode area = area(row);
                Rows rows = declaration.rows().get(area);
                if (rows == null || rows.layer() < layer) {
                    rows = new Rows(layer, new ArrayList<>());
                    declaration.rows().put(area, rows);
                }
                Row read = new Row(row.validity(), setting(row, declaration.symbol()), row.location());
                if (rows.layer() == layer) {
                    rows.rows().add(read);
                }
            });
        }
    }

    private AreaCode area(Entry row) {
        Optional<Yaml.Scalar> written = row.optionalScalar("area");
        if (written.isEmpty()) {
            return province;
        }
        Optional<AreaCode> area = row.area(written.get());
        if (area.isPresent() && !areas.knows(area.get())) {
            faults.add(
                    written.get().location(),
                    "parameters.unknown-area",
                    written.get().value());
        }
        return area.orElse(NOWHERE);
    }

    private Setting setting(Entry row, Symbol symbol) {
        Yaml.Scalar written = row.scalar("value");
        Yaml.Scalar marked = row.scalar("mark");
        List<Citation> cites = row.citations("cites", sources);
        String note = row.text("note", "");
        Optional<Mark> mark = Mark.parse(marked.value()).filter(parsed -> parsed != Mark.LOCAL);
        if (mark.isEmpty()) {
            if (!marked.value().isEmpty()) {
                faults.add(marked.location(), "pack.mark", marked.value());
            }
            return new Setting.Unset(note);
        }
        if (written.value().isEmpty()) {
            return new Setting.Unset(note);
        }
        boolean unset = written.value().equals(UNKNOWN);
        if (unset != (mark.get() == Mark.UNKNOWN)) {
            faults.add(marked.location(), "parameters.mark", written.value(), marked.value());
        }
        if (unset) {
            return new Setting.Unset(note);
        }
        if (cites.isEmpty() && mark.get() != Mark.DEMO) {
            faults.add(row.location(), "pack.no-citation", symbol.name());
        }
        return new Setting.Stated(value(written, symbol.unit()), mark.get(), cites, note);
    }

    private Value.Whole value(Yaml.Scalar written, Unit unit) {
        try {
            long value = unit.isMoney() ? Money.ofYuan(written.value()).fen() : Long.parseLong(written.value());
            return new Value.Whole(value);
        } catch (ValueException invalid) {
            faults.add(written.location(), invalid.code(), invalid.args());
        } catch (NumberFormatException invalid) {
            faults.add(written.location(), "parameters.number", written.value());
        }
        return new Value.Whole(0);
    }

    private Parameter parameter(Declaration declaration) {
        Map<AreaCode, Timeline<Setting>> settings = new HashMap<>();
        declaration.rows().forEach((area, rows) -> {
            List<Row> sorted = rows.rows().stream()
                    .sorted((left, right) ->
                            left.range().from().compareTo(right.range().from()))
                    .toList();
            if (contiguous(sorted, declaration.symbol().name())) {
                settings.put(
                        area,
                        Timeline.ofSegments(sorted.stream()
                                .map(row -> new Segment<>(row.range(), row.setting()))
                                .toList()));
            }
        });
        return new Parameter(
                declaration.symbol(),
                declaration.level(),
                declaration.setBy(),
                declaration.cites(),
                Map.copyOf(settings),
                declaration.location());
    }

    /** A period without a value is stated as UNKNOWN, so that nobody takes a forgotten row for a decision. */
    private boolean contiguous(List<Row> rows, String name) {
        boolean contiguous = true;
        for (int index = 1; index < rows.size(); index++) {
            DateRange before = rows.get(index - 1).range();
            DateRange after = rows.get(index).range();
            if (before.overlaps(after)) {
                faults.add(rows.get(index).location(), "parameters.overlap", name, before.toString(), after.toString());
                contiguous = false;
            } else if (!before.meets(after)) {
                faults.add(rows.get(index).location(), "parameters.gap", name, before.toString(), after.toString());
                contiguous = false;
            }
        }
        return contiguous;
    }
}
