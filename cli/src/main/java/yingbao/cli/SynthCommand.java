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
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yingbao.policy.batch.SnapshotOrigin;
import yingbao.policy.batch.SnapshotWriter;
import yingbao.policy.pack.Pack;

/** {@code yingbao synth}: as many made-up households as wanted, drawn from known averages, as a snapshot or a register. */
@Command(name = "synth", resourceBundle = "yingbao.cli.help", mixinStandardHelpOptions = true)
final class SynthCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--households", paramLabel = "N", required = true)
    long households;

    @Option(names = "--seed", paramLabel = "SEED")
    long seed = 1;

    @Option(names = "--out", paramLabel = "FILE")
    @Nullable
    Path out;

    @Option(names = "--csv", paramLabel = "FOLDER")
    @Nullable
    Path csv;

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
        if (out == null && csv == null) {
            throw new Refusal(console.text("synth.needs-out"));
        }
        Pack read = Packs.read(pack, console);
        Assumptions assumptions = new Assumptions();
        SyntheticProvince province = new SyntheticProvince(read, assumptions.day(), assumptions, households, seed);
        if (province.isNowhere()) {
            throw new Refusal(console.text("synth.nowhere", read.title()));
        }
        if (out != null) {
            writeSnapshot(province, read, assumptions.day(), out);
        }
        if (csv != null) {
            writeRegister(province, read, assumptions.day(), csv);
        }
        return Exit.DONE.code();
    }

    private void writeSnapshot(SyntheticProvince province, Pack read, LocalDate day, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            try (SnapshotWriter writer = new SnapshotWriter(file, read, day, new SnapshotOrigin.Synthetic(seed))) {
                inOrder(province, province::block, block -> {
                    writer.append(block);
                    return writer.households();
                });
                writer.finish();
                console.print(
                        console.text("synth.done", writer.households(), writer.persons(), Files.size(file), file));
            }
        } catch (IOException unwritable) {
            throw new Refusal(console.text("io.write", file, String.valueOf(unwritable.getMessage())));
        }
    }

    private void writeRegister(SyntheticProvince province, Pack read, LocalDate day, Path folder) {
        try {
            Files.createDirectories(folder);
            try (SyntheticRegister register = new SyntheticRegister(read, folder)) {
                inOrder(province, block -> register.part(province, block), part -> {
                    register.append(part);
                    return register.householdCount();
                });
                register.finish();
                console.print(console.text(
                        "synth.csv-done", register.householdCount(), register.personCount(), folder, day.toString()));
            }
        } catch (IOException unwritable) {
            throw new Refusal(console.text("io.write", folder, String.valueOf(unwritable.getMessage())));
        }
    }

    /** Takes what was made of a block, and says how many households have been taken. */
    @FunctionalInterface
    private interface Taker<T> {
        long take(T made) throws IOException;
    }

    /** Makes something of every block on several threads, a few ahead, and has it taken in their order. */
    private <T> void inOrder(SyntheticProvince province, IntFunction<T> make, Taker<T> taker) throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads);
                Progress progress = new Progress(console, console.text("synth.drawing"))) {
            Deque<Future<T>> ahead = new ArrayDeque<>();
            int next = 0;
            while (next < province.blocks() || !ahead.isEmpty()) {
                if (next < province.blocks() && ahead.size() <= threads) {
                    int number = next;
                    ahead.add(workers.submit(() -> make.apply(number)));
                    next++;
                } else {
                    progress.at(taker.take(result(ahead.remove())), households);
                }
            }
        }
    }

    private static <T> T result(Future<T> future) {
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
