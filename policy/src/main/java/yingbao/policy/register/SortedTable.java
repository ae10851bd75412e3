package yingbao.policy.register;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The rows of another table in the order of their households' ids, each with the number it has there. They are sorted in
 * stretches that fit into memory; the stretches are kept on disk and merged.
 */
final class SortedTable implements Table {
    static final int STRETCH_BYTES = 96 << 20;
    /** What a row takes beside its bytes, about. */
    private static final int ROW_BYTES = 128;

    private static final int END = -1;
    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::household, Register.BY_ID).thenComparingLong(Row::number);

    private final Table table;
    private final RowReader reader;
    private final Scratch scratch;
    private final int stretchBytes;

    /** A row, and its cells one after the other. */
    private static final class Row {
        private final String household;
        private final long number;
        private final byte[] cells;

        Row(String household, long number, byte[] cells) {
            this.household = household;
            this.number = number;
            this.cells = cells;
        }

        String household() {
            return household;
        }

        long number() {
            return number;
        }
    }

    /**
     * A table to be sorted.
     *
     * @param reader finds the ids in its rows
     */
    SortedTable(Table table, RowReader reader, Scratch scratch, int stretchBytes) {
        this.table = table;
        this.reader = reader;
        this.scratch = scratch;
        this.stretchBytes = stretchBytes;
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public List<String> header() {
        return table.header();
    }

    @Override
    public void forEachRow(RowConsumer consumer) throws IOException {
        List<Path> stretches = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        long[] bytes = new long[1];
        table.forEachRow((number, cells) -> {
            Row row = new Row(reader.householdId(new RowReader.Row(number, cells)), number, written(cells));
            rows.add(row);
            bytes[0] += row.cells.length + ROW_BYTES;
            if (bytes[0] >= stretchBytes) {
                stretches.add(spill(rows));
                rows.clear();
                bytes[0] = 0;
            }
        });
        stretches.add(spill(rows));
        rows.clear();
        merge(stretches, consumer);
    }

    private static byte[] written(List<String> cells) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(cells.size());
            for (String cell : cells) {
                write(cell, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private Path spill(List<Row> rows) {
        rows.sort(ORDER);
        Path file = scratch.file();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Row row : rows) {
                out.writeLong(row.number());
                write(row.household(), out);
                out.writeInt(row.cells.length);
                out.write(row.cells);
            }
            out.writeLong(END);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return file;
    }

    /** A stretch with its first row that has not been handed over. */
    private record Head(Row row, DataInputStream rest) {}

    private static void merge(List<Path> stretches, RowConsumer consumer) throws IOException {
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::row, ORDER));
        List<DataInputStream> open = new ArrayList<>();
        try {
            for (Path stretch : stretches) {
                DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(stretch)));
                open.add(in);
                advance(in, heads);
            }
            for (Head head = heads.poll(); head != null; head = heads.poll()) {
                consumer.accept(head.row().number(), cells(head.row().cells));
                advance(head.rest(), heads);
            }
        } finally {
            for (DataInputStream in : open) {
                in.close();
            }
        }
    }

    private static void advance(DataInputStream in, PriorityQueue<Head> heads) throws IOException {
        long number = in.readLong();
        if (number != END) {
            heads.add(new Head(new Row(text(in), number, in.readNBytes(in.readInt())), in));
        }
    }

    private static List<String> cells(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        List<String> cells = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            cells.add(text(in));
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
