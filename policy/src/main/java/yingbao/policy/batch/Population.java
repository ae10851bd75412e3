package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
    private final Storage storage;
    private final boolean hasEmptyHousehold;

    Population(Pack pack, Storage storage) {
        this.pack = pack;
        this.dictionary = new Dictionary(pack.vocabulary());
        this.storage = storage;
        this.hasEmptyHousehold = searchEmptyHousehold();
    }

    /** The columns of some households, in their order. */
    public static Population of(Pack pack, List<Household> households) {
        Rows rows = new Rows(pack);
        households.forEach(rows::add);
        return new Population(pack, rows.inMemory());
    }

    /** Whether a fact is kept as a number. */
    static boolean isNumber(Fact fact) {
        return switch (fact.kind()) {
            case MONEY, COUNT, FLAG, CODE, DATE, CITIZEN_ID -> true;
            case TEXT, AREA -> false;
        };
    }

    public int households() {
        return storage.rows(Holder.HOUSEHOLD);
    }

    public int persons() {
        return storage.rows(Holder.PERSON);
    }

    public String householdId(int household) {
        return storage.id(Holder.HOUSEHOLD, household);
    }

    /** The ids of households that follow each other. */
    public List<String> householdIds(Span span) {
        return storage.ids(Holder.HOUSEHOLD, span.from(), span.to());
    }

    public String personId(int person) {
        return storage.id(Holder.PERSON, person);
    }

    /** Where a household's persons begin among all persons. */
    public int firstPerson(int household) {
        return storage.firstPerson(household);
    }

    List<AreaCode> areas() {
        return storage.areas();
    }

    /** Where a household lives. */
    public AreaCode areaOf(int household) {
        return storage.areas().get(storage.areaOf(household));
    }

    public Span everybody() {
        return new Span(0, households());
    }

    /**
     * The households whose areas' codes lie in an interval, of a population whose households are ordered by them.
     *
     * @param first the first code, of twelve digits
     * @param last the last code
     */
    public Span span(String first, String last) {
        int from = firstFrom(code -> code.compareTo(first) >= 0);
        return new Span(from, Math.max(from, firstFrom(code -> code.compareTo(last) > 0)));
    }

    private int firstFrom(Predicate<String> reached) {
        int from = 0;
        int to = households();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (reached.test(areaOf(middle).digits())) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private boolean searchEmptyHousehold() {
        int all = households();
        int parts = (all + Chunk.HOUSEHOLDS_MAX - 1) / Chunk.HOUSEHOLDS_MAX;
        return IntStream.range(0, parts).parallel().anyMatch(part -> {
            int first = part * Chunk.HOUSEHOLDS_MAX;
            int count = Math.min(Chunk.HOUSEHOLDS_MAX, all - first);
            int[] starts = new int[count + 1];
            storage.copyStarts(first, count, starts);
            starts[count] = firstPerson(first + count) - firstPerson(first);
            return IntStream.range(0, count).anyMatch(row -> starts[row] == starts[row + 1]);
        });
    }

    /** Whether there is a household of which no member is known. */
    boolean hasEmptyHousehold() {
        return hasEmptyHousehold;
    }

    /** Copies where the households of a chunk live, where their persons begin and whether they are odd. */
    void copyHouseholds(int first, Chunk into) {
        storage.copyAreas(first, into.households, into.area);
        storage.copyStarts(first, into.households, into.start);
        into.start[into.households] = into.persons;
        storage.odd().subMap(first, first + into.households).keySet().forEach(row -> into.odd[row - first] = true);
    }

    Optional<Column> column(Holder holder, int slot) {
        return storage.column(holder, slot);
    }

    /** Adds households to others of the same facts, as they are. */
    void copy(Span span, Rows into) {
        int first = span.from();
        for (int odd : storage.odd().subMap(span.from(), span.to()).keySet()) {
            into.copy(storage, new Span(first, odd));
            into.add(household(odd));
            first = odd + 1;
        }
        into.copy(storage, new Span(first, span.to()));
    }

    /** A household as the other evaluator takes it. */
    public Household household(int row) {
        Household kept = storage.odd().get(row);
        if (kept != null) {
            return kept;
        }
        List<Facts> members = new ArrayList<>();
        for (int person = firstPerson(row); person < firstPerson(row + 1); person++) {
            members.add(facts(Holder.PERSON, person));
        }
        return new Household(areas().get(storage.areaOf(row)), facts(Holder.HOUSEHOLD, row), members);
    }

    private Facts facts(Holder holder, int row) {
        List<Fact> all = pack.catalogue().facts(holder);
        List<Optional<Value>> values = new ArrayList<>();
        for (int slot = 0; slot < all.size(); slot++) {
            Fact fact = all.get(slot);
            values.add(column(holder, slot)
                    .filter(column -> column.isKnown(row))
                    .map(column -> value(fact, column.value(row))));
        }
        return Facts.ofSlots(storage.id(holder, row), holder, pack.vocabulary(), values);
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
