package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Field.Kind;
import yingbao.policy.pack.Workflow.Check;
import yingbao.policy.pack.Workflow.Period;

/** Reads the checks that are made when one state is left. */
final class CheckReader {
    private static final Set<Kind> NUMBERS = Set.of(Kind.PEOPLE, Kind.COUNT);
    private static final Set<Kind> FLAGS = Set.of(Kind.FLAG);
    private static final Set<Kind> SAID = Set.of(Kind.FLAG, Kind.CHOICE);
    private static final List<String> YES_OR_NO = List.of("yes", "no");

    private enum Shape {
        AT_LEAST,
        SHARE,
        SAMPLE,
        ALL_KIN,
        SAYS,
        POSTED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<String, Field> form = new HashMap<>();
    private final boolean kin;
    private final Measures measures;
    private final Faults faults;

    CheckReader(List<Field> form, boolean kin, Measures measures, Faults faults) {
        form.forEach(field -> this.form.put(field.id(), field));
        this.kin = kin;
        this.measures = measures;
        this.faults = faults;
    }

    Check read(Entry entry) {
        if (entry.has(Shape.POSTED.key())) {
            Yaml.Scalar wanted = entry.scalar(Shape.POSTED.key());
            if (!wanted.value().equals("yes")) {
                faults.add(wanted.location(), "yaml.not-one-of", wanted.value(), "yes");
            }
            entry.refuseUnusedKeys();
            return new Check.Posted();
        }
        for (Shape shape : Shape.values()) {
            Optional<Entry> body = entry.has(shape.key()) ? entry.entry(shape.key()) : Optional.empty();
            if (body.isPresent()) {
                Check check = shaped(shape, body.get());
                body.get().refuseUnusedKeys();
                entry.refuseUnusedKeys();
                return check;
            }
        }
        String shapes =
                String.join(" ", Stream.of(Shape.values()).map(Shape::key).toList());
        faults.add(entry.location(), "workflow.check", shapes);
        return new Check.AllKin("");
    }

    private Check shaped(Shape shape, Entry body) {
        return switch (shape) {
            case AT_LEAST ->
                new Check.AtLeast(field(body, "field", NUMBERS), measures.in(Measures.NUMBERS, body.scalar("measure")));
            case SHARE ->
                new Check.Share(
                        field(body, "of", NUMBERS),
                        field(body, "among", NUMBERS),
                        measures.in(Measures.NUMBERS, body.scalar("numerator")),
                        measures.in(Measures.NUMBERS, body.scalar("denominator")));
            case SAMPLE ->
                new Check.Sample(
                        field(body, "field", FLAGS),
                        measures.in(Measures.PERCENT, body.scalar("measure")),
                        body.choice("per", Period.class));
            case ALL_KIN -> allKin(body);
            case SAYS -> new Check.Says(field(body, "field", SAID), said(body));
            case POSTED -> new Check.Posted();
        };
    }

    private Check allKin(Entry body) {
        if (!kin) {
            faults.add(body.location(), "workflow.no-kin");
        }
        return new Check.AllKin(field(body, "field", FLAGS));
    }

    /** What a check wants to be said, which its field can say. */
    private List<String> said(Entry body) {
        List<String> said = new ArrayList<>();
        Field field = form.get(body.scalar("field").value());
        List<String> sayable = field == null || field.kind() == Kind.FLAG
                ? YES_OR_NO
                : List.copyOf(field.choices().keySet());
        for (Yaml.Scalar value : body.scalars("one_of")) {
            if (field != null && SAID.contains(field.kind()) && !sayable.contains(value.value())) {
                faults.add(value.location(), "yaml.not-one-of", value.value(), String.join(" ", sayable));
            }
            said.add(value.value());
        }
        if (said.isEmpty()) {
            faults.add(body.at("one_of"), "yaml.missing-key", "one_of");
        }
        return List.copyOf(said);
    }

    private String field(Entry body, String key, Set<Kind> kinds) {
        Yaml.Scalar name = body.scalar(key);
        Field field = form.get(name.value());
        if (field != null && !kinds.contains(field.kind())) {
            faults.add(
                    name.location(),
                    "workflow.field-kind",
                    name.value(),
                    Entry.spelling(field.kind()),
                    String.join(
                            " ", kinds.stream().map(Entry::spelling).sorted().toList()));
        }
        if (field == null && !name.value().isEmpty()) {
            faults.add(name.location(), "workflow.unknown-field", name.value());
        }
        return name.value();
    }
}
