package yingbao.policy.register;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;

/**
 * Reads a register from a table of households and one of persons, whose columns and rows may stand in any order.
 *
 * <p>The headings must all be known, for a misspelt one would silently make a fact unknown in every row. After that
 * every fault is reported and reading goes on. A household is held back whole when its row or that of a member is
 * faulty, because a member left out would change what the others get.
 */
public final class RegisterReader {
    static final int ROWS_BETWEEN_REPORTS = 1_000;
    /** So many rows keep every core busy for a while. */
    static final int ROWS_AT_ONCE = 2_048;

    private final Pack pack;
    private final RowReader households;
    private final RowReader persons;
    private final RegisterChecks checks;
    private final Consumer<RowFault> faults;
    private final LongConsumer progress;
    private final int residence;
    private final OptionalInt citizenId;
    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<String, Sighting> personIds = new HashMap<>();
    private final Map<String, Sighting> citizenIds = new HashMap<>();
    private long householdRows;
    private long personRows;

    /**
     * Where an id that must not come twice was read.
     *
     * @param householdId the household of that row; of no household where the row names none
     */
    private record Sighting(String householdId, long row) {}

    private RegisterReader(
            Pack pack,
            RowReader households,
            RowReader persons,
            RegisterChecks checks,
            Consumer<RowFault> faults,
            LongConsumer progress) {
        this.pack = pack;
        this.households = households;
        this.persons = persons;
        this.checks = checks;
        this.faults = faults;
        this.progress = progress;
        this.residence = residence(pack);
        this.citizenId = citizenId(pack);
    }

    /** The slot of the area where a household lives. */
    static int residence(Pack pack) {
        return firstSlot(pack.catalogue().household(), AreasOfTheDay::isResidence)
                .orElseThrow(() -> new IllegalArgumentException("a pack always has a household's area"));
    }

    /** The slot of a person's citizen number, if persons have one. */
    static OptionalInt citizenId(Pack pack) {
        return firstSlot(pack.catalogue().person(), fact -> fact.kind() == Fact.Kind.CITIZEN_ID);
    }

    private static OptionalInt firstSlot(List<Fact> facts, Predicate<Fact> wanted) {
        return IntStream.range(0, facts.size())
                .filter(slot -> wanted.test(facts.get(slot)))
                .findFirst();
    }

    /**
     * Reads both tables to their ends. Closing them is left to the caller.
     *
     * @param on the day the register is asked about: areas get the codes they bear on it, and the pack's conditions
     *     are judged as of it
     * @param faults takes each fault as it is found: headings first, then rows of households, rows of persons, and
     *     what only a whole household can show
     * @param progress told the number of rows read so far, now and then and at the end
     * @throws IOException when a table cannot be read
     */
    public static Intake read(
            Table households, Table persons, Pack pack, LocalDate on, Consumer<RowFault> faults, LongConsumer progress)
            throws IOException {
        AreasOfTheDay areas = new AreasOfTheDay(pack.areas(), on);
        Optional<Columns> ofHouseholds = Columns.read(households, Holder.HOUSEHOLD, pack.catalogue(), areas, faults);
        Optional<Columns> ofPersons = Columns.read(persons, Holder.PERSON, pack.catalogue(), areas, faults);
        if (ofHouseholds.isEmpty() || ofPersons.isEmpty()) {
            return new Intake.Refused();
        }
        RowReader householdRows =
                new RowReader(households.name(), Holder.HOUSEHOLD, ofHouseholds.get(), pack.vocabulary(), faults);
        RowReader personRows = new RowReader(persons.name(), Holder.PERSON, ofPersons.get(), pack.vocabulary(), faults);
        RegisterChecks checks = new RegisterChecks(pack, on, householdRows, personRows);
        RegisterReader reader = new RegisterReader(pack, householdRows, personRows, checks, faults, progress);
        forEachRow(households, householdRows, reader::household);
        forEachRow(persons, personRows, reader::person);
        return reader.taken();
    }

    static void forEachRow(Table table, RowReader rows, Consumer<RowReader.Parsed> consumer) throws IOException {
        inBatches(table, batch -> rows.parse(batch).forEach(consumer));
    }

    /** Hands over all rows, as many at once as every core can work on. */
    static void inBatches(Table table, Consumer<List<RowReader.Row>> consumer) throws IOException {
        List<RowReader.Row> waiting = new ArrayList<>(ROWS_AT_ONCE);
        table.forEachRow((number, cells) -> {
            waiting.add(new RowReader.Row(number, cells));
            if (waiting.size() == ROWS_AT_ONCE) {
                consumer.accept(waiting);
                waiting.clear();
            }
        });
        consumer.accept(waiting);
    }

