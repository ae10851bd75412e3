package yingbao.policy.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.expr.Vocabulary;
import yingbao.policy.pack.Areas;
import yingbao.policy.pack.Catalogue;
import yingbao.policy.pack.Cells;
import yingbao.policy.pack.Example;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Parameter;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Money;
import yingbao.policy.value.ValueException;

/**
 * Reads the golden cases of one file. What the file's {@code defaults} say of every household and person holds unless a
 * case says otherwise; a question mark says that a fact is unknown.
 */
final class ExampleReader {
    private static final List<String> OUTCOMES = List.of("ELIGIBLE", "NOT_ELIGIBLE", "UNDETERMINED");

    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final List<Parameter> parameters;
    private final Areas areas;
    private final Faults faults;

    ExampleReader(Catalogue catalogue, Vocabulary vocabulary, List<Parameter> parameters, Areas areas, Faults faults) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        this.parameters = parameters;
        this.areas = areas;
        this.faults = faults;
    }

    List<Example> read(Yaml document) {
        Entry file = Entry.of(document, faults);
        String programme = file.text("programme");
        Map<String, Yaml> household = new LinkedHashMap<>();
        Map<String, Yaml> person = new LinkedHashMap<>();
        Map<String, Yaml> set = new LinkedHashMap<>();
        file.entry("defaults").ifPresent(defaults -> {
            household.putAll(defaults.entries("household"));
            person.putAll(defaults.entries("person"));
            set.putAll(defaults.entries("set"));
            defaults.refuseUnusedKeys();
        });
        List<Example> examples = new ArrayList<>();
        for (Yaml item : file.items("examples")) {
            Entry.read(item, faults, entry -> {
                Map<String, Yaml> ownHousehold = overlaid(household, entry.entries("household"));
                Map<String, Yaml> ownSet = overlaid(set, entry.entries("set"));
                examples.add(example(programme, entry, ownHousehold, person, ownSet));
            });
        }
        file.refuseUnusedKeys();
        return examples;
    }

    private static Map<String, Yaml> overlaid(Map<String, Yaml> below, Map<String, Yaml> above) {
        Map<String, Yaml> both = new LinkedHashMap<>(below);
        both.putAll(above);
        return both;
    }

    private Example example(
            String programme,
            Entry entry,
            Map<String, Yaml> household,
            Map<String, Yaml> person,
            Map<String, Yaml> set) {
        List<Facts> persons = new ArrayList<>();
        for (Yaml item : entry.items("persons")) {
            Entry member = Entry.of(item, faults);
            Map<String, Yaml> facts = overlaid(person, allEntries(item));
            String id = facts.remove("id") instanceof Yaml.Scalar scalar ? scalar.value() : "P" + (persons.size() + 1);
            persons.add(facts(id, Holder.PERSON, facts, member));
        }
        if (persons.isEmpty() && vocabulary.programmes().get(programme) == Holder.PERSON) {
            faults.add(entry.location(), "yaml.missing-key", "persons");
        }
        AreaCode area = area(household, entry);
        if (!entry.has("on")) {
            faults.add(entry.location(), "yaml.missing-key", "on");
        }
        LocalDate on = entry.date("on", LocalDate.EPOCH);
        Yaml.Scalar about = entry.optionalScalar("about")
                .orElseGet(() -> new Yaml.Scalar(entry.location(), "", Yaml.Places.ITS_START));
        return new Example(
                entry.text("name"),
                programme,
                entry.text("proves"),
                on,
                area,
                facts("H", Holder.HOUSEHOLD, household, entry),
                List.copyOf(persons),
                about(about, persons),
                set(set),
                expected(entry),
                entry.location());
    }

    private static Map<String, Yaml> allEntries(Yaml item) {
        return item instanceof Yaml.Mapping mapping ? mapping.entries() : Map.of();
    }

    private int about(Yaml.Scalar about, List<Facts> persons) {
        if (about.value().isEmpty()) {
            return 0;
        }
        for (int index = 0; index < persons.size(); index++) {
            if (persons.get(index).id().equals(about.value())) {
                return index;
            }
        }
        faults.add(about.location(), "example.about", about.value());
        return 0;
    }

    private AreaCode area(Map<String, Yaml> household, Entry where) {
        Optional<String> areaFact = catalogue.household().stream()
                .filter(fact -> fact.kind() == Fact.Kind.AREA)
                .map(fact -> fact.symbol().name())
                .findFirst();
        Yaml written = areaFact.map(household::get).orElse(null);
        if (written instanceof Yaml.Scalar scalar) {
            try {
                AreaCode area = AreaCode.parse(scalar.value());
                if (areas.knows(area)) {
                    return area;
                }
                faults.add(scalar.location(), "parameters.unknown-area", scalar.value());
            } catch (ValueException invalid) {
                faults.add(scalar.location(), invalid.code(), invalid.args());
            }
        } else {
            areaFact.ifPresent(name -> faults.add(where.location(), "yaml.missing-key", name));
        }
        return AreaCode.parse("99");
    }

    private Facts facts(String id, Holder holder, Map<String, Yaml> written, Entry where) {
        Map<String, Value> known = new HashMap<>();
        written.forEach((name, item) -> {
            Optional<Fact> fact = catalogue.facts(holder).stream()
                    .filter(candidate -> candidate.symbol().name().equals(name))
                    .findFirst();
            if (fact.isEmpty() || !fact.get().collected()) {
                faults.add(item.location(), "facts.unknown", name);
            } else if (item instanceof Yaml.Scalar scalar) {
                try {
                    Cells.parse(fact.get(), scalar.value()).ifPresent(value -> known.put(name, value));
                } catch (ValueException invalid) {
                    faults.add(scalar.location(), invalid.code(), invalid.args());
                }
            } else {
                faults.add(where.location(), "yaml.text-expected", name);
            }
        });
        return Facts.of(id, holder, vocabulary, known);
    }

    private Map<Integer, Value> set(Map<String, Yaml> written) {
        Map<Integer, Value> set = new HashMap<>();
        written.forEach((name, item) -> {
            for (int slot = 0; slot < parameters.size(); slot++) {
                Parameter parameter = parameters.get(slot);
                if (parameter.symbol().name().equals(name) && item instanceof Yaml.Scalar scalar) {
                    set.put(slot, value(parameter, scalar));
                    return;
                }
            }
            faults.add(item.location(), "parameters.unknown", name);
        });
        return set;
    }

    private Value value(Parameter parameter, Yaml.Scalar scalar) {
        try {
            return new Value.Whole(
                    parameter.symbol().unit().isMoney()
                            ? Money.ofYuan(scalar.value()).fen()
                            : Long.parseLong(scalar.value()));
        } catch (ValueException invalid) {
            faults.add(scalar.location(), invalid.code(), invalid.args());
        } catch (NumberFormatException invalid) {
            faults.add(scalar.location(), "parameters.number", scalar.value());
        }
        return new Value.Whole(0);
    }

    private Example.Expected expected(Entry entry) {
        Entry expect = entry.entry("expect").orElse(entry);
        Yaml.Scalar outcome = expect.scalar("outcome");
        if (!OUTCOMES.contains(outcome.value()) && !outcome.value().isEmpty()) {
            faults.add(outcome.location(), "yaml.not-one-of", outcome.value(), String.join(" ", OUTCOMES));
        }
        Optional<Money> amount = Optional.empty();
        Optional<Yaml.Scalar> written = expect.optionalScalar("amount");
        if (written.isPresent()) {
            try {
                amount = Optional.of(Money.ofYuan(written.get().value()));
            } catch (ValueException invalid) {
                faults.add(written.get().location(), invalid.code(), invalid.args());
            }
        }
        Example.Expected expected =
                new Example.Expected(outcome.value(), amount, expect.texts("refused"), expect.texts("missing"));
        expect.refuseUnusedKeys();
        return expected;
    }
}
