package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    Population(Pack pack, Storage storage) {
        this.pack = pack;
        this.dictionary = new Dictionary(pack.vocabulary());
        this.storage = storage;
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

    /** Copies where households live, where their persons begin and whether they are odd. */
    void copyHouseholds(int first, Chunk into) {
        int firstPerson = storage.firstPerson(first);
        for (int row = 0; row < into.households; row++) {
            into.area[row] = storage.areaOf(first + row);
            into.start[row] = storage.firstPerson(first + row) - firstPerson;
        }
        into.start[into.households] = into.persons;
        storage.odd().subMap(first, first + into.households).keySet().forEach(row -> into.odd[row - first] = true);
    }

    Optional<Column> column(Holder holder, int slot) {
        return storage.column(holder, slot);
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
