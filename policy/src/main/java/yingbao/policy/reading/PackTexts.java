package yingbao.policy.reading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
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

    private final PackFiles files;

    private PackTexts(PackFiles files) {
        this.files = files;
    }

    /** The texts of the archive that {@link PackReader#archive} made. */
    public static PackTexts of(byte[] archive) {
        return new PackTexts(PackFiles.in(archive));
    }

    /** The same with other texts in some files, or with further files; by path. */
    public PackTexts with(Map<String, String> texts) {
        return new PackTexts(files.with(texts));
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
        Map<String, String> changed = new LinkedHashMap<>(new ParameterEdit(files).made(value));
        Document document = value.document();
        if (!Entry.of(files.manifest(new Faults()), new Faults())
                .entries("sources")
                .containsKey(document.id())) {
            changed.put(MANIFEST, TextEdit.source(files.text(MANIFEST), document));
        }
        return changed;
    }
}