    private void household(RowReader.Parsed parsed) {
        householdRows++;
        reportProgress();
        households.report(parsed);
        long row = parsed.row();
        Optional<String> id = parsed.id(KeyColumn.HOUSEHOLD_ID);
        if (id.isEmpty()) {
            return;
        }
        Draft draft = new Draft(parsed.facts(), households.origin(row), residence);
        Draft earlier = drafts.putIfAbsent(id.get(), draft);
        if (earlier != null) {
            earlier.holdBack();
            String earlierRow = Long.toString(earlier.origin().row());
            households.fault(KeyColumn.HOUSEHOLD_ID, row, id.get(), "register.household-twice", earlierRow);
        } else if (!parsed.sound()) {
            draft.holdBack();
        }
    }

    private void person(RowReader.Parsed parsed) {
        personRows++;
        reportProgress();
        persons.report(parsed);
        long row = parsed.row();
        Optional<String> householdId = parsed.id(KeyColumn.HOUSEHOLD_ID);
        Optional<String> id = parsed.id(KeyColumn.PERSON_ID);
        Optional<Draft> household = householdId.map(drafts::get);
        if (householdId.isPresent() && household.isEmpty()) {
            persons.fault(KeyColumn.HOUSEHOLD_ID, row, householdId.get(), "register.household-unknown");
        }
        household.ifPresent(draft -> draft.add(new Draft.Member(parsed.facts(), persons.origin(row))));
        if (id.isEmpty() || !parsed.sound()) {
            household.ifPresent(Draft::holdBack);
        }
        Sighting here = new Sighting(household.map(Draft::id).orElse(""), row);
        id.ifPresent(known -> refuseSamePerson(known, here));
        citizenId.ifPresent(
                slot -> Draft.text(parsed.facts(), slot).ifPresent(number -> refuseSameCitizen(slot, number, here)));
    }

    private void refuseSamePerson(String id, Sighting here) {
        earlier(personIds, id, here).ifPresent(earlier -> {
            String earlierRow = Long.toString(earlier.row());
            persons.fault(KeyColumn.PERSON_ID, here.row(), id, "register.person-twice", earlierRow);
        });
    }

    private void refuseSameCitizen(int slot, String number, Sighting here) {
        earlier(citizenIds, number, here).ifPresent(earlier -> {
            Fact fact = pack.catalogue().person().get(slot);
            String earlierRow = Long.toString(earlier.row());
            persons.fault(fact, here.row(), Mask.citizenId(number), "register.citizen-twice", earlierRow);
        });
    }

    /** Where an id was read before, if it was; then neither of the two households can be relied on. */
    private Optional<Sighting> earlier(Map<String, Sighting> sightings, String id, Sighting here) {
        Optional<Sighting> earlier = Optional.ofNullable(sightings.putIfAbsent(id, here));
        if (earlier.isPresent()) {
            Stream.of(earlier.get(), here)
                    .flatMap(row -> Stream.ofNullable(drafts.get(row.householdId())))
                    .forEach(Draft::holdBack);
        }
        return earlier;
    }

    private void reportProgress() {
        long rows = householdRows + personRows;
        if (rows % ROWS_BETWEEN_REPORTS == 0) {
            progress.accept(rows);
        }
    }

    private Intake taken() {
        personIds.clear();
        citizenIds.clear();
        List<Draft> sorted = new ArrayList<>(drafts.values());
        sorted.sort(Comparator.comparing(Draft::id, Register.BY_ID));
        // What one household violates says nothing of another, so every core asks for some of them.
        List<List<RowFault>> violations =
                sorted.parallelStream().map(checks::violations).toList();
        List<RegisteredHousehold> sound = new ArrayList<>();
        for (int draft = 0; draft < sorted.size(); draft++) {
            if (isWhole(sorted.get(draft), violations.get(draft), households, faults)) {
                Draft whole = sorted.get(draft);
                whole.area().ifPresent(area -> sound.add(whole.registered(area)));
            }
        }
        progress.accept(householdRows + personRows);
        return new Intake.Taken(new Register(sound), householdRows, personRows);
    }

    /** Whether nothing is wrong with a household all of whose rows are read; the last of it is reported. */
    static boolean isWhole(Draft draft, List<RowFault> violations, RowReader households, Consumer<RowFault> faults) {
        boolean inhabited = !draft.members().isEmpty();
        if (!inhabited) {
            households.fault(KeyColumn.HOUSEHOLD_ID, draft.origin().row(), draft.id(), "register.no-persons");
        }
        violations.forEach(faults);
        return inhabited && violations.isEmpty() && !draft.isHeldBack();
    }
}
