package yingbao.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import yingbao.policy.register.Table;

/**
 * A table that is taken apart by a thread of its own, some thousand rows ahead of whoever takes them: the file is read
 * on one core while the rows before are checked on another.
 */
record ReadAhead(Table table) implements Table {
    private static final int ROWS = 512;
    private static final int BATCHES_AHEAD = 8;

    /** What the reading thread hands over. */
    private sealed interface Read {
        record Rows(List<Row> rows) implements Read {}

        record End(Optional<Throwable> failure) implements Read {}
    }

    private record Row(long number, List<String> cells) {}

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
        BlockingQueue<Read> ahead = new ArrayBlockingQueue<>(BATCHES_AHEAD);
        // Closing it waits for the thread, which must not read on in a file that is closed.
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> reading = thread.submit(() -> read(ahead));
            try {
                boolean more = true;
                while (more) {
                    more = take(ahead.take(), consumer);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while reading " + name(), stopped);
            } finally {
                reading.cancel(true);
            }
        }
    }

    /** Whether more is to come. */
    private static boolean take(Read read, RowConsumer consumer) throws IOException {
        return switch (read) {
            case Read.Rows(List<Row> rows) -> {
                rows.forEach(row -> consumer.accept(row.number(), row.cells()));
                yield true;
            }
            case Read.End(Optional<Throwable> failure) -> {
                if (failure.isPresent() && failure.get() instanceof IOException unreadable) {
                    throw unreadable;
                }
                failure.ifPresent(other -> {
                    throw new IllegalStateException(other);
                });
                yield false;
            }
        };
    }

    @SuppressWarnings("IllegalCatch")
    private void read(BlockingQueue<Read> ahead) {
        List<Row> batch = new ArrayList<>(ROWS);
        Optional<Throwable> failure = Optional.empty();
        try {
            table.forEachRow((number, cells) -> {
                batch.add(new Row(number, cells));
                if (batch.size() == ROWS) {
                    put(ahead, new Read.Rows(List.copyOf(batch)));
                    batch.clear();
                }
            });
        } catch (Throwable failed) {
            // Whatever it is, it belongs to whoever waits for the rows and would wait for ever.
            failure = Optional.of(failed);
        }
        put(ahead, new Read.Rows(List.copyOf(batch)));
        put(ahead, new Read.End(failure));
    }

    private static void put(BlockingQueue<Read> ahead, Read read) {
        try {
            ahead.put(read);
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody takes the rows any more", abandoned);
        }
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
