package yingbao.policy.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;

/**
 * Reads a register of any size household by household, with everything that {@link RegisterReader} checks. Both tables are
 * read twice: first for the order of their rows and for ids that come twice, then side by side. A table whose rows are not
 * in the order of their households' ids is sorted on disk in between.
 */
public final class RegisterStream {
    private final Pack pack;
    private final RowReader householdRows;
    private final RowReader personRows;
    private final RegisterChecks checks;
    private final Consumer<RowFault> faults;
    private final LongConsumer progress;
    private final int stretchBytes;

    /** Takes one household. */
    @FunctionalInterface
    public interface Taker {
        void take(RegisteredHousehold household) throws IOException;
    }

    /**
     * What was read.
     *
     * @param households how many were taken
     * @param persons how many belong to them
     * @param householdRows rows with content in the table of households
     * @param personRows rows with content in the table of persons
     */
    public record Counted(long households, long persons, long householdRows, long personRows) {}

    private RegisterStream(
            Pack pack,
            RowReader householdRows,
            RowReader personRows,
            RegisterChecks checks,
            Consumer<RowFault> faults,
            LongConsumer progress,
            int stretchBytes) {
        this.pack = pack;
        this.householdRows = householdRows;
        this.personRows = personRows;
        this.checks = checks;
        this.faults = faults;
        this.progress = progress;
        this.stretchBytes = stretchBytes;
    }

    /**
     * Reads both tables to their ends. Closing them is left to the caller.
     *
     * @param on the day the register is asked about, as for {@link RegisterReader#read}
     * @param folder where what does not fit into memory may lie meanwhile, under names of its own
     * @param faults takes each fault as it is found: headings first, then those of each household with its members
     * @param progress told the number of rows read so far, of both readings
     * @param taker takes the households without a fault, in the order of their ids
     * @return empty where the headings do not say what the columns hold, so that no row was read
     */
    public static Optional<Counted> read(
            Table households,
            Table persons,
            Pack pack,
            LocalDate on,
            Path folder,
            Consumer<RowFault> faults,
            LongConsumer progress,
            Taker taker)
            throws IOException {
        return read(households, persons, pack, on, folder, faults, progress, taker, SortedTable.STRETCH_BYTES);
    }

