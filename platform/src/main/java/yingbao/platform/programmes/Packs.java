package yingbao.platform.programmes;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Labels;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Explainer;
import yingbao.policy.expr.Facts;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Source;
import yingbao.policy.reading.PackReader;
import yingbao.policy.reading.PackTexts;
import yingbao.policy.value.Language;

/**
 * The rules and values in force: the pack that was published last, or else the installation's files, with every confirmed
 * value of an area on top. A version is the hash of the files, and after a plus sign how many values were confirmed by
 * then; it says for ever how something was decided.
 */
@Service
public class Packs {
    private static final char PLUS = '+';
    private static final int PACKS_KEPT = 6;
    private static final int ENGINES_KEPT = 64;

    private final Pack files;
    private final byte[] archive;
    private final StandardQueries queries;
    private final Today today;
    private final ApplicationEventPublisher events;
    private final Recent<String, Pack> packs = new Recent<>(PACKS_KEPT);
    private final Recent<EngineKey, Engine> engines = new Recent<>(ENGINES_KEPT);

    private final Recent<Edited, PackReader.Reading> edited = new Recent<>(PACKS_KEPT);

    private final Recent<String, Pack> inEnglish = new Recent<>(PACKS_KEPT);

    private record Edited(String version, Map<String, String> texts) {}

    private record EngineKey(String version, Language language, LocalDate on) {}

    /**
     * Keeps the files of the pack, where they are not kept yet.
     *
     * @throws IllegalStateException when the files are changed while the platform starts, or know other facts, codes or
     *     divisions than the rules that were published
     */
    Packs(
            Pack files,
            StandardQueries queries,
            Today today,
            ApplicationEventPublisher events,
            @Value("${yingbao.pack}") Path folder) {
        this.files = files;
        this.queries = queries;
        this.today = today;
        this.events = events;
        this.archive = queries.archived(files.version()).orElseGet(() -> {
            byte[] fresh = PackReader.archive(folder);
            if (!read(fresh, Language.CHINESE).version().equals(files.version())) {
                throw new IllegalStateException("the pack's files were changed while the platform started: " + folder);
            }
            queries.archive(files.version(), fresh, today.instant());
            return fresh;
        });
        queries.holding().published().ifPresent(this::requireSameFacts);
    }

    /** What is kept of people is read by the installation's facts; rules that know others would decide by the wrong ones. */
    private void requireSameFacts(String published) {
        if (!sharedFiles(archived(published)).equals(sharedFiles(archive))) {
            throw new IllegalStateException("""
                    the rules published last (%s) know other facts, codes or divisions than the pack's files (%s); \
                    start with the files that they were published on, or write what was published into the new files \
                    and have it approved there""".formatted(published, files.version()));
        }
    }

    private static Map<String, String> sharedFiles(byte[] archived) {
        return PackTexts.of(archived)
                .texts(path ->
                        path.equals("facts.yaml") || path.startsWith("codes/") || path.matches("areas/[^/]*[.]csv"));
    }

    /** The rules that hold now, without what areas set themselves. */
    Pack files() {
        return filesOf(holding());
    }

    /** The version of the rules that hold now, without the values of areas. */
    public String holding() {
        return queries.holding().published().orElse(files.version());
    }

    /** Whether the installation's files are others than those on which the rules that hold were published. */
    public boolean isUpgraded() {
        return queries.publications().stream()
                .findFirst()
                .filter(last -> !last.filesVersion().equals(files.version()))
                .isPresent();
    }

    /** Everything published, the latest first. */
    public List<Publication> publications() {
        return queries.publications();
    }

    /**
     * All files of a version.
     *
     * @throws Refusal {@code programmes.version-unknown} (the version) when no such version ever held here
     */
    public byte[] archive(String version) {
        return archived(version).clone();
    }

    /**
     * Lets other rules hold from now on; for the days before they begin they say what the former ones said. Nobody else
     * publishes until the transaction ends.
     *
     * @param archived all their files, which read without a fault
     * @param version theirs
     * @throws Refusal {@code programmes.outdated} when other rules than the expected ones hold by now
     */
    public void publish(byte[] archived, String version, String expected, String title, LocalDate from) {
        queries.holdValues();
        if (!holding().equals(expected)) {
            throw Refusal.conflict("programmes.outdated");
        }
        Caller caller = Callers.current();
        queries.archive(version, archived, today.instant());
        queries.insert(
                new Publication(version, files.version(), title, from, caller.user(), caller.name(), today.instant()));
        events.publishEvent(new RulesPublished(version, title, from));
    }

    /** The pack that holds now, with every value confirmed so far. */
    public Pack current() {
        StandardQueries.Holding holding = queries.holding();
        return numbered(holding.published().orElse(files.version()), holding.revision());
    }

