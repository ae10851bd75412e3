package yingbao.policy.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import yingbao.policy.expr.Expressions;
import yingbao.policy.pack.Location;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Citation;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.ValueException;

/**
 * One mapping of a pack file, read key by key. What is absent, misspelt or of the wrong kind becomes a fault and a
 * harmless stand-in, so that reading goes on and finds the rest.
 */
final class Entry {
    private final Yaml.Mapping mapping;
    private final Faults faults;
    private final Set<String> used = new HashSet<>();

    private Entry(Yaml.Mapping mapping, Faults faults) {
        this.mapping = mapping;
        this.faults = faults;
    }

    /** Reads a mapping and then reports every key that the reader did not ask for. */
    static void read(Yaml yaml, Faults faults, Consumer<Entry> reader) {
        Entry entry = of(yaml, faults);
        reader.accept(entry);
        entry.refuseUnusedKeys();
    }

    static Entry of(Yaml yaml, Faults faults) {
        if (yaml instanceof Yaml.Mapping mapping) {
            return new Entry(mapping, faults);
        }
        faults.add(yaml.location(), "yaml.mapping-expected");
        return new Entry(new Yaml.Mapping(yaml.location(), Map.of(), Map.of()), faults);
    }

    void refuseUnusedKeys() {
        mapping.keys().forEach((key, location) -> {
            if (!used.contains(key)) {
                faults.add(location, "yaml.unknown-key", key);
            }
        });
    }

    Location location() {
        return mapping.location();
    }

    Faults faults() {
        return faults;
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** The place of a key's value, or of the mapping where the key is absent. */
    Location at(String key) {
        Yaml value = mapping.entries().get(key);
        return value == null ? mapping.location() : value.location();
    }

    Optional<Yaml.Scalar> optionalScalar(String key) {
        used.add(key);
        Yaml value = mapping.entries().get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Yaml.Scalar scalar) {
            return Optional.of(scalar);
        }
        faults.add(value.location(), "yaml.text-expected", key);
        return Optional.empty();
    }

    Yaml.Scalar scalar(String key) {
        Optional<Yaml.Scalar> scalar = optionalScalar(key);
        if (scalar.isEmpty() || scalar.get().value().isBlank()) {
            if (!has(key) || scalar.isPresent()) {
                faults.add(at(key), "yaml.missing-key", key);
            }
            return new Yaml.Scalar(mapping.location(), "", Yaml.Places.ITS_START);
        }
        return scalar.get();
    }

    String text(String key) {
        return scalar(key).value();
    }

    /** A name that expressions will use. */
    String name(String key) {
        Yaml.Scalar scalar = scalar(key);
        refuseUnusableName(scalar.value(), scalar.location(), faults);
        return scalar.value();
    }

    static void refuseUnusableName(String name, Location location, Faults faults) {
        if (!name.isEmpty() && !Expressions.isUsableName(name)) {
            faults.add(location, "pack.name", name);
        }
    }

    String text(String key, String otherwise) {
        return optionalScalar(key).map(Yaml.Scalar::value).orElse(otherwise);
    }

    /** The items under a key; none when it is absent. */
    List<Yaml> items(String key) {
        used.add(key);
        Yaml value = mapping.entries().get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Yaml.Sequence sequence) {
            return sequence.items();
        }
        faults.add(value.location(), "yaml.list-expected", key);
        return List.of();
    }

    List<Yaml.Scalar> scalars(String key) {
        List<Yaml.Scalar> scalars = new ArrayList<>();
        for (Yaml item : items(key)) {
            if (item instanceof Yaml.Scalar scalar) {
                scalars.add(scalar);
            } else {
                faults.add(item.location(), "yaml.text-expected", key);
            }
        }
        return scalars;
    }

    List<String> texts(String key) {
        return scalars(key).stream().map(Yaml.Scalar::value).toList();
    }

    /** The entries of the mapping under a key, in the order written; none when it is absent. */
    Map<String, Yaml> entries(String key) {
        used.add(key);
        Yaml value = mapping.entries().get(key);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Yaml.Mapping inner) {
            return inner.entries();
        }
        faults.add(value.location(), "yaml.mapping-expected");
        return Map.of();
    }

    Optional<Entry> entry(String key) {
        used.add(key);
        return Optional.ofNullable(mapping.entries().get(key)).map(value -> of(value, faults));
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return constant(scalar(key), type).orElse(type.getEnumConstants()[0]);
    }

    /** As {@link #choice}, of a key that may be absent. */
    <E extends Enum<E>> Optional<E> optionalChoice(String key, Class<E> type) {
        return optionalScalar(key).flatMap(scalar -> constant(scalar, type));
    }

    private <E extends Enum<E>> Optional<E> constant(Yaml.Scalar scalar, Class<E> type) {
        List<String> spellings = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (spelling(constant).equals(scalar.value())) {
                return Optional.of(constant);
            }
            spellings.add(spelling(constant));
        }
        if (!scalar.value().isEmpty()) {
            faults.add(scalar.location(), "yaml.not-one-of", scalar.value(), String.join(" ", spellings));
        }
        return Optional.empty();
    }

    /** Whether the key says {@code yes}; absent means no. */
    boolean flag(String key) {
        Optional<Yaml.Scalar> scalar = optionalScalar(key);
        if (scalar.isPresent()
                && !scalar.get().value().equals("yes")
                && !scalar.get().value().equals("no")) {
            faults.add(scalar.get().location(), "yaml.not-one-of", scalar.get().value(), "yes no");
        }
        return scalar.isPresent() && scalar.get().value().equals("yes");
    }

    /** The texts of the mapping under a key, in the order written; none when it is absent. */
    Map<String, String> labels(String key) {
        Map<String, String> labels = new LinkedHashMap<>();
        entries(key).forEach((id, label) -> {
            if (label instanceof Yaml.Scalar scalar) {
                labels.put(id, scalar.value());
            } else {
                faults.add(label.location(), "yaml.text-expected", id);
            }
        });
        return labels;
    }

    static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    LocalDate date(String key, LocalDate otherwise) {
        Optional<Yaml.Scalar> scalar = optionalScalar(key);
        if (scalar.isEmpty()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(scalar.get().value());
        } catch (DateTimeException notADate) {
            faults.add(scalar.get().location(), "yaml.date", scalar.get().value());
            return otherwise;
        }
    }

    /** The validity stated by {@code from} and {@code to}, both inclusive; absent means open. */
    DateRange validity() {
        LocalDate from = date("from", LocalDate.MIN);
        LocalDate to = date("to", LocalDate.MAX);
        if (from.isAfter(to)) {
            faults.add(at("to"), "yaml.range", from.toString(), to.toString());
            return DateRange.ALWAYS;
        }
        return new DateRange(from, to);
    }

    List<Citation> citations(String key, Set<String> sources) {
        List<Citation> citations = new ArrayList<>();
        for (Yaml.Scalar scalar : scalars(key)) {
            try {
                Citation citation = Citation.parse(scalar.value());
                if (!sources.contains(citation.source())) {
                    faults.add(scalar.location(), "pack.unknown-source", citation.source());
                }
                citations.add(citation);
            } catch (ValueException notACitation) {
                faults.add(scalar.location(), "pack.citation", scalar.value());
            }
        }
        return citations;
    }

    Optional<AreaCode> area(Yaml.Scalar scalar) {
        try {
            return Optional.of(AreaCode.parse(scalar.value()));
        } catch (ValueException notAnArea) {
            faults.add(scalar.location(), notAnArea.code(), notAnArea.args());
            return Optional.empty();
        }
    }
}