    static Optional<Counted> read(
            Table households,
            Table persons,
            Pack pack,
            LocalDate on,
            Path folder,
            Consumer<RowFault> faults,
            LongConsumer progress,
            Taker taker,
            int stretchBytes)
            throws IOException {
        AreasOfTheDay areas = new AreasOfTheDay(pack.areas(), on);
        Optional<Columns> ofHouseholds = Columns.read(households, Holder.HOUSEHOLD, pack.catalogue(), areas, faults);
        Optional<Columns> ofPersons = Columns.read(persons, Holder.PERSON, pack.catalogue(), areas, faults);
        if (ofHouseholds.isEmpty() || ofPersons.isEmpty()) {
            return Optional.empty();
        }
        RowReader householdRows =
                new RowReader(households.name(), Holder.HOUSEHOLD, ofHouseholds.get(), pack.vocabulary(), faults);
        RowReader personRows = new RowReader(persons.name(), Holder.PERSON, ofPersons.get(), pack.vocabulary(), faults);
        RegisterChecks checks = new RegisterChecks(pack, on, householdRows, personRows);
        RegisterStream stream =
                new RegisterStream(pack, householdRows, personRows, checks, faults, progress, stretchBytes);
        try (Scratch scratch = new Scratch(folder)) {
            return Optional.of(stream.read(households, persons, scratch, taker));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private Counted read(Table households, Table persons, Scratch scratch, Taker taker) throws IOException {
        try (Twice ids = new Twice(scratch);
                Twice citizens = new Twice(scratch)) {
            Survey survey = new Survey(ids, citizens);
            Table householdsInOrder = inOrder(households, householdRows, survey, scratch);
            Table personsInOrder = inOrder(persons, personRows, survey, scratch);
            ids.settle();
            citizens.settle();
            return new SideBySide(ids, citizens, taker, survey.rows).read(householdsInOrder, personsInOrder);
        }
    }

    private Table inOrder(Table table, RowReader rows, Survey survey, Scratch scratch) throws IOException {
        return survey.isInOrder(table, rows) ? table : new SortedTable(table, rows, scratch, stretchBytes);
    }

    /** The first reading. */
    private final class Survey {
        private final Twice ids;
        private final Twice citizens;
        private boolean inOrder = true;
        private String last = "";
        private long rows;

        Survey(Twice ids, Twice citizens) {
            this.ids = ids;
            this.citizens = citizens;
        }

        /** Looks at a table, and whether its rows are in the order of their households' ids. */
        boolean isInOrder(Table table, RowReader reader) throws IOException {
            inOrder = true;
            last = "";
            RegisterReader.inBatches(table, batch -> {
                reader.keys(batch).forEach(this::look);
                rows += batch.size();
                progress.accept(rows);
            });
            return inOrder;
        }

        private void look(RowKeys keys) {
            // A row of no household belongs nowhere, so that it may stand anywhere.
            if (!keys.household().isEmpty()) {
                inOrder &= Register.BY_ID.compare(last, keys.household()) <= 0;
                last = keys.household();
            }
            try {
                ids.saw(keys.person(), keys.row());
                citizens.saw(keys.citizen(), keys.row());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    /** The second reading, of both tables in the order of households. */
    private final class SideBySide {
        private final Twice ids;
        private final Twice citizens;
        private final Taker taker;
        private final long rowsBefore;
        private final int residence = RegisterReader.residence(pack);
        private final OptionalInt citizenId = RegisterReader.citizenId(pack);
        private final List<Draft> gathered = new ArrayList<>();
        private Optional<Draft> current = Optional.empty();
        private long householdRowsRead;
        private long personRowsRead;
        private long householdsTaken;
        private long personsTaken;

        SideBySide(Twice ids, Twice citizens, Taker taker, long rowsBefore) {
            this.ids = ids;
            this.citizens = citizens;
            this.taker = taker;
            this.rowsBefore = rowsBefore;
        }

        Counted read(Table households, Table persons) throws IOException {
            try (PulledRows members = new PulledRows(persons, personRows)) {
                RegisterReader.forEachRow(households, householdRows, parsed -> {
                    try {
                        household(parsed, members);
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
                gather(members);
                for (Optional<RowReader.Parsed> left = members.peek(); left.isPresent(); left = members.peek()) {
                    member(left.get(), Optional.empty());
                    members.remove();
                }
                take();
            }
            progress.accept(rowsBefore + householdRowsRead + personRowsRead);
            return new Counted(householdsTaken, personsTaken, householdRowsRead, personRowsRead);
        }

        private void household(RowReader.Parsed parsed, PulledRows members) throws IOException {
            householdRowsRead++;
            reportProgress();
            long row = parsed.row();
            Optional<String> id = parsed.id(KeyColumn.HOUSEHOLD_ID);
            Optional<Draft> same =
                    current.filter(draft -> id.isPresent() && id.get().equals(draft.id()));
            if (id.isPresent() && same.isEmpty()) {
                gather(members);
            }
            householdRows.report(parsed);
            if (id.isEmpty()) {
                return;
            }
            if (same.isPresent()) {
                same.get().holdBack();
                String earlierRow = Long.toString(same.get().origin().row());
                householdRows.fault(KeyColumn.HOUSEHOLD_ID, row, id.get(), "register.household-twice", earlierRow);
                return;
            }
            Draft draft = new Draft(parsed.facts(), householdRows.origin(row), residence);
            if (!parsed.sound()) {
                draft.holdBack();
            }
            current = Optional.of(draft);
        }

        /** Gives the household read last its members, which are the next ones. */
        private void gather(PulledRows members) throws IOException {
            if (current.isEmpty()) {
                return;
            }
            Draft draft = current.get();
            for (Optional<RowReader.Parsed> next = members.peek(); next.isPresent(); next = members.peek()) {
                String household = next.get().id(KeyColumn.HOUSEHOLD_ID).orElse("");
                int order = Register.BY_ID.compare(household, draft.id());
                if (order > 0) {
                    break;
                }
                member(next.get(), order == 0 ? current : Optional.empty());
                members.remove();
            }
            current = Optional.empty();
            gathered.add(draft);
            if (gathered.size() == RegisterReader.ROWS_AT_ONCE) {
                take();
            }
        }

        private void member(RowReader.Parsed parsed, Optional<Draft> household) {
            personRowsRead++;
            reportProgress();
            personRows.report(parsed);
            long row = parsed.row();
            Optional<String> householdId = parsed.id(KeyColumn.HOUSEHOLD_ID);
            Optional<String> id = parsed.id(KeyColumn.PERSON_ID);
            if (householdId.isPresent() && household.isEmpty()) {
                personRows.fault(KeyColumn.HOUSEHOLD_ID, row, householdId.get(), "register.household-unknown");
            }
            household.ifPresent(draft -> draft.add(new Draft.Member(parsed.facts(), personRows.origin(row))));
            if (id.isEmpty() || !parsed.sound() || ids.involves(row) || citizens.involves(row)) {
                household.ifPresent(Draft::holdBack);
            }
            ids.earlier(row)
                    .ifPresent(earlier -> personRows.fault(
                            KeyColumn.PERSON_ID, row, id.orElse(""), "register.person-twice", Long.toString(earlier)));
            citizens.earlier(row).ifPresent(earlier -> refuseSameCitizen(parsed, earlier));
        }

        private void refuseSameCitizen(RowReader.Parsed parsed, long earlier) {
            int slot = citizenId.orElseThrow();
            Fact fact = pack.catalogue().person().get(slot);
            String shown = Mask.citizenId(Draft.text(parsed.facts(), slot).orElse(""));
            personRows.fault(fact, parsed.row(), shown, "register.citizen-twice", Long.toString(earlier));
        }

        /** Hands on those gathered, each of which has all its members. */
        private void take() throws IOException {
            // What one household violates says nothing of another, so every core asks for some of them.
            List<List<RowFault>> violations =
                    gathered.parallelStream().map(checks::violations).toList();
            for (int place = 0; place < gathered.size(); place++) {
                Draft draft = gathered.get(place);
                if (RegisterReader.isWhole(draft, violations.get(place), householdRows, faults)
                        && draft.area().isPresent()) {
                    RegisteredHousehold household =
                            draft.registered(draft.area().get());
                    householdsTaken++;
                    personsTaken += household.members().size();
                    taker.take(household);
                }
            }
            gathered.clear();
        }

        private void reportProgress() {
            long rows = householdRowsRead + personRowsRead;
            if (rows % RegisterReader.ROWS_BETWEEN_REPORTS == 0) {
                progress.accept(rowsBefore + rows);
            }
        }
    }
}
