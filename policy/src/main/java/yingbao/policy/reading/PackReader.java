package yingbao.policy.reading;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import yingbao.policy.expr.Expressions;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Vocabulary;
import yingbao.policy.pack.Areas;
import yingbao.policy.pack.Catalogue;
import yingbao.policy.pack.CodeList;
import yingbao.policy.pack.Example;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Mandate;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Role;
import yingbao.policy.pack.Source;
import yingbao.policy.pack.StandardPath;
import yingbao.policy.pack.Words;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.WorkingCalendar;
import yingbao.policy.value.Language;

/** Reads a pack from its folder: the only way to get one, so a {@link Pack} is always whole. */
public final class PackReader {
    private final Faults faults = new Faults();
    private final PackFiles files;

    /** What became of a folder. */
    public sealed interface Reading {

        /** A pack. */
        record Accepted(Pack pack) implements Reading {}

        /** Faults, in the order of files and lines. */
        record Refused(List<Fault> faults) implements Reading {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    private final Language language;

    private PackReader(Language language, Function<Faults, PackFiles> files) {
        this.language = language;
        PackFiles written = files.apply(faults);
        this.files = switch (language) {
            case CHINESE -> written;
            case ENGLISH -> written.inEnglish();
        };
    }

    /** Reads the pack in a folder; everything that is wrong with it comes back at once. */
    public static Reading read(Path folder) {
        return read(new PackReader(Language.CHINESE, faults -> PackFiles.in(folder, faults)));
    }

    /** Reads a pack from the archive that {@link #archive} made. */
    public static Reading read(byte[] archive) {
        return read(archive, Language.CHINESE);
    }

    /**
     * Reads a pack from its archive with its labels in a language; a label without a wording in it stays as it is written.
     * The pack decides alike in every language.
     */
    public static Reading read(byte[] archive, Language language) {
        return read(new PackReader(language, _ -> PackFiles.in(archive)));
    }

    /** Reads a pack from its archive with other texts of some of its files, by path; to try them. */
    public static Reading read(byte[] archive, Map<String, String> texts) {
        return read(new PackReader(Language.CHINESE, _ -> PackFiles.in(archive).with(texts)));
    }

    /** What the English words of a pack without faults leave open: a pack holds without them, and they are to be mended. */
    public static List<Fault> openWords(Path folder) {
        Faults open = new Faults();
        EnglishWords.read(PackFiles.in(folder, new Faults()), new Faults()).check(open);
        if (read(archive(folder), Language.ENGLISH) instanceof Reading.Refused refused) {
            refused.faults().forEach(fault -> open.add(fault.location(), fault.code(), fault.arguments()));
        }
        return open.sorted();
    }

    /** All files of the pack in a folder and of those that it extends, as one to keep: it reads as the same version. */
    public static byte[] archive(Path folder) {
        return PackFiles.in(folder, new Faults()).archive();
    }

    /** One file of the pack in a folder, or of those that it extends, such as a map. */
    public static Optional<byte[]> file(Path folder, String path) {
        return PackFiles.in(folder, new Faults()).find(path);
    }

    private static Reading read(PackReader reader) {
        if (reader.faults.isEmpty()) {
            reader.files.manifest(reader.faults);
        }
        if (reader.faults.anyUnreadable()) {
            return new Reading.Refused(reader.faults.sorted());
        }
        Pack pack = reader.read();
        return reader.faults.isEmpty() ? new Reading.Accepted(pack) : new Reading.Refused(reader.faults.sorted());
    }

