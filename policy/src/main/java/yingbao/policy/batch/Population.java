package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/**
 * What is known of many households and their persons, as columns. Names, addresses and other free texts, on which no rule
 * rests, are left out.
 */
public final class Population {
    private final Pack pack;
    private final Dictionary dictionary;
    private final List<AreaCode> areas;
    private final int[] areaOf;
    private final int[] start;
    private final List<String> householdIds;
    private final List<String> personIds;
    private final Map<Holder, Map<Integer, Column>> columns;
    private final Map<Integer, Household> odd;

    private Population(Builder filled) {
        this.pack = filled.pack;
        this.dictionary = filled.dictionary;
        this.areas = List.copyOf(filled.areaNumbers.keySet());
        this.areaOf = filled.areaOf;
        this.start = filled.start;
        this.householdIds = List.copyOf(filled.householdIds);
        this.personIds = List.copyOf(filled.personIds);
        this.columns = new HashMap<>();
        filled.columns.forEach((holder, bySlot) -> {
            Map<Integer, Column> done = new HashMap<>();
            bySlot.forEach((slot, filling) -> done.put(slot, filling.filled()));
            columns.put(holder, done);
        });
        this.odd = Map.copyOf(filled.odd);
    }

    /** The columns of some households, in their order. */
    public static Population of(Pack pack, List<Household> households) {
        Builder builder = new Builder(pack, households);
        for (int row = 0; row < households.size(); row++) {
            builder.add(row, households.get(row));
        }
        return new Population(builder);
    }

    private static final class Builder {
        private final Pack pack;
        private final Dictionary dictionary;
        private final Map<AreaCode, Integer> areaNumbers = new LinkedHashMap<>();
        private final int[] areaOf;
        private final int[] start;
        private final List<String> householdIds = new ArrayList<>();
        private final List<String> personIds = new ArrayList<>();
        private final Map<Holder, Map<Integer, Column.Filling>> columns = new HashMap<>();
        private final Map<Integer, Household> odd = new HashMap<>();

        Builder(Pack pack, List<Household> households) {
            this.pack = pack;
            this.dictionary = new Dictionary(pack.vocabulary());
            this.areaOf = new int[households.size()];
            this.start = new int[households.size() + 1];
            int persons = households.stream()
                    .mapToInt(household -> household.members().size())
                    .sum();
            for (Holder holder : Holder.values()) {
                Map<Integer, Column.Filling> bySlot = new HashMap<>();
                List<Fact> facts = pack.catalogue().facts(holder);
                for (int slot = 0; slot < facts.size(); slot++) {
                    if (facts.get(slot).collected() && isNumber(facts.get(slot))) {
                        bySlot.put(slot, new Column.Filling(holder == Holder.HOUSEHOLD ? households.size() : persons));
                    }
                }
                columns.put(holder, bySlot);
            }
        }

        void add(int row, Household household) {
            areaOf[row] = areaNumbers.computeIfAbsent(household.area(), _ -> areaNumbers.size());
            householdIds.add(household.id());
            boolean sound = add(Holder.HOUSEHOLD, row, household.facts());
            int person = start[row];
            for (Facts member : household.members()) {
                personIds.add(member.id());
                sound &= add(Holder.PERSON, person, member);
                person++;
            }
            start[row + 1] = person;
            if (!sound) {
                odd.put(row, household);
            }
        }

        private boolean add(Holder holder, int row, Facts facts) {
            boolean sound = true;
            for (Map.Entry<Integer, Column.Filling> column :
                    columns.getOrDefault(holder, Map.of()).entrySet()) {
                Optional<Value> given = facts.given(column.getKey());
                if (given.isPresent()) {
                    OptionalLong number = number(given.get(), dictionary);
                    number.ifPresent(known -> column.getValue().set(row, known));
                    sound &= number.isPresent();
                }
            }
            return sound;
        }

        /** The number that stands for a value; empty for a text that no list has and that is no citizen id. */
        private static OptionalLong number(Value value, Dictionary dictionary) {
            return switch (value) {
                case Value.Whole(long whole) -> OptionalLong.of(whole);
                case Value.Flag(boolean flag) -> OptionalLong.of(flag ? 1 : 0);
                case Value.Text(String text) -> dictionary.find(text);
                case Value.Fraction _, Value.Unknown _, Value.Failure _ -> OptionalLong.empty();
            };
        }
    }

    /** Whether a fact is kept as a number. */
    static boolean isNumber(Fact fact) {
        return switch (fact.kind()) {
            case MONEY, COUNT, FLAG, CODE, DATE, CITIZEN_ID -> true;
            case TEXT, AREA -> false;
        };
    }

    public int households() {
        return householdIds.size();
    }

    public int persons() {
        return personIds.size();
    }

    public String householdId(int household) {
        return householdIds.get(household);
    }

    public String personId(int person) {
        return personIds.get(person);
    }

    /** Where a household's persons begin among all persons. */
    public int firstPerson(int household) {
        return start[household];
    }

    List<AreaCode> areas() {
        return areas;
    }

    int areaOf(int household) {
        return areaOf[household];
    }

    /** Copies where households live, where their persons begin and whether they are odd. */
    void copyHouseholds(int first, Chunk into) {
        for (int row = 0; row < into.households; row++) {
            into.area[row] = areaOf[first + row];
            into.start[row] = start[first + row] - start[first];
            into.odd[row] = isOdd(first + row);
        }
        into.start[into.households] = into.persons;
    }

    Optional<Column> column(Holder holder, int slot) {
        return Optional.ofNullable(columns.getOrDefault(holder, Map.of()).get(slot));
    }

    boolean isOdd(int household) {
        return odd.containsKey(household);
    }

    /** A household as the other evaluator takes it. */
    Household household(int row) {
        Household kept = odd.get(row);
        if (kept != null) {
            return kept;
        }
        List<Facts> members = new ArrayList<>();
        for (int person = start[row]; person < start[row + 1]; person++) {
            members.add(facts(Holder.PERSON, person, personIds.get(person)));
        }
        return new Household(areas.get(areaOf[row]), facts(Holder.HOUSEHOLD, row, householdIds.get(row)), members);
    }

    private Facts facts(Holder holder, int row, String id) {
        List<Fact> all = pack.catalogue().facts(holder);
        List<Optional<Value>> values = new ArrayList<>();
        for (int slot = 0; slot < all.size(); slot++) {
            Fact fact = all.get(slot);
            values.add(column(holder, slot)
                    .filter(column -> column.isKnown(row))
                    .map(column -> value(fact, column.value(row))));
        }
        return Facts.ofSlots(id, holder, pack.vocabulary(), values);
    }

    private Value value(Fact fact, long number) {
        return switch (fact.kind()) {
            case MONEY, COUNT, DATE -> new Value.Whole(number);
            case FLAG -> Value.Flag.of(number != 0);
            case CODE, CITIZEN_ID -> new Value.Text(dictionary.text(number));
            case TEXT, AREA -> throw new IllegalStateException("not kept: " + fact.fullName());
        };
    }
}
