package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** Households that are being put into columns. */
final class Rows {
    private static final int ROWS_AT_ONCE = 4096;

    private final Dictionary dictionary;
    private final Map<AreaCode, Integer> areaNumbers = new LinkedHashMap<>();
    private final Filling area = new Filling();
    private final Filling start = new Filling();
    private final Map<Holder, List<String>> ids = new HashMap<>();
    private final Map<Holder, Map<Integer, Filling>> columns = new HashMap<>();
    private final NavigableMap<Integer, Household> odd = new TreeMap<>();

    Rows(Pack pack) {
        this.dictionary = new Dictionary(pack.vocabulary());
        for (Holder holder : Holder.values()) {
            ids.put(holder, new ArrayList<>());
            Map<Integer, Filling> bySlot = new TreeMap<>();
            List<Fact> facts = pack.catalogue().facts(holder);
            for (int slot = 0; slot < facts.size(); slot++) {
                if (isKept(facts.get(slot))) {
                    bySlot.put(slot, new Filling());
                }
            }
            columns.put(holder, bySlot);
        }
        start.set(0, 0);
    }

    /** Whether there is a column for a fact: people supply it, and it is kept as a number. */
    static boolean isKept(Fact fact) {
        return fact.collected() && Population.isNumber(fact);
    }

    void add(Household household) {
        int row = count(Holder.HOUSEHOLD);
        area.set(row, areaNumbers.computeIfAbsent(household.area(), _ -> areaNumbers.size()));
        boolean sound = add(Holder.HOUSEHOLD, household.facts());
        for (Facts member : household.members()) {
            sound &= add(Holder.PERSON, member);
        }
        start.set(row + 1, count(Holder.PERSON));
        if (!sound) {
            odd.put(row, household);
        }
    }

    /** Begins a household whose facts and members come one by one. */
    void begin(AreaCode in, String id) {
        int row = count(Holder.HOUSEHOLD);
        area.set(row, areaNumbers.computeIfAbsent(in, _ -> areaNumbers.size()));
        ids(Holder.HOUSEHOLD).add(id);
        start.set(row + 1, count(Holder.PERSON));
    }

    /** Adds a member to the household begun last. */
    void member(String id) {
        ids(Holder.PERSON).add(id);
        start.set(count(Holder.HOUSEHOLD), count(Holder.PERSON));
    }

    /** Adds households that follow each other in another storage of the same facts, none of which is odd there. */
    void copy(Storage from, Span span) {
        int household = count(Holder.HOUSEHOLD);
        int person = count(Holder.PERSON);
        int firstPerson = from.firstPerson(span.from());
        int endPerson = from.firstPerson(span.to());
        for (int row = 0; row < span.households(); row++) {
            AreaCode in = from.areas().get(from.areaOf(span.from() + row));
            area.set(household + row, areaNumbers.computeIfAbsent(in, _ -> areaNumbers.size()));
            start.set(household + row + 1, person + from.firstPerson(span.from() + row + 1) - firstPerson);
        }
        ids(Holder.HOUSEHOLD).addAll(from.ids(Holder.HOUSEHOLD, span.from(), span.to()));
        ids(Holder.PERSON).addAll(from.ids(Holder.PERSON, firstPerson, endPerson));
        copy(Holder.HOUSEHOLD, from, span.from(), span.to(), household);
        copy(Holder.PERSON, from, firstPerson, endPerson, person);
    }

    private void copy(Holder holder, Storage from, int first, int end, int to) {
        int most = Math.min(end - first, ROWS_AT_ONCE);
        long[] numbers = new long[most];
        long[] missing = new long[most];
        for (Map.Entry<Integer, Filling> filling : columns(holder).entrySet()) {
            Optional<Column> column = from.column(holder, filling.getKey());
            if (column.isEmpty()) {
                continue;
            }
            for (int row = first; row < end; row += most) {
                int rows = Math.min(most, end - row);
                column.get().copyValues(row, rows, numbers);
                column.get().copyMissing(row, rows, -1, missing);
                filling.getValue().set(to + row - first, numbers, missing, rows);
            }
        }
    }

