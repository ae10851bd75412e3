package yingbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Explainer;
import yingbao.policy.decide.Household;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.register.RegisteredHousehold;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.sheet.Templates;

/** {@code yingbao assess}: every decision of a register, and a summary by area and programme. */
@Command(name = "assess", resourceBundle = "yingbao.cli.help", mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {
    private static final int CHUNK_HOUSEHOLDS = 1_000;
    private static final int CHUNKS_AHEAD_MAX = 6;
    private static final String DECISIONS = "decisions.csv";
    private static final String FAULTS = "faults.csv";

    private final Console console;
    private final Registers registers;

    @Option(names = "--in", paramLabel = "FOLDER")
    @Nullable
    Path in;

    @Option(names = "--out", paramLabel = "FOLDER")
    @Nullable
    Path out;

    @Option(names = "--on", paramLabel = "YYYY-MM-DD")
    @Nullable
    String on;

    @Option(names = "--pack", paramLabel = "PACK")
    String pack = "jilin";

    @Option(names = "--template", paramLabel = "FOLDER")
    @Nullable
    Path template;

    AssessCommand(Console console) {
        this.console = console;
        this.registers = new Registers(console);
    }

    @Override
    public Integer call() {
        if (template != null) {
            return writeTemplate(template);
        }
        if (in == null) {
            throw new Refusal(console.text("assess.needs-in"));
        }
        if (out == null) {
            throw new Refusal(console.text("assess.needs-out"));
        }
        if (on == null) {
            throw new Refusal(console.text("assess.needs-on"));
        }
        return assess(in, out, registers.date(on));
    }

    private int writeTemplate(Path folder) {
        try {
            Files.createDirectories(folder);
            Templates.write(folder, Packs.read(pack, console));
        } catch (IOException unwritable) {
            throw new Refusal(console.text("io.write", folder, String.valueOf(unwritable.getMessage())));
        }
        console.print(console.text("assess.template", folder));
        return Exit.DONE.code();
    }

    private int assess(Path from, Path to, LocalDate day) {
        Pack read = Packs.read(pack, console);
        Registers.Read register = registers.read(from, read, day);
        List<RegisteredHousehold> households = register.intake().register().households();
        try {
            Files.createDirectories(to);
            Files.deleteIfExists(to.resolve(FAULTS));
            if (!register.faults().isEmpty()) {
                registers.write(register.faults(), to.resolve(FAULTS));
            }
            decideAll(read, day, households, to, register);
        } catch (IOException unwritable) {
            throw new Refusal(console.text("io.write", to, String.valueOf(unwritable.getMessage())));
        }
        registers.complain(register, console.text("register.faults-file", to.resolve(FAULTS)));
        return register.faults().isEmpty() ? Exit.DONE.code() : Exit.FOUND.code();
    }

    private void decideAll(
            Pack read, LocalDate day, List<RegisteredHousehold> households, Path to, Registers.Read register)
            throws IOException {
        Engine engine = new Engine(read, day);
        Summary summary = new Summary(engine.programmes());
        Path file = to.resolve(DECISIONS);
        // An interrupted run must not leave half a file that looks whole.
        Path unfinished = to.resolve(DECISIONS + ".part");
        long written;
        try (ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                DecisionsFile decisions =
                        new DecisionsFile(unfinished, new Explainer(read, facts -> facts.id(), _ -> ""));
                Progress progress = new Progress(console, console.text("register.deciding"))) {
            Deque<Future<Chunk>> ahead = new ArrayDeque<>();
            long done = 0;
            for (int from = 0; from < households.size() || !ahead.isEmpty(); ) {
                if (from < households.size() && ahead.size() < CHUNKS_AHEAD_MAX) {
                    int next = Math.min(from + CHUNK_HOUSEHOLDS, households.size());
                    List<RegisteredHousehold> part = households.subList(from, next);
                    ahead.add(workers.submit(() -> decide(engine, read, day, part, decisions)));
                    from = next;
                } else {
                    Chunk chunk = result(ahead.remove());
                    decisions.write(chunk.rows());
                    summary.add(chunk.summary());
                    done += chunk.households();
                    progress.at(done, households.size());
                }
            }
            written = decisions.written();
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        summary.lines(console).forEach(console::print);
        console.print(console.text(
                "assess.done",
                households.size(),
                register.intake().register().persons(),
                register.intake().householdRows(),
                register.intake().personRows(),
                written,
                file));
    }

    /** What became of some households. */
    private record Chunk(int households, List<String[]> rows, Summary summary) {}

    private static Chunk result(Future<Chunk> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private static Chunk decide(
            Engine engine, Pack pack, LocalDate day, List<RegisteredHousehold> households, DecisionsFile decisions) {
        List<String[]> rows = new ArrayList<>();
        Summary summary = new Summary(engine.programmes());
        for (RegisteredHousehold registered : households) {
            Household household = new Household(registered.area(), registered.facts(), registered.members());
            Assessment assessment = engine.assess(household);
            String county = county(pack, registered.area(), day);
            for (Programme programme : engine.programmes()) {
                for (int holder : Engine.holders(programme, household)) {
                    Decision decision = assessment.decide(programme, holder);
                    summary.add(county, decision);
                    rows.add(decisions.row(decision, assessment, holder));
                }
            }
        }
        return new Chunk(households.size(), rows, summary);
    }

    static String county(Pack pack, AreaCode area, LocalDate day) {
        return pack.areas().within(AreaLevel.COUNTY, area, day).map(Area::name).orElseGet(area::shortForm);
    }
}
