package yingbao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import yingbao.policy.pack.Pack;
import yingbao.policy.register.Intake;
import yingbao.policy.register.RegisterReader;
import yingbao.policy.register.RegisterStream;
import yingbao.policy.register.RowFault;
import yingbao.sheet.RegisterFiles;
import yingbao.sheet.SheetProblem;

/** Reads registers for commands and tells what is wrong with them. */
final class Registers {
    private static final int FAULTS_SHOWN_MAX = 20;

    private final Console console;

    /**
     * A register that was read.
     *
     * @param intake its households and the numbers of rows
     * @param faults what was wrong with rows
     */
    record Read(Intake.Taken intake, List<RowFault> faults) {}

    Registers(Console console) {
        this.console = console;
    }

    Read read(Path in, Pack pack, LocalDate on) {
        List<RowFault> faults = new ArrayList<>();
        try (RegisterFiles files = RegisterFiles.open(in);
                Progress progress = new Progress(console, console.text("register.reading"))) {
            Intake intake = RegisterReader.read(
                    files.households(), files.persons(), pack, on, faults::add, rows -> progress.at(rows, 0));
            return switch (intake) {
                case Intake.Taken taken -> new Read(taken, faults);
                case Intake.Refused _ -> {
                    faults.forEach(fault -> console.complain(describe(fault)));
                    throw new Refusal(console.text("register.refused"));
                }
            };
        } catch (SheetProblem problem) {
            throw new Refusal(console.text(problem.code(), problem.args().toArray()));
        } catch (IOException unreadable) {
            throw new Refusal(console.text("io.read", in, String.valueOf(unreadable.getMessage())));
        }
    }

    /**
     * Reads a register household by household, whatever its size.
     *
     * @param scratch a folder for what does not fit into memory
     * @param faults takes what is wrong with rows
     */
    RegisterStream.Counted stream(
            Path in, Pack pack, LocalDate on, Path scratch, FaultsFile faults, RegisterStream.Taker taker) {
        try (RegisterFiles files = RegisterFiles.open(in);
                Progress progress = new Progress(console, console.text("register.reading"))) {
            return RegisterStream.read(
                            files.households(),
                            files.persons(),
                            pack,
                            on,
                            scratch,
                            faults::add,
                            rows -> progress.at(rows, 0),
                            taker)
                    .orElseThrow(() -> {
                        faults.first().forEach(fault -> console.complain(describe(fault)));
                        return new Refusal(console.text("register.refused"));
                    });
        } catch (SheetProblem problem) {
            throw new Refusal(console.text(problem.code(), problem.args().toArray()));
        } catch (IOException unreadable) {
            throw new Refusal(console.text("io.read", in, String.valueOf(unreadable.getMessage())));
        }
    }

    /** Prints the first faults and says where all of them are. */
    void complain(Read read, String whereAll) {
        complain(read.faults().size(), read.faults(), read.intake().householdRowsHeldBack(), whereAll);
    }

    /**
     * Prints the first faults and says where all of them are.
     *
     * @param count how many there are
     */
    void complain(long count, List<RowFault> faults, long householdsHeldBack, String whereAll) {
        if (count == 0) {
            return;
        }
        console.complain(console.text("register.faults", count, householdsHeldBack, whereAll));
        faults.stream().limit(FAULTS_SHOWN_MAX).forEach(fault -> console.complain("  " + describe(fault)));
        if (count > FAULTS_SHOWN_MAX) {
            console.complain("  " + console.text("register.more", count - FAULTS_SHOWN_MAX));
        }
    }

    String describe(RowFault fault) {
        String value = fault.value().isEmpty() ? "" : console.text("register.fault-value", fault.value());
        String what = console.text(fault.code(), fault.args().toArray());
        return console.text("register.fault", fault.file(), Long.toString(fault.row()), fault.column(), what, value);
    }

    /** Writes all faults to a file that a spreadsheet opens. */
    void write(List<RowFault> faults, Path file) throws IOException {
        try (FaultsFile written = new FaultsFile(file, console)) {
            faults.forEach(written::add);
            written.finish();
        }
    }

    /** A date as typed on the command line. */
    LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException notADate) {
            throw new Refusal(console.text("date.bad", typed));
        }
    }
}
