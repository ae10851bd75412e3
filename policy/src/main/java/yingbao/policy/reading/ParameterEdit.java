package yingbao.policy.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yingbao.policy.reading.PackTexts.NewValue;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.ValueException;

/** Writes one more value into the rows of a parameter. */
final class ParameterEdit {
    private final PackFiles files;
    private final AreaCode province;

    /** A row where it stands. */
    private record Row(String path, int layer, Yaml.Mapping row, AreaCode area, DateRange days) {}

    ParameterEdit(PackFiles files) {
        this.files = files;
        Faults reportedByTheReader = new Faults();
        this.province = new AreasReader(files, Set.of(), reportedByTheReader)
                .read()
                .root()
                .orElseThrow();
    }

    /** The texts that change, by path. */
    Map<String, String> made(NewValue value) {
        List<Row> rows = rows(value.parameter());
        if (rows.isEmpty()) {
            throw new ValueException("edit.no-rows", value.parameter());
        }
        int layer = rows.stream()
                .filter(row -> row.area().equals(value.area()))
                .mapToInt(Row::layer)
                .max()
                .orElse(0);
        Optional<Row> inForce = rows.stream()
                .filter(row -> row.area().equals(value.area()) && row.layer() == layer)
                .filter(row -> row.days().contains(value.from()))
                .findFirst();
        // An area without a value of its own gets one beside the others; before it, that of the area around it holds.
        Row place = inForce.orElseGet(rows::getLast);
        if (!TextEdit.isOneLine(files.text(place.path()), place.row())) {
            throw new ValueException("edit.row", place.row().location());
        }
        Optional<LocalDate> end =
                inForce.map(Row::days).filter(days -> !days.isOpenEnded()).map(DateRange::to);
        String text = files.text(place.path());
        String written = written(value, end);
        if (inForce.isEmpty()) {
            return Map.of(place.path(), TextEdit.rowAfter(text, place.row(), written));
        }
        if (place.days().from().equals(value.from())) {
            return Map.of(place.path(), TextEdit.rowInstead(text, place.row(), written));
        }
        String closed = TextEdit.row(
                TextEdit.rowAfter(text, place.row(), written),
                place.row(),
                "to",
                value.from().minusDays(1).toString());
        return Map.of(place.path(), closed);
    }

    private String written(NewValue value, Optional<LocalDate> end) {
        StringBuilder row = new StringBuilder("{area: \"")
                .append(value.area().shortForm())
                .append("\", from: ")
                .append(value.from());
        end.ifPresent(last -> row.append(", to: ").append(last));
        row.append(", value: ")
                .append(value.value())
                .append(", mark: SEEN, cites: [")
                .append(value.document().id())
                .append(']');
        if (!value.note().isBlank()) {
            row.append(", note: ").append(TextEdit.quoted(value.note()));
        }
        return row.append('}').toString();
    }

    private List<Row> rows(String parameter) {
        List<Row> rows = new ArrayList<>();
        for (String path : files.yamlIn("parameters")) {
            Entry file = Entry.of(files.yaml(path, new Faults()), new Faults());
            file.items("parameters").forEach(item -> add(rows, path, item, "name", parameter));
            file.items("values").forEach(item -> add(rows, path, item, "parameter", parameter));
        }
        return rows;
    }

    private void add(List<Row> rows, String path, Yaml item, String key, String parameter) {
        Entry entry = Entry.of(item, new Faults());
        if (!entry.text(key, "").equals(parameter)) {
            return;
        }
        for (Yaml each : entry.items("values")) {
            if (each instanceof Yaml.Mapping row) {
                Entry read = Entry.of(row, new Faults());
                AreaCode area = read.optionalScalar("area").flatMap(read::area).orElse(province);
                rows.add(new Row(path, files.layer(path), row, area, read.validity()));
            }
        }
    }
}
