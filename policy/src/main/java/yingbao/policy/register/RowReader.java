package yingbao.policy.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

/** Reads the rows of one table; every fault of a row is reported, and what is sound in it is read all the same. */
final class RowReader {
    private final String file;
    private final Holder holder;
    private final Columns columns;
    private final Vocabulary vocabulary;
    private final Consumer<RowFault> faults;

    /**
     * What a row states.
     *
     * @param facts what could be read; a faulty cell is left unknown
     * @param sound whether no cell was faulty
     */
    record Parsed(Facts facts, boolean sound) {}

    RowReader(String file, Holder holder, Columns columns, Vocabulary vocabulary, Consumer<RowFault> faults) {
        this.file = file;
        this.holder = holder;
        this.columns = columns;
        this.vocabulary = vocabulary;
        this.faults = faults;
    }

    static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!CellText.plain(cell).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The id in a key column; empty when it is missing, which is reported. */
    Optional<String> id(KeyColumn key, long row, List<String> cells) {
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
    Parsed facts(String id, long row, List<String> cells) {
        List<Optional<Value>> bySlot =
                new ArrayList<>(Collections.nCopies(vocabulary.facts(holder).size(), Optional.empty()));
        boolean sound = isOfTheSameShape(row, cells);
        if (sound) {
            for (FactColumn column : columns.facts()) {
                String text = cells.get(column.position());
                try {
                    bySlot.set(column.slot(), column.value(text));
                } catch (ValueException refusal) {
                    sound = false;
                    report(row, column.heading(), column.shown(text), refusal.code(), refusal.args());
                }
            }
        }
        return new Parsed(Facts.ofSlots(id, holder, vocabulary, bySlot), sound);
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
