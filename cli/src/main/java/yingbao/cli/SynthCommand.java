package yingbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yingbao.policy.batch.Block;
import yingbao.policy.batch.SnapshotOrigin;
import yingbao.policy.batch.SnapshotWriter;
import yingbao.policy.pack.Pack;

/** {@code yingbao synth}: a snapshot of as many made-up households as wanted, drawn from known averages. */
@Command(name = "synth", resourceBundle = "yingbao.cli.help", mixinStandardHelpOptions = true)
final class SynthCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--households", paramLabel = "N", required = true)
    long households;

    @Option(names = "--seed", paramLabel = "SEED")
    long seed = 1;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    Path out = Path.of(".");

    @Option(names = "--pack", paramLabel = "PACK")
    String pack = "jilin";

    @Option(names = "--threads", paramLabel = "N", hidden = true)
    int threads = Runtime.getRuntime().availableProcessors();

    SynthCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (households < 1 || households > SyntheticProvince.HOUSEHOLDS_MAX) {
            throw new Refusal(console.text("synth.households", SyntheticProvince.HOUSEHOLDS_MAX));
        }
        Pack read = Packs.read(pack, console);
        Assumptions assumptions = new Assumptions();
        LocalDate day = assumptions.day();
        SyntheticProvince province = new SyntheticProvince(read, day, assumptions, households, seed);
        if (province.isNowhere()) {
            throw new Refusal(console.text("synth.nowhere", read.title()));
        }
        try {
            Files.createDirectories(out.toAbsolutePath().resolveSibling(""));
            try (SnapshotWriter writer = new SnapshotWriter(out, read, day, new SnapshotOrigin.Synthetic(seed))) {
                write(province, writer);
                writer.finish();
                console.print(console.text("synth.done", writer.households(), writer.persons(), Files.size(out), out));
            }
        } catch (IOException unwritable) {
            throw new Refusal(console.text("io.write", out, String.valueOf(unwritable.getMessage())));
        }
        return Exit.DONE.code();
    }

    /** Draws blocks on several threads, a few ahead, and writes them in their order. */
    private void write(SyntheticProvince province, SnapshotWriter writer) throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads);
                Progress progress = new Progress(console, console.text("synth.drawing"))) {
            Deque<Future<Block>> ahead = new ArrayDeque<>();
            int next = 0;
            while (next < province.blocks() || !ahead.isEmpty()) {
                if (next < province.blocks() && ahead.size() <= threads) {
                    int number = next;
                    ahead.add(workers.submit(() -> province.block(number)));
                    next++;
                } else {
                    writer.append(result(ahead.remove()));
                    progress.at(writer.households(), households);
                }
            }
        }
    }

    private static Block result(Future<Block> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