    private Pack read() {
        Entry manifest = Entry.of(files.manifest(faults), faults);
        manifest.optionalScalar("extends");
        Map<String, Source> sources = sources(manifest);
        Map<String, String> funds = manifest.labels("funds");
        List<String> offices = manifest.texts("offices");
        ReferenceReader references = new ReferenceReader(files, faults);
        Areas areas = new AreasReader(files, sources.keySet(), faults).read();
        Map<String, CodeList> codes = references.codes();
        WorkingCalendar calendar = references.calendar(manifest.scalar("calendar"));
        CatalogueReader catalogueReader = new CatalogueReader(files, codes, faults);
        catalogueReader.readNames();
        List<Parameter> parameters = new ParametersReader(files, areas, sources.keySet(), faults).read();
        List<Yaml> programmeFiles = documents("programmes");
        Map<String, Holder> holders = holders(programmeFiles);
        Vocabulary vocabulary = new Vocabulary(
                catalogueReader.symbols(Holder.HOUSEHOLD),
                catalogueReader.symbols(Holder.PERSON),
                parameters.stream().map(Parameter::symbol).toList(),
                holders);
        ExpressionCompiler compiler = new ExpressionCompiler(new Expressions(vocabulary), faults);
        Catalogue catalogue = catalogueReader.readExpressions(compiler);
        Measures measures = new Measures(parameters, faults);
        ReviewReader reviewReader = new ReviewReader(catalogue, measures, faults);
        ProgrammeReader programmeReader =
                new ProgrammeReader(compiler, sources, holders, reviewReader, measures, faults);
        List<Programme> programmes =
                programmeFiles.stream().map(programmeReader::read).toList();
        List<Group> groups = groups(sources);
        Map<String, Workflow> workflows = workflows(sources, measures);
        Map<String, Role> roles = new RoleReader(files, workflows, faults).read();
        MandateReader mandateReader = new MandateReader(compiler, sources, areas, faults);
        List<Mandate> mandates = documents("mandates").stream()
                .flatMap(file -> mandateReader.read(file).stream())
                .toList();
        YardstickReader yardstickReader = new YardstickReader(compiler, sources.keySet(), faults);
        ExampleReader exampleReader = new ExampleReader(catalogue, vocabulary, parameters, areas, faults);
        List<Example> examples = documents("examples").stream()
                .flatMap(file -> exampleReader.read(file).stream())
                .toList();
        Pack pack = new Pack(
                manifest.text("pack"),
                manifest.text("title"),
                manifest.text("authority"),
                files.version(),
                manifest.text("demo", "no").equals("yes"),
                sources,
                funds,
                areas,
                codes,
                calendar,
                catalogue,
                parameters,
                vocabulary,
                new ProgrammeOrder(programmes, groups, catalogue, faults).ordered(),
                groups,
                workflows,
                roles,
                mandates,
                documents("yardsticks").stream().map(yardstickReader::read).toList(),
                paths(yardstickReader, parameters),
                examples,
                new Words(language, EnglishWords.read(files, faults).english()));
        manifest.refuseUnusedKeys();
        new PackLint(pack, offices, faults).check();
        return pack;
    }

    private List<StandardPath> paths(YardstickReader reader, List<Parameter> parameters) {
        Set<String> names =
                parameters.stream().map(parameter -> parameter.symbol().name()).collect(Collectors.toSet());
        return documents("paths").stream()
                .map(file -> reader.readPath(file, names))
                .toList();
    }

    private List<Yaml> documents(String folder) {
        return files.yamlIn(folder).stream()
                .map(path -> files.yaml(path, faults))
                .toList();
    }

    private Map<String, Source> sources(Entry manifest) {
        Map<String, Source> sources = new LinkedHashMap<>();
        manifest.entries("sources")
                .forEach((id, body) -> Entry.read(body, faults, entry -> {
                    Optional<LocalDate> date = Optional.empty();
                    if (entry.has("date")) {
                        Yaml.Scalar written = entry.scalar("date");
                        try {
                            date = Optional.of(LocalDate.parse(written.value()));
                        } catch (DateTimeException notADate) {
                            faults.add(written.location(), "yaml.date", written.value());
                        }
                    }
                    sources.put(id, new Source(id, entry.text("title"), entry.text("number", ""), date));
                }));
        return sources;
    }

    /** Who each programme is for, needed before any expression can be read. */
    private static Map<String, Holder> holders(List<Yaml> programmeFiles) {
        Map<String, Holder> holders = new HashMap<>();
        Faults reportedLater = new Faults();
        for (Yaml file : programmeFiles) {
            Entry entry = Entry.of(file, reportedLater);
            holders.put(entry.text("programme"), entry.choice("unit", Holder.class));
        }
        return holders;
    }

    private List<Group> groups(Map<String, Source> sources) {
        List<Group> groups = new ArrayList<>();
        if (files.has("groups.yaml")) {
            Entry.read(files.yaml("groups.yaml", faults), faults, file -> {
                for (Yaml item : file.items("groups")) {
                    Entry.read(
                            item,
                            faults,
                            entry -> groups.add(new Group(
                                    entry.text("id"),
                                    entry.text("title"),
                                    entry.texts("highest_of"),
                                    entry.text("refuse"),
                                    entry.citations("cites", sources.keySet()),
                                    entry.location())));
                }
            });
        }
        return groups;
    }

    private Map<String, Workflow> workflows(Map<String, Source> sources, Measures measures) {
        WorkflowReader reader = new WorkflowReader(sources.keySet(), measures, faults);
        Map<String, Workflow> workflows = new LinkedHashMap<>();
        for (Yaml file : documents("workflows")) {
            Workflow workflow = reader.read(file);
            if (workflows.put(workflow.id(), workflow) != null) {
                faults.add(workflow.location(), "pack.twice", workflow.id());
            }
        }
        return workflows;
    }
}
