package yingbao.platform.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.audit.Audit;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.jobs.JobWork;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.policy.pack.Pack;
import yingbao.policy.register.Intake;
import yingbao.policy.register.RegisterReader;
import yingbao.policy.register.RowFault;
import yingbao.policy.register.Table;
import yingbao.policy.value.Language;
import yingbao.sheet.RegisterFiles;
import yingbao.sheet.ReturnedTable;
import yingbao.sheet.SheetProblem;

/**
 * Reads a file and lands it. The reading changes nothing, and the landing is one transaction, so that a job which was
 * killed is simply done again.
 */
@Component
class ImportWork implements JobWork {
    static final String KIND = "registry.import";

    private static final int FAULTS_SHOWN = 200;
    private static final String RETURNED_WORKBOOK = "需改正.xlsx";

    /** What stands before the name of a sheet where a table is named. */
    private static final String IN_WORKBOOK = Imports.WORKBOOK + "!";

    private final ImportQueries queries;
    private final Landing landing;
    private final TransactionTemplate transaction;
    private final Pack pack;
    private final Audit audit;
    private final Today today;
    private final Texts texts;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    ImportWork(
            ImportQueries queries,
            Landing landing,
            TransactionTemplate transaction,
            Pack pack,
            Audit audit,
            Today today,
            Texts texts,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.queries = queries;
        this.landing = landing;
        this.transaction = transaction;
        this.pack = pack;
        this.audit = audit;
        this.today = today;
        this.texts = texts;
        this.json = json;
        this.events = events;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobId id, String payload, JobProgress progress) {
        UUID importId = json.readValue(payload, Imports.Order.class).importId();
        ImportQueries.ImportRow row = inTransaction(() -> queries.find(importId).orElseThrow(Imports::unknown));
        if (row.state().equals("WAITING")) {
            carryOut(row, progress);
        }
        return message(inTransaction(() -> queries.find(importId).orElseThrow(Imports::unknown)));
    }

    private String message(ImportQueries.ImportRow row) {
        return row.state().equals("REFUSED")
                ? texts.text("registry.import-refused")
                : texts.text("registry.import-done", row.read(), row.landed(), row.same(), row.held());
    }

