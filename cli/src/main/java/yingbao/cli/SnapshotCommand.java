package yingbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yingbao.policy.batch.SnapshotOrigin;
import yingbao.policy.batch.SnapshotWriter;
import yingbao.policy.decide.Household;
import yingbao.policy.pack.Pack;
import yingbao.policy.register.RegisterStream;
import yingbao.policy.register.RegisteredHousehold;

/** {@code yingbao snapshot}: a register as one file that is asked again and again. */
@Command(name = "snapshot", resourceBundle = "yingbao.cli.help", mixinStandardHelpOptions = true)
final class SnapshotCommand implements Callable<Integer> {
    private static final String FAULTS = ".faults.csv";

    private final Console console;
    private final Registers registers;

    @Option(names = "--in", paramLabel = "FOLDER", required = true)
    Path in = Path.of(".");

    @Option(names = "--out", paramLabel = "FILE", required = true)
    Path out = Path.of(".");

    @Option(names = "--on", paramLabel = "YYYY-MM-DD")
    @Nullable
    String on;

    @Option(names = "--pack", paramLabel = "PACK")
    String pack = "jilin";

    SnapshotCommand(Console console) {
        this.console = console;
        this.registers = new Registers(console);
    }

    @Override
    public Integer call() {
        LocalDate day = on == null ? Today.date() : registers.date(on);
        Pack read = Packs.read(pack, console);
        Path faultsFile = out.resolveSibling(out.getFileName() + FAULTS);
        Path folder = out.toAbsolutePath().resolveSibling("");
        try {
            Files.createDirectories(folder);
            try (SnapshotWriter writer = new SnapshotWriter(out, read, day, new SnapshotOrigin.Register());
                    FaultsFile faults = new FaultsFile(faultsFile, console)) {
                RegisterStream.Counted counted =
                        registers.stream(in, read, day, folder, faults, household -> add(household, writer));
                writer.finish();
                faults.finish();
                console.print(console.text(
                        "snapshot.done",
                        writer.households(),
                        writer.persons(),
                        counted.householdRows(),
                        counted.personRows(),
                        Files.size(out),
                        out));
                registers.complain(
                        faults.count(),
                        faults.first(),
                        counted.householdRows() - counted.households(),
                        console.text("register.faults-file", faultsFile));
                return faults.count() == 0 ? Exit.DONE.code() : Exit.FOUND.code();
            }
        } catch (IOException unwritable) {
            throw new Refusal(console.text("io.write", out, String.valueOf(unwritable.getMessage())));
        }
    }

    private void add(RegisteredHousehold household, SnapshotWriter writer) {
        try {
            writer.add(new Household(household.area(), household.facts(), household.members()));
        } catch (IOException unwritable) {
            throw new Refusal(console.text("io.write", out, String.valueOf(unwritable.getMessage())));
        }
    }
}
