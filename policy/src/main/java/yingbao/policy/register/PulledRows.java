package yingbao.policy.register;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the rows of a table state, taken one by one by whoever reads another table meanwhile. */
final class PulledRows implements AutoCloseable {
    private static final int BATCHES_AHEAD = 3;

    private final RowReader reader;
    private final BlockingQueue<Batch> ahead = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> reading;
    private final Deque<RowReader.Parsed> parsed = new ArrayDeque<>();
    private boolean ended;

    /**
     * Rows that follow each other.
     *
     * @param end whether they are the last ones
     * @param failure what kept others from being read
     */
    private record Batch(List<RowReader.Row> rows, boolean end, Optional<Throwable> failure) {}

    PulledRows(Table table, RowReader reader) {
        this.reader = reader;
        this.reading = thread.submit(() -> read(table));
    }

    @SuppressWarnings("IllegalCatch")
    private void read(Table table) {
        List<RowReader.Row> batch = new ArrayList<>(RegisterReader.ROWS_AT_ONCE);
        Optional<Throwable> failure = Optional.empty();
        try {
            table.forEachRow((number, cells) -> {
                batch.add(new RowReader.Row(number, cells));
                if (batch.size() == RegisterReader.ROWS_AT_ONCE) {
                    put(new Batch(List.copyOf(batch), false, Optional.empty()));
                    batch.clear();
                }
            });
        } catch (Throwable failed) {
            // Whatever it is, it belongs to whoever waits for the rows and would wait for ever.
            failure = Optional.of(failed);
        }
        put(new Batch(List.copyOf(batch), true, failure));
    }

    private void put(Batch batch) {
        try {
            ahead.put(batch);
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody takes the rows any more", abandoned);
        }
    }

    /** The next row, which stays the next until it is removed; none at the end. */
    Optional<RowReader.Parsed> peek() throws IOException {
        while (parsed.isEmpty() && !ended) {
            Batch batch = take();
            parsed.addAll(reader.parse(batch.rows()));
            ended = batch.end();
            if (batch.failure().isPresent()) {
                throw unreadable(batch.failure().get());
            }
        }
        return Optional.ofNullable(parsed.peek());
    }

    private Batch take() throws IOException {
        try {
            return ahead.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static IOException unreadable(Throwable failure) {
        return failure instanceof IOException own ? own : new IOException(failure);
    }

    void remove() {
        parsed.remove();
    }

    @Override
    public void close() {
        reading.cancel(true);
        thread.close();
    }
}
