package yingbao.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Household;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.register.RegisteredHousehold;

/** {@code yingbao compare}: who enters, leaves, gains and loses between two days or two packs. */
@Command(name = "compare", resourceBundle = "yingbao.cli.help", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final String CHANGES = "changes.csv";

    private final Console console;
    private final Registers registers;

    @Option(names = "--in", paramLabel = "FOLDER", required = true)
    Path in = Path.of(".");

    @Option(names = "--on", paramLabel = "YYYY-MM-DD", required = true)
    String on = "";

    @Option(names = "--and", paramLabel = "YYYY-MM-DD")
    @Nullable
    String and;

    @Option(names = "--pack", paramLabel = "PACK")
    String pack = "jilin";

    @Option(names = "--and-pack", paramLabel = "PACK")
    @Nullable
    String andPack;

    @Option(names = "--out", paramLabel = "FOLDER")
    @Nullable
    Path out;

    CompareCommand(Console console) {
        this.console = console;
        this.registers = new Registers(console);
    }

    @Override
    public Integer call() {
        LocalDate dayBefore = registers.date(on);
        LocalDate dayAfter = and == null ? dayBefore : registers.date(and);
        Pack packBefore = Packs.read(pack, console);
        Registers.Read register = registers.read(in, packBefore, dayBefore);
        Pack packAfter = packBefore;
        Registers.Read again = register;
        if (andPack != null) {
            // Another pack may know other facts, in other slots, so it reads the register itself.
            packAfter = Packs.read(andPack, console);
            again = registers.read(in, packAfter, dayAfter);
        }
        Changes changes = new Changes();
        Engine before = new Engine(packBefore, dayBefore);
        Engine after = new Engine(packAfter, dayAfter);
        for (RegisteredHousehold household : register.intake().register().households()) {
            String county = Deciding.county(packBefore, household.area(), dayBefore);
            Map<String, Decision> decisionsBefore = byUnit(before, packBefore, dayBefore, household);
            Optional<RegisteredHousehold> same = again.intake().register().find(household.id());
            Map<String, Decision> decisionsAfter =
                    same.isPresent() ? byUnit(after, packAfter, dayAfter, same.get()) : Map.of();
            changes.add(county, decisionsBefore, decisionsAfter);
        }
        console.print(console.text(
                "compare.header", packBefore.title() + " " + dayBefore, packAfter.title() + " " + dayAfter));
        changes.lines(console).forEach(console::print);
        changes.affected(console).forEach(console::print);
        if (out != null) {
            write(changes, out);
        }
        registers.complain(register, "");
        return register.faults().isEmpty() ? Exit.DONE.code() : Exit.FOUND.code();
    }

    private static Map<String, Decision> byUnit(
            Engine engine, Pack pack, LocalDate day, RegisteredHousehold registered) {
        Household household = new Household(
                pack.areas().resolve(registered.area(), day).map(Area::code).orElse(registered.area()),
                registered.facts(),
                registered.members());
        Map<String, Decision> byUnit = new LinkedHashMap<>();
        for (Decision decision : engine.decide(household)) {
            byUnit.put(
                    decision.basis().programme().id() + " " + decision.basis().unitId(), decision);
        }
        return byUnit;
    }

    private void write(Changes changes, Path folder) {
        Path file = folder.resolve(CHANGES);
        try {
            Files.createDirectories(folder);
            try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                csv.writeRecord(
                        "programme", "unit_id", "change", "outcome_before", "fen_before", "outcome_after", "fen_after");
                for (Changes.Change change : changes.list()) {
                    List<String> row = new ArrayList<>(List.of(
                            change.programme(), change.unitId(), change.kind().name()));
                    row.addAll(List.of(
                            change.outcomeBefore(),
                            Long.toString(change.fenBefore()),
                            change.outcomeAfter(),
                            Long.toString(change.fenAfter())));
                    csv.writeRecord(row);
                }
            }
        } catch (IOException unwritable) {
            throw new Refusal(console.text("io.write", file, String.valueOf(unwritable.getMessage())));
        }
        console.print(console.text("compare.list", file));
    }
}
