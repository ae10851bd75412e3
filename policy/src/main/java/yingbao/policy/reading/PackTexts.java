package yingbao.policy.reading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import yingbao.policy.pack.Location;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.ValueException;

/**
 * The files of an archived pack as texts, and what becomes of them by a change that somebody makes in a form. A change is
 * made at its place in the text: comments and everything beside it stay as they were written.
 */
public final class PackTexts {
    private static final String MANIFEST = "pack.yaml";
    private static final String PROGRAMMES = "programmes";

    private static final String AREAS = "areas/";

    private final PackFiles files;

    /** The widest division, once it was looked for: many values are written one after the other, and divisions are many. */
    private Optional<AreaCode> province = Optional.empty();

    private PackTexts(PackFiles files) {
        this.files = files;
    }

    /** The texts of the archive that {@link PackReader#archive} made. */
    public static PackTexts of(byte[] archive) {
        return new PackTexts(PackFiles.in(archive));
    }

    /** The same with other texts in some files, or with further files; by path. */
    public PackTexts with(Map<String, String> texts) {
        PackTexts changed = new PackTexts(files.with(texts));
        if (texts.keySet().stream().noneMatch(path -> path.startsWith(AREAS))) {
            changed.province = province;
        }
        return changed;
    }

    private AreaCode province() {
        if (province.isEmpty()) {
            Faults reportedByTheReader = new Faults();
            province =
                    new AreasReader(files, Set.of(), reportedByTheReader).read().root();
        }
        return province.orElseThrow();
    }

    /** All files in one, to be read by {@link PackReader#read(byte[])}. */
    public byte[] archive() {
        return files.archive();
    }

