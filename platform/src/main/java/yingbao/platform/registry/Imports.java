package yingbao.platform.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.audit.Audit;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.policy.pack.Pack;

/** Takes files of households, and tells what became of them. */
@Service
public class Imports {
    /** How large a file may be, in bytes. */
    static final long SIZE_MAX = 60L << 20;

    /** The name under which a workbook is read, whatever it was called. */
    static final String WORKBOOK = "register.xlsx";

    private static final int NAME_MAX = 200;
    private static final String HOUSEHOLDS = "家庭.csv";
    private static final String PERSONS = "成员.csv";

    private final ImportQueries queries;
    private final Jobs jobs;
    private final Audit audit;
    private final Today today;
    private final Texts texts;
    private final Pack pack;
    private final JsonMapper json;

    Imports(ImportQueries queries, Jobs jobs, Audit audit, Today today, Texts texts, Pack pack, JsonMapper json) {
        this.queries = queries;
        this.jobs = jobs;
        this.audit = audit;
        this.today = today;
        this.texts = texts;
        this.pack = pack;
        this.json = json;
    }

    /** A file that somebody brings. */
    public record Upload(String name, Source bytes) {}

    /** Where the bytes of a file are. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** What the job needs to know. */
    record Order(UUID importId) {}

    /** Something wrong with a cell. */
    public record ImportFault(String file, long row, String column, String value, String text) {}

    /**
     * An import as people see it.
     *
     * @param read rows with content; always landed, same and held together
     * @param landed rows of which something was new
     * @param same rows that said what was known already
     * @param held rows that were held back
     * @param returned names of the files that hold the rows held back, with the reasons
     * @param faults the first of them
     */
    public record ImportView(
            UUID id,
            String fileName,
            LocalDate effectiveOn,
            String source,
            String state,
            Optional<UUID> job,
            long read,
            long landed,
            long same,
            long held,
            long householdsNew,
            long personsNew,
            List<String> returned,
            List<ImportFault> faults,
            Instant createdAt,
            String createdName,
            Optional<Instant> finishedAt) {}

    /**
     * Takes a workbook, or two CSV files, and plans the reading of them.
     *
     * @param on the day from which what they say holds
     * @param supplier who supplied what they say
     * @throws Refusal {@code registry.import-files} for any other number or kind of files, {@code registry.import-size}
     */
    @Transactional
    public UUID submit(List<Upload> uploads, LocalDate on, String supplier) throws IOException {
        if (on.isAfter(today.date())) {
            throw Refusal.at("/effectiveOn", "registry.future", today.date());
        }
        if (!pack.catalogue().suppliers().containsKey(supplier)) {
            throw Refusal.at("/source", "registry.source-unknown");
        }
        List<String> names = names(uploads);
        Caller caller = Callers.current();
        UUID id = today.newId();
        String title = uploads.getFirst().name();
        String shown = title.substring(Math.max(0, title.length() - NAME_MAX));
        queries.insert(id, shown, on, supplier, caller, today.instant());
        long size = 0;
        for (int file = 0; file < uploads.size(); file++) {
            try (InputStream bytes = uploads.get(file).bytes().open()) {
                size += queries.store(id, caller, names.get(file), false, bytes);
            }
            if (size > SIZE_MAX) {
                throw Refusal.at("/files", "registry.import-size", SIZE_MAX >> 20);
            }
        }
        JobId job = jobs.submit(
                ImportWork.KIND, texts.text("registry.import-title", shown), "/imports/" + id, new Order(id));
        queries.planned(id, job.value());
        audit.record("import.submit", "import", id, caller.area(), java.util.Map.of("file", shown));
        return id;
    }

    /** Under which names the files are read. */
    private static List<String> names(List<Upload> uploads) {
        List<String> names = uploads.stream()
                .map(upload -> upload.name().toLowerCase(Locale.ROOT))
                .toList();
        if (names.size() == 1
                && (names.getFirst().endsWith(".xlsx") || names.getFirst().endsWith(".xlsm"))) {
            return List.of(WORKBOOK);
        }
        boolean csv = names.size() == 2 && names.stream().allMatch(name -> name.endsWith(".csv"));
        long persons = names.stream().filter(Imports::isOfPersons).count();
        if (!csv || persons != 1) {
            throw Refusal.at("/files", "registry.import-files");
        }
        return names.stream()
                .map(name -> isOfPersons(name) ? PERSONS : HOUSEHOLDS)
                .toList();
    }

    private static boolean isOfPersons(String name) {
        return name.contains("成员") || name.contains("person");
    }

    /** Imports of the caller's area, newest first. */
    @Transactional(readOnly = true)
    public Page<ImportView> list(int offset, int size) {
        List<ImportView> rows = new ArrayList<>();
        for (ImportQueries.ImportRow row : queries.in(Callers.current().scope(), offset, Page.bounded(size))) {
            rows.add(view(row, List.of()));
        }
        return new Page<>(rows, queries.count(Callers.current().scope()));
    }

    @Transactional(readOnly = true)
    public ImportView find(UUID id) {
        ImportQueries.ImportRow row = queries.find(id).orElseThrow(Imports::unknown);
        return view(row, List.of(json.readValue(row.faults(), ImportFault[].class)));
    }

    /** Writes a file that goes back; an entry in the log, for it holds what people are not to see of others. */
    @Transactional
    public void writeReturned(UUID id, String name, OutputStream bytes) {
        ImportQueries.ImportRow row = queries.find(id).orElseThrow(Imports::unknown);
        if (!ImportQueries.names(row.returnedName()).contains(name)) {
            throw unknown();
        }
        audit.record("import.return", "import", id, Callers.current().area(), java.util.Map.of("file", name));
        queries.read(id, name, bytes);
    }

    static Refusal unknown() {
        return Refusal.notFound("registry.import-unknown");
    }

    private ImportView view(ImportQueries.ImportRow row, List<ImportFault> faults) {
        return new ImportView(
                row.id(),
                row.fileName(),
                row.effectiveOn(),
                pack.catalogue().suppliers().getOrDefault(row.source(), row.source()),
                row.state(),
                row.job(),
                row.read(),
                row.landed(),
                row.same(),
                row.held(),
                row.householdsNew(),
                row.personsNew(),
                ImportQueries.names(row.returnedName()),
                faults,
                row.createdAt(),
                row.createdName(),
                row.finishedAt());
    }
}
