package yingbao.policy.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.expr.Vocabulary;
import yingbao.policy.pack.CellText;
import yingbao.policy.pack.Cells;
import yingbao.policy.pack.Fact;
import yingbao.policy.value.ValueException;

/**
 * Reads the rows of one table; every fault of a row is reported, and what is sound in it is read all the same. What a row
 * says depends on no other, so that several are read at once.
 */
final class RowReader {
    private final String file;
    private final Holder holder;
    private final Columns columns;
    private final Vocabulary vocabulary;
    private final Consumer<RowFault> faults;

    /** A row as it stands in the table. */
    record Row(long number, List<String> cells) {}

    /**
     * What a row states.
     *
     * @param ids what stands in the key columns; a missing one is a fault
     * @param facts what could be read; a faulty cell is left unknown
     * @param sound whether no cell was faulty
     * @param faults what was wrong, not reported yet
     */
    record Parsed(long row, Map<KeyColumn, Optional<String>> ids, Facts facts, boolean sound, List<RowFault> faults) {
        Optional<String> id(KeyColumn key) {
            return ids.getOrDefault(key, Optional.empty());
        }
    }

    /** What rows state, in their order; blank ones are left out. */
    List<Parsed> parse(List<Row> rows) {
        return rows.parallelStream()
                .filter(row -> !isBlank(row.cells()))
                .map(row -> {
                    List<RowFault> found = new ArrayList<>(0);
                    return new RowReader(file, holder, columns, vocabulary, found::add).parse(row, found);
                })
                .toList();
    }

    private Parsed parse(Row row, List<RowFault> found) {
        Map<KeyColumn, Optional<String>> ids = new EnumMap<>(KeyColumn.class);
        String last = "";
        for (KeyColumn key : Columns.keysOf(holder)) {
            Optional<String> id = id(key, row.number(), row.cells());
            ids.put(key, id);
            last = id.orElse("");
        }
        return facts(last, row, ids, found);
    }

    RowReader(String file, Holder holder, Columns columns, Vocabulary vocabulary, Consumer<RowFault> faults) {
        this.file = file;
        this.holder = holder;
        this.columns = columns;
        this.vocabulary = vocabulary;
        this.faults = faults;
    }

    /** The id of a row's household, empty where there is none; what is wrong with it is told when the row is parsed. */
    String householdId(Row row) {
        return silent().id(KeyColumn.HOUSEHOLD_ID, row.number(), row.cells()).orElse("");
    }

    private RowReader silent() {
        return new RowReader(file, holder, columns, vocabulary, _ -> {});
    }

    private RowKeys keys(Row row) {
        RowReader silent = silent();
        String household = householdId(row);
        return switch (holder) {
            case HOUSEHOLD -> new RowKeys(row.number(), household, "", "");
            case PERSON -> {
                Optional<String> person = silent.id(KeyColumn.PERSON_ID, row.number(), row.cells());
                yield new RowKeys(row.number(), household, person.orElse(""), silent.citizenId(row));
            }
        };
    }

    /** The ids of rows, in their order; blank ones are left out. What is wrong with them is told when they are parsed. */
    List<RowKeys> keys(List<Row> rows) {
        return rows.parallelStream()
                .filter(row -> !isBlank(row.cells()))
                .map(this::keys)
                .toList();
    }

    private String citizenId(Row row) {
        if (!isOfTheSameShape(row.number(), row.cells())) {
            return "";
        }
        Optional<FactColumn> column = columns.facts().stream()
                .filter(candidate -> candidate.fact().kind() == Fact.Kind.CITIZEN_ID)
                .findFirst();
        try {
            return column.flatMap(found -> found.value(row.cells().get(found.position())))
                    .map(value -> value instanceof Value.Text(String number) ? number : "")
                    .orElse("");
        } catch (ValueException faulty) {
            return "";
        }
    }

    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!CellText.plain(cell).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The id in a key column; empty when it is missing, which is reported. */
    private Optional<String> id(KeyColumn key, long row, List<String> cells) {
        String text = cell(key, cells);
        try {
            String id = Cells.id(text);
            if (!id.isEmpty()) {
                return Optional.of(id);
            }
            throw new ValueException("register.no-id");
        } catch (ValueException refusal) {
            report(row, heading(key), Mask.anywhere(text), refusal.code(), refusal.args());
            return Optional.empty();
        }
    }

    /** The facts of a row, of which a row of another shape than the headings yields none. */
    private Parsed facts(String id, Row row, Map<KeyColumn, Optional<String>> ids, List<RowFault> found) {
        List<Optional<Value>> bySlot =
                new ArrayList<>(Collections.nCopies(vocabulary.facts(holder).size(), Optional.empty()));
        boolean sound = isOfTheSameShape(row.number(), row.cells());
        if (sound) {
            for (FactColumn column : columns.facts()) {
                String text = row.cells().get(column.position());
                try {
                    bySlot.set(column.slot(), column.value(text));
                } catch (ValueException refusal) {
                    sound = false;
                    report(row.number(), column.heading(), column.shown(text), refusal.code(), refusal.args());
                }
            }
        }
        return new Parsed(row.number(), ids, Facts.ofSlots(id, holder, vocabulary, bySlot), sound, found);
    }

    /** Reports what is wrong with a row by itself. */
    void report(Parsed parsed) {
        parsed.faults().forEach(faults);
    }

    /** Reports a fault of an id. */
    void fault(KeyColumn key, long row, String id, String code, String... args) {
        report(row, heading(key), Mask.anywhere(id), code, List.of(args));
    }

    /** Reports a fault of a fact, of which {@code shown} may be shown. */
    void fault(Fact fact, long row, String shown, String code, String... args) {
        faults.accept(faultOf(fact, row, shown, code, args));
    }

    /** A fault of a fact, of which {@code shown} may be shown. */
    RowFault faultOf(Fact fact, long row, String shown, String code, String... args) {
        return rowFault(row, columns.heading(fact), shown, code, List.of(args));
    }

    Origin origin(long row) {
        return new Origin(file, row);
    }

    private String cell(KeyColumn key, List<String> cells) {
        int position = columns.position(key);
        return position < cells.size() ? cells.get(position) : "";
    }

    private String heading(KeyColumn key) {
        return columns.headings().get(columns.position(key));
    }

    /** A row that lacks cells, or has content where no heading stands, has probably slipped to one side. */
    private boolean isOfTheSameShape(long row, List<String> cells) {
        int expected = columns.headings().size();
        if (cells.size() < expected) {
            report(row, "", "", "register.row-short", texts(cells.size(), expected));
            return false;
        }
        for (int position = 0; position < cells.size(); position++) {
            String text = cells.get(position);
            boolean headed =
                    position < expected && !columns.headings().get(position).isBlank();
            if (!headed && !CellText.plain(text).isEmpty()) {
                report(row, "", Mask.anywhere(text), "register.cell-without-heading", texts(position + 1));
                return false;
            }
        }
        return true;
    }

    private void report(long row, String column, String value, String code, List<String> args) {
        faults.accept(rowFault(row, column, value, code, args));
    }

    private RowFault rowFault(long row, String column, String value, String code, List<String> args) {
        return new RowFault(
                file,
                row,
                column,
                value,
                code,
                args.stream().map(Mask::anywhere).toList());
    }

    private static List<String> texts(int... numbers) {
        return IntStream.of(numbers).mapToObj(Integer::toString).toList();
    }
}
