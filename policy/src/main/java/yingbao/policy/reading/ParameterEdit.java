package yingbao.policy.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.reading.PackTexts.NewValue;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.ValueException;

/** Writes one more value into the rows of a parameter. */
final class ParameterEdit {
    private final PackFiles files;
    private final AreaCode province;

    /**
     * A row where it stands.
     *
     * @param alone whether it is the only one of its list
     */
    private record Row(String path, int layer, Yaml.Mapping row, AreaCode area, DateRange days, boolean alone) {}

    ParameterEdit(PackFiles files, AreaCode province) {
        this.files = files;
        this.province = province;
    }

    /** The texts that change, by path. */
    Map<String, String> made(NewValue value) {
        List<Row> rows = rows(value.parameter());
        if (rows.isEmpty()) {
            throw new ValueException("edit.no-rows", value.parameter());
        }
        List<Row> own = rowsOf(value.area(), rows);
        Optional<Row> inForce =
                own.stream().filter(row -> row.days().contains(value.from())).findFirst();
        Optional<LocalDate> end = inForce.map(Row::days)
                .filter(days -> !days.isOpenEnded())
                .map(DateRange::to)
                .or(() -> dayBeforeNext(own, value.from()));
        String written = written(value, end);
        if (inForce.isEmpty()) {
            return added(value, own, rows, written);
        }
        Row place = inForce.get();
        String text = textAt(place);
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

    /** The texts that change when an area has none of its own from a day on. */
    Map<String, String> ended(String parameter, AreaCode area, LocalDate from) {
        List<Row> rows = rows(parameter);
        List<Row> own = rowsOf(area, rows);
        Row last = own.stream()
                .filter(row -> row.days().contains(from))
                .findFirst()
                .orElseThrow(() -> new ValueException("edit.nothing-to-end", area.shortForm(), from));
        dayBeforeNext(own, from).ifPresent(day -> {
            throw new ValueException("edit.later", day.plusDays(1));
        });
        String text = textAt(last);
        if (!last.days().from().equals(from)) {
            return Map.of(
                    last.path(),
                    TextEdit.row(text, last.row(), "to", from.minusDays(1).toString()));
        }
        boolean hidesOthers = own.size() == 1
                && rows.stream().filter(row -> row.area().equals(area)).count() > 1;
        if (last.alone() || hidesOthers) {
            throw new ValueException("edit.last-row", last.row().location());
        }
        return Map.of(last.path(), TextEdit.rowGone(text, last.row()));
    }

    /** The rows of an area that count: those of the pack that extends the others. */
    private static List<Row> rowsOf(AreaCode area, List<Row> rows) {
        List<Row> own = rows.stream().filter(row -> row.area().equals(area)).toList();
        int layer = own.stream().mapToInt(Row::layer).max().orElse(0);
        return own.stream()
                .filter(row -> row.layer() == layer)
                .sorted(Comparator.comparing(row -> row.days().from()))
                .toList();
    }

    private static Optional<LocalDate> dayBeforeNext(List<Row> own, LocalDate from) {
        return own.stream()
                .map(row -> row.days().from())
                .filter(first -> first.isAfter(from))
                .findFirst()
                .map(first -> first.minusDays(1));
    }

    /**
     * A value of days for which the area has none. After values that ended it says of the days between that nobody knows; an
     * area without any gets one beside the others, and until then that of the area around it holds.
     */
    private Map<String, String> added(NewValue value, List<Row> own, List<Row> rows, String written) {
        Optional<Row> former = own.stream()
                .filter(row -> row.days().to().isBefore(value.from()))
                .reduce((_, later) -> later);
        Row place = former.or(() -> own.stream().findFirst()).orElseGet(rows::getLast);
        String text = TextEdit.rowAfter(textAt(place), place.row(), written);
        Optional<LocalDate> unknown =
                former.map(row -> row.days().to().plusDays(1)).filter(day -> day.isBefore(value.from()));
        if (unknown.isPresent()) {
            text = TextEdit.rowAfter(
                    text,
                    place.row(),
                    "{area: \"" + value.area().shortForm() + "\", from: " + unknown.get() + ", to: "
                            + value.from().minusDays(1) + ", value: UNKNOWN, mark: UNKNOWN}");
        }
        return Map.of(place.path(), text);
    }

    private String textAt(Row place) {
        String text = files.text(place.path());
        if (!TextEdit.isOneLine(text, place.row())) {
            throw new ValueException("edit.row", place.row().location());
        }
        return text;
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
            if (!files.text(path).contains(parameter)) {
                continue;
            }
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
        List<Yaml> items = entry.items("values");
        for (Yaml each : items) {
            if (each instanceof Yaml.Mapping row) {
                Entry read = Entry.of(row, new Faults());
                AreaCode area = read.optionalScalar("area").flatMap(read::area).orElse(province);
                rows.add(new Row(path, files.layer(path), row, area, read.validity(), items.size() == 1));
            }
        }
    }
}