    /** The files whose path is wanted, by path, with their texts. */
    public SortedMap<String, String> texts(Predicate<String> wanted) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.paths().stream().filter(wanted).forEach(path -> texts.put(path, files.text(path)));
        return texts;
    }

    /** The text of one file; empty where there is none of that path. */
    public Optional<String> text(String path) {
        return files.has(path) ? Optional.of(files.text(path)) : Optional.empty();
    }

    /**
     * A document on which values rest.
     *
     * @param id by which citations name it
     */
    public record Document(String id, String title, String number, LocalDate date) {}

    /**
     * A value from a day on.
     *
     * @param area the division that it holds for, with all that lies in it
     * @param value yuan for money, a whole number for anything else
     * @param note what else a reader must know; may be empty
     */
    public record NewValue(
            String parameter, AreaCode area, LocalDate from, String value, Document document, String note) {}

    /**
     * A new version of a programme from a day on, a copy of the one in force then, which ends the day before.
     *
     * @return the texts that change, by path, the new version first
     * @throws ValueException {@code edit.no-version} (programme, day) when none is in force then, {@code edit.same-day}
     *     (programme, day) when one already begins on that day
     */
    public Map<String, String> newVersion(String programme, LocalDate from) {
        for (String path : files.yamlIn(PROGRAMMES)) {
            Entry entry = Entry.of(files.yaml(path, new Faults()), new Faults());
            DateRange days = entry.validity();
            if (!entry.text("programme").equals(programme) || !days.contains(from)) {
                continue;
            }
            if (days.from().equals(from)) {
                throw new ValueException("edit.same-day", programme, from);
            }
            String text = files.text(path);
            Map<String, String> changed = new LinkedHashMap<>();
            changed.put(newPath(programme, from), TextEdit.topLevel(path, text, "from", from.toString()));
            changed.put(
                    path, TextEdit.topLevel(path, text, "to", from.minusDays(1).toString()));
            return changed;
        }
        throw new ValueException("edit.no-version", programme, from);
    }

    private String newPath(String programme, LocalDate from) {
        String byYear = PROGRAMMES + "/" + programme + "-" + from.getYear() + ".yaml";
        return files.has(byYear) ? PROGRAMMES + "/" + programme + "-" + from + ".yaml" : byYear;
    }

    /**
     * A value of a parameter from a day on. What was in force for the area until then ends the day before; an end that was
     * stated for it is now that of the new value. A value that begins on the same day is replaced.
     *
     * @return the texts that change, by path
     * @throws ValueException {@code edit.value} (the value) when it is no number, {@code edit.no-rows} (the parameter) when
     *     no list of its values was found to write into, {@code edit.row} (path and line) when a row is not written on one
     *     line and so has to be changed in the text
     */
    public Map<String, String> newValue(NewValue value) {
        if (!value.value().matches("\\d{1,12}(\\.\\d{1,2})?")) {
            throw new ValueException("edit.value", value.value());
        }
        Map<String, String> changed = new LinkedHashMap<>(new ParameterEdit(files, province()).made(value));
        Document document = value.document();
        if (!Entry.of(files.manifest(new Faults()), new Faults())
                .entries("sources")
                .containsKey(document.id())) {
            changed.put(MANIFEST, TextEdit.source(files.text(MANIFEST), document));
        }
        return changed;
    }

    /**
     * Ends what an area has of its own of a parameter: from a day on the value of the area around it holds there.
     *
     * @return the texts that change, by path
     * @throws ValueException {@code edit.nothing-to-end} (area, day) when it has none of its own then, {@code edit.later}
     *     (the later day) when a later one is written already, {@code edit.last-row} (path and line) when it is the only row
     *     of its list or hides others, {@code edit.row} as of {@link #newValue}
     */
    public Map<String, String> ended(String parameter, AreaCode area, LocalDate from) {
        return new ParameterEdit(files, province()).ended(parameter, area, from);
    }

    /**
     * A part of a programme that a form shows: a condition, a group of them, an exclusion, a value with a name, the amount.
     *
     * @param key where it stands in the file, {@code clauses/2/any/0}
     * @param id the clause's id; {@code amount}, or the name of a value
     * @param depth how many groups are around it
     * @param texts what is written in it, by field; expressions with the lines they are written in
     * @param cites what it cites, as written; empty where it cites nothing of its own
     */
    public record Part(
            String key, Kind kind, String id, int depth, Map<Field, String> texts, Optional<List<String>> cites) {

        /** Whether another says the same, wherever it stands. */
        public boolean saysAsMuchAs(Part other) {
            return kind == other.kind && id.equals(other.id) && texts.equals(other.texts) && cites.equals(other.cites);
        }

        /** What a part is. */
        public enum Kind {
            LET,
            CLAUSE,
            ANY_OF,
            EXCLUSION,
            AMOUNT
        }

        /** What is written in a part. */
        public enum Field {
            /** The question, or what a value is called. */
            TITLE,
            /** The expression. */
            RULE,
            /** What is told where it is not met. */
            REFUSAL,
            CITES
        }
    }

    /** A place in a field of a part; line and column from one. */
    public record Placed(Part.Field field, int line, int column) {}

    /** The parts of a programme, in the order in which they are decided. */
    public List<Part> parts(String path) {
        return new ProgrammeForm(path, files.text(path)).parts();
    }

    /**
     * The text of a programme with a part said otherwise. Only what differs is touched.
     *
     * @param texts by field; those that are left out stay
     * @throws ValueException {@code edit.no-part} (the key) when there is no such part, or it has no such field, {@code
     *     edit.cites} (path and line) when its citations do not stand in brackets
     */
    public String withPart(String path, String key, Map<Part.Field, String> texts, Optional<List<String>> cites) {
        String text = files.text(path);
        for (Map.Entry<Part.Field, String> field : texts.entrySet()) {
            text = new ProgrammeForm(path, text).with(key, field.getKey(), field.getValue());
        }
        return cites.isPresent() ? new ProgrammeForm(path, text).cited(key, cites.get()) : text;
    }

    /** Where a place of a programme's file is in a part of it; empty where it is outside of the part's fields. */
    public Optional<Placed> placed(Location place, String key) {
        return new ProgrammeForm(place.file(), files.text(place.file())).placed(key, place);
    }
}
