package yingbao.policy.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Catalogue;
import yingbao.policy.pack.CellText;
import yingbao.policy.pack.Fact;

/**
 * What the columns of one table hold.
 *
 * @param keys where the ids stand
 * @param facts the columns that hold facts
 * @param headings every heading as it stands there, without blank ones at the end
 */
record Columns(Map<KeyColumn, Integer> keys, List<FactColumn> facts, List<String> headings) {

    /** The heading above a fact in this file; where it has no such column, the fact's label. */
    String heading(Fact fact) {
        return facts.stream()
                .filter(column -> column.fact().equals(fact))
                .map(FactColumn::heading)
                .findFirst()
                .orElse(fact.heading());
    }

    /** Where an id stands that the table must give. */
    int position(KeyColumn key) {
        return Objects.requireNonNull(keys.get(key), key::heading);
    }

    /** The columns of a table; empty when a fault of its headings was reported. */
    static Optional<Columns> read(
            Table table, Holder holder, Catalogue catalogue, AreasOfTheDay areas, Consumer<RowFault> faults) {
        return new Reader(table, holder, catalogue, areas, faults).read();
    }

    /** The ids that a table must give. */
    static List<KeyColumn> keysOf(Holder holder) {
        return switch (holder) {
            case HOUSEHOLD -> List.of(KeyColumn.HOUSEHOLD_ID);
            case PERSON -> List.of(KeyColumn.HOUSEHOLD_ID, KeyColumn.PERSON_ID);
        };
    }

    /** Reads one row of headings; every fault of them is reported. */
    private static final class Reader {
        private final Table table;
        private final Holder holder;
        private final Catalogue catalogue;
        private final AreasOfTheDay areas;
        private final Consumer<RowFault> faults;
        private final Map<KeyColumn, Integer> keys = new EnumMap<>(KeyColumn.class);
        private final List<FactColumn> facts = new ArrayList<>();
        private boolean sound = true;

        Reader(Table table, Holder holder, Catalogue catalogue, AreasOfTheDay areas, Consumer<RowFault> faults) {
            this.table = table;
            this.holder = holder;
            this.catalogue = catalogue;
            this.areas = areas;
            this.faults = faults;
        }

        Optional<Columns> read() {
            List<String> headings = withoutBlankEnd(table.header());
            Map<String, KeyColumn> keysByName = keysByName(holder);
            Map<String, Fact> factsByName = factsByName(holder);
            Set<Object> seen = new HashSet<>();
            for (int position = 0; position < headings.size(); position++) {
                String heading = headings.get(position);
                String name = normalised(heading);
                KeyColumn key = keysByName.get(name);
                Fact fact = factsByName.get(name);
                if (name.isEmpty()) {
                    continue;
                }
                if (key != null) {
                    refuseTwice(seen.add(key), heading);
                    keys.put(key, position);
                } else if (fact != null) {
                    refuseTwice(seen.add(fact), heading);
                    add(position, heading, fact);
                } else {
                    refuse(heading, name);
                }
            }
            refuseMissing();
            return sound ? Optional.of(new Columns(keys, facts, headings)) : Optional.empty();
        }

        private void add(int position, String heading, Fact fact) {
            if (fact.collected()) {
                int slot = catalogue.facts(holder).indexOf(fact);
                facts.add(new FactColumn(position, heading, fact, slot, areas));
            } else {
                fault(heading, "register.column-computed");
            }
        }

        private void refuseTwice(boolean first, String heading) {
            if (!first) {
                fault(heading, "register.column-twice");
            }
        }

        private void refuse(String heading, String name) {
            for (Holder other : Holder.values()) {
                boolean elsewhere = keysByName(other).containsKey(name)
                        || factsByName(other).containsKey(name);
                if (elsewhere) {
                    fault(heading, "register.column-elsewhere");
                    return;
                }
            }
            Spelling.nearest(name, collectedNames())
                    .ifPresentOrElse(
                            nearest -> fault(heading, "register.column-misspelt", nearest),
                            () -> fault(heading, "register.column-unknown"));
        }

        private void refuseMissing() {
            for (KeyColumn key : keysOf(holder)) {
                if (!keys.containsKey(key)) {
                    fault(key.label(), "register.column-missing", key.label(), key.heading());
                }
            }
            catalogue.facts(holder).stream()
                    .filter(AreasOfTheDay::isResidence)
                    .filter(fact ->
                            facts.stream().noneMatch(column -> column.fact().equals(fact)))
                    .forEach(fact -> fault(
                            fact.heading(),
                            "register.column-missing",
                            fact.heading(),
                            fact.symbol().name()));
        }

        private void fault(String heading, String code, String... args) {
            sound = false;
            faults.accept(new RowFault(table.name(), 1, heading, "", code, List.of(args)));
        }

        private Set<String> collectedNames() {
            Set<String> names = new LinkedHashSet<>();
            keysOf(holder).forEach(key -> names.addAll(List.of(key.label(), key.heading())));
            for (Fact fact : catalogue.facts(holder)) {
                if (fact.collected()) {
                    names.addAll(List.of(fact.heading(), fact.symbol().name()));
                }
            }
            return names;
        }

        private static Map<String, KeyColumn> keysByName(Holder holder) {
            Map<String, KeyColumn> byName = new HashMap<>();
            for (KeyColumn key : keysOf(holder)) {
                byName.put(normalised(key.heading()), key);
                byName.put(normalised(key.label()), key);
            }
            return byName;
        }

        private Map<String, Fact> factsByName(Holder holder) {
            Map<String, Fact> byName = new HashMap<>();
            for (Fact fact : catalogue.facts(holder)) {
                byName.put(normalised(fact.symbol().label()), fact);
                byName.put(normalised(fact.heading()), fact);
                byName.put(normalised(fact.fullName()), fact);
                byName.put(normalised(fact.symbol().name()), fact);
            }
            return byName;
        }

        private static String normalised(String heading) {
            return CellText.plain(heading).toLowerCase(Locale.ROOT);
        }

        private static List<String> withoutBlankEnd(List<String> headings) {
            int end = headings.size();
            while (end > 0 && normalised(headings.get(end - 1)).isEmpty()) {
                end--;
            }
            return List.copyOf(headings.subList(0, end));
        }
    }
}