    private void carryOut(ImportQueries.ImportRow row, JobProgress progress) {
        Path folder = folder();
        try {
            inTransaction(() -> write(row.id(), folder));
            read(row, folder, progress);
        } catch (SheetProblem problem) {
            Object[] args = problem.args().stream()
                    .map(arg -> arg.replace(IN_WORKBOOK, "").replace(Imports.WORKBOOK, row.fileName()))
                    .toArray();
            String text = texts.text(Language.CHINESE, problem.code(), args);
            refuse(row, List.of(new Imports.ImportFault(row.fileName(), 0, "", "", text)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            delete(folder);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("yingbao-import");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean write(UUID id, Path folder) {
        for (String name : queries.files(id, false)) {
            try (OutputStream bytes = Files.newOutputStream(folder.resolve(name))) {
                queries.read(id, name, bytes);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return true;
    }

    private void read(ImportQueries.ImportRow row, Path folder, JobProgress progress) throws IOException {
        try (RegisterFiles files = RegisterFiles.open(only(folder))) {
            List<Table> tables = List.of(
                    ReturnedTable.withoutRemarks(files.households()), ReturnedTable.withoutRemarks(files.persons()));
            List<RowFault> faults = new ArrayList<>();
            Intake intake = RegisterReader.read(
                    tables.getFirst(),
                    tables.getLast(),
                    pack,
                    row.effectiveOn(),
                    faults::add,
                    rows -> progress.report(rows, 0));
            switch (intake) {
                case Intake.Refused _ -> refuse(row, shown(faults));
                case Intake.Taken taken -> {
                    inTransaction(() -> land(row, taken, tables, faults));
                    long rows = taken.householdRows() + taken.personRows();
                    progress.report(rows, rows);
                }
            }
        }
    }

    /** The one workbook, or the folder of two CSV files. */
    private static Path only(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            return all.size() == 1 ? all.getFirst() : folder;
        }
    }

    private void refuse(ImportQueries.ImportRow row, List<Imports.ImportFault> faults) {
        inTransaction(() -> {
            queries.finish(
                    row.id(),
                    "REFUSED",
                    new ImportQueries.Counts(0, 0, 0, 0, 0, 0, 0),
                    json.writeValueAsString(faults),
                    List.of(),
                    today.instant());
            return row;
        });
    }

    private boolean land(ImportQueries.ImportRow row, Intake.Taken taken, List<Table> tables, List<RowFault> faults) {
        if (!queries.hold(row.id()).orElseThrow().state().equals("WAITING")) {
            return false;
        }
        Landing.Landed landed =
                landing.land(taken.register().households(), row.effectiveOn(), row.source(), row.id(), faults::add);
        long read = taken.householdRows() + taken.personRows();
        long held = read - landed.landed() - landed.same();
        List<String> returned = held == 0 ? List.of() : giveBack(row.id(), tables, landed, faults);
        queries.finish(
                row.id(),
                "DONE",
                new ImportQueries.Counts(
                        read,
                        landed.landed(),
                        landed.same(),
                        held,
                        landed.householdsNew(),
                        landed.personsNew(),
                        landed.statements()),
                json.writeValueAsString(shown(faults)),
                returned,
                today.instant());
        audit.record(
                "import.land",
                "import",
                row.id(),
                Callers.current().area(),
                Map.of("read", "" + read, "landed", "" + landed.landed(), "held", "" + held));
        if (!landed.touched().isEmpty()) {
            events.publishEvent(new FactsImported(row.id(), row.effectiveOn(), landed.touched()));
        }
        return true;
    }

    private List<String> giveBack(UUID id, List<Table> tables, Landing.Landed landed, List<RowFault> faults) {
        List<ReturnedTable> back =
                tables.stream().map(table -> returned(table, landed, faults)).toList();
        boolean workbook = tables.getFirst().name().contains("!");
        try {
            if (workbook) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ReturnedTable.writeWorkbook(bytes, back);
                return List.of(store(id, RETURNED_WORKBOOK, bytes));
            }
            List<String> names = new ArrayList<>();
            for (int table = 0; table < back.size(); table++) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                back.get(table).writeCsv(bytes);
                names.add(store(id, "需改正-" + (table == 0 ? "家庭" : "成员") + ".csv", bytes));
            }
            return names;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String store(UUID id, String name, ByteArrayOutputStream bytes) throws IOException {
        queries.store(id, Callers.current(), name, true, new ByteArrayInputStream(bytes.toByteArray()));
        return name;
    }

    private ReturnedTable returned(Table table, Landing.Landed landed, List<RowFault> faults) {
        Set<Long> kept = new HashSet<>();
        landed.kept().stream()
                .filter(origin -> origin.file().equals(table.name()))
                .forEach(origin -> kept.add(origin.row()));
        Map<Long, List<ReturnedTable.Remark>> remarks = new HashMap<>();
        for (RowFault fault : faults) {
            if (fault.file().equals(table.name())) {
                remarks.computeIfAbsent(fault.row(), _ -> new ArrayList<>())
                        .add(new ReturnedTable.Remark(fault.column(), text(fault)));
            }
        }
        return new ReturnedTable(table, row -> !kept.contains(row), remarks);
    }

    private List<Imports.ImportFault> shown(List<RowFault> faults) {
        return faults.stream()
                .limit(FAULTS_SHOWN)
                .map(fault -> new Imports.ImportFault(
                        fault.file().replace(IN_WORKBOOK, ""), fault.row(), fault.column(), fault.value(), text(fault)))
                .toList();
    }

    private String text(RowFault fault) {
        return texts.text(Language.CHINESE, fault.code(), fault.args().toArray());
    }

    private <T> T inTransaction(Callers.Deed<T, RuntimeException> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.run()));
    }
}
