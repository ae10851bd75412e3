package yingbao.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import yingbao.policy.pack.Pack;
import yingbao.policy.register.Intake;
import yingbao.policy.register.RegisterReader;
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

    /** Prints the first faults and says where all of them are. */
    void complain(Read read, String whereAll) {
        List<RowFault> faults = read.faults();
        if (faults.isEmpty()) {
            return;
        }
        console.complain(
                console.text("register.faults", faults.size(), read.intake().householdRowsHeldBack(), whereAll));
        faults.stream().limit(FAULTS_SHOWN_MAX).forEach(fault -> console.complain("  " + describe(fault)));
        if (faults.size() > FAULTS_SHOWN_MAX) {
            console.complain("  " + console.text("register.more", faults.size() - FAULTS_SHOWN_MAX));
        }
    }

    String describe(RowFault fault) {
        String value = fault.value().isEmpty() ? "" : console.text("register.fault-value", fault.value());
        String what = console.text(fault.code(), fault.args().toArray());
        return console.text("register.fault", fault.file(), Long.toString(fault.row()), fault.column(), what, value);
    }

    /** Writes all faults to a file that a spreadsheet opens. */
    void write(List<RowFault> faults, Path file) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("file", "row", "column", "value", "fault");
            for (RowFault fault : faults) {
                csv.writeRecord(
                        fault.file(),
                        Long.toString(fault.row()),
                        fault.column(),
                        fault.value(),
                        console.text(fault.code(), fault.args().toArray()));
            }
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
