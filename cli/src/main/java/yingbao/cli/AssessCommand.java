package yingbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yingbao.policy.decide.Household;
import yingbao.policy.pack.Pack;
import yingbao.policy.register.RegisteredHousehold;
import yingbao.sheet.Templates;

/** {@code yingbao assess}: every decision of a register, and a summary by area and programme. */
@Command(name = "assess", resourceBundle = "yingbao.cli.help", mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {
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

    @Option(names = "--snapshot", paramLabel = "FILE")
    @Nullable
    Path snapshot;

    @Option(names = "--decisions")
    boolean decisions;

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
        if (in == null && snapshot == null) {
            throw new Refusal(console.text("assess.needs-in"));
        }
        if (out == null && snapshot == null) {
            throw new Refusal(console.text("assess.needs-out"));
        }
        if (on == null) {
            throw new Refusal(console.text("assess.needs-on"));
        }
        if (snapshot != null) {
            return new SnapshotAssessment(console, Packs.read(pack, console), registers.date(on))
                    .assess(snapshot, Optional.ofNullable(out), decisions);
        }
        return assess(Objects.requireNonNull(in), Objects.requireNonNull(out), registers.date(on));
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
        Deciding.Done done = new Deciding(console, read, day)
                .decide(households.size(), place -> household(households.get(place)), to);
        done.summary().lines(console).forEach(console::print);
        console.print(console.text(
                "assess.done",
                households.size(),
                register.intake().register().persons(),
                register.intake().householdRows(),
                register.intake().personRows(),
                done.written(),
                done.file()));
    }

    private static Household household(RegisteredHousehold registered) {
        return new Household(registered.area(), registered.facts(), registered.members());
    }
}
