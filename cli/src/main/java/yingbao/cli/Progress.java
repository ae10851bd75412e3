package yingbao.cli;

import java.util.Optional;

/** A progress bar for work that takes long; silent where nobody watches a terminal. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long INTERVAL_NANOS = 100_000_000;

    private final Console console;
    private final String what;
    private final boolean watched;
    private long lastShownNanos;
    private boolean shown;

    Progress(Console console, String what) {
        this.console = console;
        this.what = what;
        this.watched = Optional.ofNullable(System.console())
                .map(java.io.Console::isTerminal)
                .orElse(false);
    }

    /** Shows how far the work is; {@code total} zero where nobody knows it. */
    void at(long done, long total) {
        long nowNanos = System.nanoTime();
        if (!watched || nowNanos - lastShownNanos < INTERVAL_NANOS) {
            return;
        }
        lastShownNanos = nowNanos;
        shown = true;
        if (total > 0) {
            int filled = (int) (WIDTH * Math.min(done, total) / total);
            console.overwrite(
                    what + " [" + "█".repeat(filled) + "·".repeat(WIDTH - filled) + "] " + done + "/" + total);
        } else {
            console.overwrite(what + " " + done);
        }
    }

    @Override
    public void close() {
        if (shown) {
            console.complain("");
        }
    }
}