    /** States a fact of the household, or the member, that came last. */
    void set(Holder holder, int slot, long number) {
        columns(holder)
                .computeIfAbsent(slot, _ -> {
                    throw new IllegalArgumentException("not kept: " + holder + " " + slot);
                })
                .set(count(holder) - 1, number);
    }

    private boolean add(Holder holder, Facts facts) {
        int row = count(holder);
        ids(holder).add(facts.id());
        boolean sound = true;
        for (Map.Entry<Integer, Filling> column : columns(holder).entrySet()) {
            Optional<Value> given = facts.given(column.getKey());
            if (given.isPresent()) {
                OptionalLong number = number(given.get());
                number.ifPresent(known -> column.getValue().set(row, known));
                sound &= number.isPresent();
            }
        }
        return sound;
    }

    /** The number that stands for a value; empty for a text that no list has and that is no citizen id. */
    private OptionalLong number(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> OptionalLong.of(whole);
            case Value.Flag(boolean flag) -> OptionalLong.of(flag ? 1 : 0);
            case Value.Text(String text) -> number(text);
            case Value.Fraction _, Value.Unknown _, Value.Failure _ -> OptionalLong.empty();
        };
    }

    OptionalLong number(String text) {
        return dictionary.find(text);
    }

    int count(Holder holder) {
        return ids(holder).size();
    }

    /** The areas in which somebody lives, in the order in which they came. */
    List<AreaCode> areas() {
        return new ArrayList<>(areaNumbers.keySet());
    }

    /** The place of each household's area among {@link #areas}. */
    Filling area() {
        return area;
    }

    /** Where each household's persons begin, and after the last one where they end. */
    Filling start() {
        return start;
    }

    List<String> ids(Holder holder) {
        return ids.getOrDefault(holder, List.of());
    }

    /** The facts of which something may be known, by slot. */
    Map<Integer, Filling> columns(Holder holder) {
        return columns.getOrDefault(holder, Map.of());
    }

    NavigableMap<Integer, Household> odd() {
        return odd;
    }

    /** The rows in memory, once all are there. */
    Storage inMemory() {
        Column areaOf = new HeapColumn(area, count(Holder.HOUSEHOLD));
        Column starts = new HeapColumn(start, count(Holder.HOUSEHOLD) + 1);
        Map<Holder, Map<Integer, Column>> filled = new HashMap<>();
        columns.forEach((holder, bySlot) -> {
            Map<Integer, Column> done = new HashMap<>();
            bySlot.forEach((slot, filling) -> done.put(slot, new HeapColumn(filling, count(holder))));
            filled.put(holder, done);
        });
        List<AreaCode> areas = areas();
        return new Storage() {
            @Override
            public int rows(Holder holder) {
                return count(holder);
            }

            @Override
            public List<AreaCode> areas() {
                return areas;
            }

            @Override
            public int areaOf(int household) {
                return (int) areaOf.value(household);
            }

            @Override
            public int firstPerson(int household) {
                return (int) starts.value(household);
            }

            @Override
            public void copyAreas(int first, int households, int[] into) {
                for (int household = 0; household < households; household++) {
                    into[household] = areaOf(first + household);
                }
            }

            @Override
            public void copyStarts(int first, int households, int[] into) {
                int begin = firstPerson(first);
                for (int household = 0; household < households; household++) {
                    into[household] = firstPerson(first + household) - begin;
                }
            }

            @Override
            public String id(Holder holder, int row) {
                return Rows.this.ids(holder).get(row);
            }

            @Override
            public List<String> ids(Holder holder, int from, int to) {
                return Rows.this.ids(holder).subList(from, to);
            }

            @Override
            public Optional<Column> column(Holder holder, int slot) {
                return Optional.ofNullable(filled.getOrDefault(holder, Map.of()).get(slot));
            }

            @Override
            public NavigableMap<Integer, Household> odd() {
                return odd;
            }
        };
    }
}
