package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.pack.Location;
import yingbao.policy.reading.PackTexts.Part;
import yingbao.policy.value.ValueException;

/** The text of a programme as the parts that a form shows, and with one of them changed. */
final class ProgrammeForm {
    private static final String ASK = "ask";
    private static final String REFUSE = "refuse";
    private static final String CITES = "cites";

    private final String text;
    private final Yaml document;
    private final Map<String, Read> parts = new LinkedHashMap<>();

    /** A part with its mapping and, by field, the key under which it is written. */
    private record Read(Part.Kind kind, String id, int depth, Yaml.Mapping mapping, Map<Part.Field, String> keys) {

        Optional<Yaml.Scalar> scalar(Part.Field field) {
            return Optional.ofNullable(keys.get(field))
                    .map(key -> mapping.entries().get(key))
                    .filter(Yaml.Scalar.class::isInstance)
                    .map(Yaml.Scalar.class::cast);
        }

        Optional<Yaml.Sequence> cites() {
            return Optional.ofNullable(mapping.entries().get(CITES))
                    .filter(_ -> kind != Part.Kind.AMOUNT)
                    .filter(Yaml.Sequence.class::isInstance)
                    .map(Yaml.Sequence.class::cast);
        }
    }

    ProgrammeForm(String path, String text) {
        this.text = text;
        this.document = Yaml.read(path, text, new Faults());
        if (document instanceof Yaml.Mapping whole) {
            lets(whole);
            clauses(whole, "clauses", "", 0);
            exclusions(whole);
            if (whole.entries().containsKey("amount")) {
                parts.put("amount", new Read(Part.Kind.AMOUNT, "amount", 0, whole, Map.of(Part.Field.RULE, "amount")));
            }
        }
    }

    private void lets(Yaml.Mapping whole) {
        if (!(whole.entries().get("let") instanceof Yaml.Mapping lets)) {
            return;
        }
        lets.entries().forEach((name, let) -> {
            Read read = let instanceof Yaml.Mapping described
                    ? new Read(
                            Part.Kind.LET, name, 0, described, Map.of(Part.Field.TITLE, "label", Part.Field.RULE, "is"))
                    : new Read(Part.Kind.LET, name, 0, lets, Map.of(Part.Field.RULE, name));
            parts.put("let/" + name, read);
        });
    }

    private void clauses(Yaml.Mapping in, String list, String before, int depth) {
        if (!(in.entries().get(list) instanceof Yaml.Sequence clauses)) {
            return;
        }
        for (int at = 0; at < clauses.items().size(); at++) {
            if (clauses.items().get(at) instanceof Yaml.Mapping clause) {
                boolean group = clause.entries().containsKey("any");
                String key = before + list + "/" + at;
                Map<Part.Field, String> keys = group
                        ? Map.of(Part.Field.TITLE, ASK, Part.Field.REFUSAL, REFUSE)
                        : Map.of(Part.Field.TITLE, ASK, Part.Field.RULE, "when", Part.Field.REFUSAL, REFUSE);
                String id = Entry.of(clause, new Faults()).text("id", "");
                parts.put(key, new Read(group ? Part.Kind.ANY_OF : Part.Kind.CLAUSE, id, depth, clause, keys));
                clauses(clause, "any", key + "/", depth + 1);
            }
        }
    }

    private void exclusions(Yaml.Mapping whole) {
        if (!(whole.entries().get("excludes") instanceof Yaml.Sequence exclusions)) {
            return;
        }
        for (int at = 0; at < exclusions.items().size(); at++) {
            if (exclusions.items().get(at) instanceof Yaml.Mapping exclusion) {
                String other = Entry.of(exclusion, new Faults()).text("programme", "");
                parts.put(
                        "excludes/" + at,
                        new Read(
                                Part.Kind.EXCLUSION,
                                "excludes-" + other,
                                0,
                                exclusion,
                                Map.of(Part.Field.TITLE, ASK, Part.Field.REFUSAL, REFUSE)));
            }
        }
    }

    List<Part> parts() {
        List<Part> all = new ArrayList<>();
        parts.forEach((key, read) -> {
            Map<Part.Field, String> texts = new LinkedHashMap<>();
            for (Part.Field field : Part.Field.values()) {
                read.scalar(field).ifPresent(scalar -> texts.put(field, ScalarEdit.written(text, scalar)));
            }
            all.add(new Part(
                    key,
                    read.kind(),
                    read.id(),
                    read.depth(),
                    texts,
                    read.cites().map(ProgrammeForm::texts)));
        });
        return all;
    }

    private static List<String> texts(Yaml.Sequence list) {
        return list.items().stream()
                .filter(Yaml.Scalar.class::isInstance)
                .map(item -> ((Yaml.Scalar) item).value())
                .toList();
    }

    private Read require(String key) {
        return Optional.ofNullable(parts.get(key)).orElseThrow(() -> new ValueException("edit.no-part", key));
    }

    /** The text with a field of a part said otherwise; the same where it says so already. */
    String with(String key, Part.Field field, String value) {
        Read read = require(key);
        Yaml.Scalar scalar = read.scalar(field).orElseThrow(() -> new ValueException("edit.no-part", key));
        if (ScalarEdit.written(text, scalar).equals(value.strip())) {
            return text;
        }
        Location written = read.mapping()
                .keys()
                .getOrDefault(
                        read.keys().getOrDefault(field, ""), read.mapping().location());
        // Only an expression is written in lines; words are one sentence however they were typed.
        String said = field == Part.Field.RULE ? value : value.strip().replaceAll("\\s*\\R\\s*", " ");
        return ScalarEdit.replaced(text, scalar, said, written.column(), isInBraces(read));
    }

    private boolean isInBraces(Read read) {
        return text.startsWith("{", TextEdit.offset(text, read.mapping().location()));
    }

    /** The text with other citations of a part. */
    String cited(String key, List<String> cites) {
        Yaml.Sequence list = require(key).cites().orElseThrow(() -> new ValueException("edit.no-part", key));
        if (texts(list).equals(cites)) {
            return text;
        }
        return ScalarEdit.list(text, list, cites).stream()
                .findFirst()
                .orElseThrow(() -> new ValueException("edit.cites", list.location()));
    }

    /** Where a place of the file is in what the form shows of a part; empty where it is outside of its fields. */
    Optional<PackTexts.Placed> placed(String key, Location place) {
        Read read = require(key);
        int at = TextEdit.offset(text, place);
        for (Part.Field field : Part.Field.values()) {
            Optional<List<Integer>> found = read.scalar(field)
                    .map(scalar -> ScalarEdit.place(text, scalar, at))
                    .filter(lineAndColumn -> !lineAndColumn.isEmpty());
            if (found.isPresent()) {
                return Optional.of(new PackTexts.Placed(
                        field, found.get().getFirst(), found.get().getLast()));
            }
        }
        boolean inCites = read.cites()
                .filter(list -> list.location().line() == place.line()
                        && list.location().column() <= place.column())
                .isPresent();
        return inCites ? Optional.of(new PackTexts.Placed(Part.Field.CITES, 1, 1)) : Optional.empty();
    }
}
