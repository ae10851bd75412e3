package yingbao.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import yingbao.policy.batch.BatchEngine;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Sink;
import yingbao.policy.batch.Snapshot;
import yingbao.policy.batch.SnapshotOrigin;
import yingbao.policy.batch.SnapshotProblem;
import yingbao.policy.batch.Totals;
import yingbao.policy.batch.Watch;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Decides a snapshot: totals by programme on the screen, by county and programme in a file, each decision on demand. */
final class SnapshotAssessment {
    private static final String TOTALS = "totals.csv";
    private static final int FEN_DECIMALS = 2;
    private static final String BETWEEN = "；";

    private final Console console;
    private final Pack pack;
    private final LocalDate day;

    SnapshotAssessment(Console console, Pack pack, LocalDate day) {
        this.console = console;
        this.pack = pack;
        this.day = day;
    }

    /**
     * Decides a snapshot.
     *
     * @param folder where totals by county go
     * @param decisions whether each decision goes there too
     */
    int assess(Path file, Optional<Path> folder, boolean decisions) {
        if (decisions && folder.isEmpty()) {
            throw new Refusal(console.text("assess.needs-out"));
        }
        try (Snapshot snapshot = Snapshot.open(file, pack)) {
            if (snapshot.origin() instanceof SnapshotOrigin.Synthetic(long seed)) {
                console.complain(console.text("snapshot.synthetic-notice", Long.toString(seed)));
            }
            Population population = snapshot.population();
            BatchEngine engine = BatchEngine.compile(pack, day, population);
            Totals totals = decide(engine, Totals.by(AreaLevel.COUNTY, engine));
            lines(totals).forEach(console::print);
            console.print(console.text(
                    "snapshot.decided",
                    population.households(),
                    population.persons(),
                    snapshot.on().toString(),
                    totals.decidedApart()));
            if (folder.isPresent()) {
                write(engine, totals, population, folder.get(), decisions);
            }
            return Exit.DONE.code();
        } catch (SnapshotProblem problem) {
            throw new Refusal(console.text(problem.code(), problem.args().toArray()));
        } catch (IOException unreadable) {
            throw new Refusal(console.text("io.read", file, String.valueOf(unreadable.getMessage())));
        }
    }

    private <R> R decide(BatchEngine engine, Sink<R> sink) {
        try (Progress progress = new Progress(console, console.text("register.deciding"))) {
            Watch watch = new Watch() {
                @Override
                public boolean isStopped() {
                    return false;
                }

                @Override
                public synchronized void at(long households, long ofAll) {
                    progress.at(households, ofAll);
                }
            };
            return engine.decide(sink, watch).orElseThrow();
        }
    }

    /** Writes every decision, and says how many there are. */
    private long decide(BatchEngine engine, Population population, Path folder) throws IOException {
        try (DecisionsFile file = new DecisionsFile(folder)) {
            decide(engine, new DecisionsSink(pack, day, population, file));
            file.finish();
            return file.written();
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    private void write(BatchEngine engine, Totals totals, Population population, Path folder, boolean decisions) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(TOTALS);
            Path unfinished = folder.resolve(TOTALS + ".part");
            try (CsvWriter csv =
                    CsvWriter.builder().build(Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8))) {
                write(totals, csv);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            console.print(console.text("snapshot.totals", file));
            if (decisions) {
                long written = decide(engine, population, folder);
                console.print(console.text("snapshot.decisions", written, folder.resolve(DecisionsFile.NAME)));
            }
        } catch (IOException unwritable) {
            throw new Refusal(console.text("io.write", folder, String.valueOf(unwritable.getMessage())));
        }
    }

    private void write(Totals totals, CsvWriter csv) {
        csv.writeRecord(
                "area",
                "area_name",
                "programme",
                "asked",
                "eligible",
                "not_eligible",
                "undetermined",
                "amount_fen",
                "refused_by",
                "missing",
                "waiting_for");
        for (AreaCode area : totals.areas()) {
            for (int number = 0; number < totals.programmes().size(); number++) {
                Totals.Line line = totals.in(area, number);
                csv.writeRecord(
                        area.shortForm(),
                        Deciding.county(pack, area, day),
                        totals.programmes().get(number).id(),
                        Long.toString(line.asked()),
                        Long.toString(line.eligible()),
                        Long.toString(line.refused()),
                        Long.toString(line.undetermined()),
                        line.amountFen().toString(),
                        listed(line.refusedBy()),
                        listed(line.missing()),
                        listed(line.waitingFor()));
            }
        }
    }

    private static String listed(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(BETWEEN));
    }

    private List<String> lines(Totals totals) {
        TextTable table = new TextTable(List.of(
                console.text("assess.programme"),
                ">" + console.text("snapshot.asked"),
                ">" + console.text("assess.eligible"),
                ">" + console.text("assess.not-eligible"),
                ">" + console.text("assess.undetermined"),
                ">" + console.text("assess.amount-head")));
        for (int number = 0; number < totals.programmes().size(); number++) {
            Programme programme = totals.programmes().get(number);
            Totals.Line line = totals.everywhere(number);
            table.add(List.of(
                    programme.title(),
                    Long.toString(line.asked()),
                    Long.toString(line.eligible()),
                    Long.toString(line.refused()),
                    Long.toString(line.undetermined()),
                    yuan(line.amountFen()) + " " + programme.pay().label()));
        }
        return table.lines();
    }

    private static String yuan(BigInteger fen) {
        return String.format(Locale.ROOT, "%,.2f", new BigDecimal(fen, FEN_DECIMALS));
    }
}