    /**
     * The pack of an earlier version.
     *
     * @throws Refusal {@code programmes.version-unknown} (the version) when no such version ever held here
     */
    public Pack version(String version) {
        int plus = version.indexOf(PLUS);
        if (plus < 0) {
            return numbered(version, 0);
        }
        try {
            return numbered(version.substring(0, plus), Long.parseLong(version.substring(plus + 1)));
        } catch (NumberFormatException notANumber) {
            throw Refusal.notFound("programmes.version-unknown", version);
        }
    }

    /**
     * A pack as the caller reads it: the same pack, with its labels in the language that they asked for. What is kept, printed
     * or posted is told by the pack itself, in Chinese.
     */
    public Pack spoken(Pack pack) {
        return switch (Labels.language()) {
            case CHINESE -> pack;
            case ENGLISH -> inEnglish.get(pack.version(), this::english);
        };
    }

    private Pack english(String version) {
        int plus = version.indexOf(PLUS);
        String hash = plus < 0 ? version : version.substring(0, plus);
        long revision = plus < 0 ? 0 : Long.parseLong(version.substring(plus + 1));
        return withValues(read(archived(hash), Language.ENGLISH), queries.confirmed(revision), version);
    }

    /** The text of the file in which a version of a programme stands. */
    public String text(Programme programme) {
        return PackTexts.of(archived(holding()))
                .text(programme.location().file())
                .orElse("");
    }

    /**
     * The pack that holds now with other texts of some files, to be tried: nothing of it is kept.
     *
     * @param texts by path
     * @return what is wrong with them, where anything is
     */
    public Tried tried(Map<String, String> texts) {
        return switch (edited.get(
                new Edited(holding(), Map.copyOf(texts)),
                one -> PackReader.read(archived(one.version()), one.texts()))) {
            case PackReader.Reading.Refused refused ->
                new Tried(current(), Optional.of(refused.faults().getFirst()));
            case PackReader.Reading.Accepted(Pack pack) ->
                new Tried(
                        withValues(pack, queries.confirmed(queries.holding().revision()), pack.version()),
                        Optional.empty());
        };
    }

    /** A pack with other texts, or the one that holds and the first thing that is wrong with them. */
    public record Tried(Pack pack, Optional<Fault> fault) {}

    private byte[] archived(String hash) {
        return hash.equals(files.version())
                ? archive
                : queries.archived(hash).orElseThrow(() -> Refusal.notFound("programmes.version-unknown", hash));
    }

    private Pack numbered(String hash, long revision) {
        String version = revision == 0 ? hash : hash + PLUS + revision;
        return packs.get(version, _ -> withValues(filesOf(hash), queries.confirmed(revision), version));
    }

    private Pack filesOf(String hash) {
        if (hash.equals(files.version())) {
            return files;
        }
        return packs.get(hash, _ -> read(archived(hash), Language.CHINESE));
    }

    private static Pack read(byte[] archive, Language language) {
        return switch (PackReader.read(archive, language)) {
            case PackReader.Reading.Accepted(Pack pack) -> pack;
            case PackReader.Reading.Refused refused ->
                throw new IllegalStateException("an archived pack is not readable any more: " + refused.faults());
        };
    }

    /** A pack with values on top, each taking the place of those before it. A value of a parameter that is gone is left out. */
    static Pack withValues(Pack pack, List<LocalValue> values, String version) {
        if (values.isEmpty()) {
            return pack;
        }
        Map<String, Parameter> changed = new HashMap<>();
        Map<String, Source> documents = new LinkedHashMap<>();
        for (LocalValue value : values) {
            pack.parameter(value.parameter()).ifPresent(declared -> {
                Parameter parameter = changed.getOrDefault(value.parameter(), declared);
                changed.put(value.parameter(), parameter.with(value.area(), value.range(), value.setting()));
                documents.put(value.source().id(), value.source());
            });
        }
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : pack.parameters()) {
            parameters.add(changed.getOrDefault(parameter.symbol().name(), parameter));
        }
        return pack.with(parameters, documents, version);
    }

    /** Decides on a day by the pack that holds now. Whoever decides about many takes one engine for all of them. */
    public Engine engine(LocalDate on) {
        return engine(current(), on);
    }

    /** Decides on a day by some version. */
    public Engine engine(Pack pack, LocalDate on) {
        return engines.get(
                new EngineKey(pack.version(), pack.words().language(), on), key -> new Engine(pack, key.on()));
    }

    /**
     * Explains in words.
     *
     * @param name how to call a household or person
     * @param where where its facts were read; empty when there is nothing to tell
     */
    public Explainer explainer(Pack pack, Function<Facts, String> name, Function<Facts, String> where) {
        return new Explainer(pack, name, where);
    }

    /** The things of one kind that were used last, made where they are not at hand. */
    private static final class Recent<K, V> {
        private final LinkedHashMap<K, V> kept;

        Recent(int most) {
            this.kept = new LinkedHashMap<>(16, 0.75f, true) {
                @java.io.Serial
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                    return size() > most;
                }
            };
        }

        synchronized V get(K key, Function<K, V> make) {
            V found = kept.get(key);
            if (found == null) {
                found = make.apply(key);
                kept.put(key, found);
            }
            return found;
        }
    }
}
