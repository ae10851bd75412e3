package yingbao.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Cells;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.register.KeyColumn;

/**
 * A synthetic province as the two files of a register, part by part and in order, so that it can be taken in like any other.
 * The files' names appear only when both are whole; closed before that, nothing of them remains.
 */
final class SyntheticRegister implements AutoCloseable {
    private static final String HOUSEHOLDS = "households.csv";
    private static final String PERSONS = "persons.csv";
    private static final String UNFINISHED = ".part";
    /** By it spreadsheets know UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final List<String> FACTS_OF_HOUSEHOLD = List.of(
            "persons_registered",
            "hukou",
            "local",
            "income_wages",
            "income_business",
            "income_property",
            "income_transfer",
            "income_other",
            "property_within_limit");
    private static final List<String> FACTS_OF_PERSON = List.of(
            "name",
            "citizen_id",
            "relation",
            "hukou_local",
            "member_status",
            "labour",
            "refused_work_three_times",
            "disability_kind",
            "disability_grade",
            "disability_main_kind",
            "needs_long_term_care",
            "care_over_six_months",
            "has_income_source",
            "has_able_supporter",
            "self_care_grade",
            "orphan_allowance",
            "work_injury_care",
            "other_living_allowance",
            "other_nursing_allowance");

    private final Pack pack;
    private final Path folder;
    private final Fact residence;
    private final Columns ofHousehold;
    private final Columns ofPerson;
    private final OutputStream households;
    private final OutputStream persons;
    private long householdCount;
    private long personCount;
    private boolean finished;

    /** The facts that have a column, with their slots in the catalogue. */
    private record Columns(List<Fact> facts, List<Integer> slots, BitSet allSlots) {
        Stream<String> headings() {
            return facts.stream().map(Fact::heading);
        }
    }

    SyntheticRegister(Pack pack, Path folder) throws IOException {
        this.pack = pack;
        this.folder = folder;
        this.residence = pack.catalogue().household().stream()
                .filter(fact -> fact.kind() == Fact.Kind.AREA)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a pack always has a household's area"));
        this.ofHousehold = columns(Holder.HOUSEHOLD, FACTS_OF_HOUSEHOLD);
        this.ofPerson = columns(Holder.PERSON, FACTS_OF_PERSON);
        this.households = open(HOUSEHOLDS);
        this.persons = open(PERSONS);
        Part headings = new Part();
        headings.households.line(Stream.concat(
                Stream.of(MARK + KeyColumn.HOUSEHOLD_ID.label(), residence.heading()), ofHousehold.headings()));
        headings.persons.line(Stream.concat(
                Stream.of(MARK + KeyColumn.PERSON_ID.label(), KeyColumn.HOUSEHOLD_ID.label()), ofPerson.headings()));
        append(headings);
        householdCount = 0;
        personCount = 0;
    }

    /** The columns of those of the facts that the pack knows. */
    private Columns columns(Holder holder, List<String> names) {
        List<Fact> all = pack.catalogue().facts(holder);
        List<Integer> slots = names.stream()
                .flatMap(name -> IntStream.range(0, all.size())
                        .filter(slot -> all.get(slot).symbol().name().equals(name))
                        .boxed())
                .toList();
        BitSet allSlots = new BitSet();
        slots.forEach(allSlots::set);
        return new Columns(slots.stream().map(all::get).toList(), slots, allSlots);
    }

    private OutputStream open(String name) throws IOException {
        Path unfinished = folder.resolve(name + UNFINISHED);
        // Whoever interrupts the program leaves nothing behind.
        unfinished.toFile().deleteOnExit();
        return Files.newOutputStream(unfinished);
    }

    /** Lines of one of the files. */
    private static final class Lines {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        private int count;

        void line(Stream<String> cells) {
            csv.writeRecord(cells.toList());
            count++;
        }

        void writeTo(OutputStream out) throws IOException {
            csv.flush();
            bytes.writeTo(out);
        }
    }

    /** Lines of households that follow each other, and of their members. */
    static final class Part {
        private final Lines households = new Lines();
        private final Lines persons = new Lines();
    }

    /** The lines of one block of a province; several threads may ask. */
    Part part(SyntheticProvince province, int block) {
        Part part = new Part();
        province.draw(block, household -> add(household, part));
        return part;
    }

    private void add(Household household, Part part) {
        String area = household.area().digits();
        part.households.line(Stream.concat(
                Stream.of(household.id(), area), cells(household.facts(), Holder.HOUSEHOLD, ofHousehold)));
        for (Facts member : household.members()) {
            part.persons.line(
                    Stream.concat(Stream.of(member.id(), household.id()), cells(member, Holder.PERSON, ofPerson)));
        }
    }

    private Stream<String> cells(Facts facts, Holder holder, Columns columns) {
        for (int slot = 0; slot < pack.catalogue().facts(holder).size(); slot++) {
            if (facts.given(slot).isPresent() && !columns.allSlots().get(slot)) {
                throw new IllegalStateException("no column for what is drawn: " + holder + " " + slot);
            }
        }
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns.facts().size(); column++) {
            Fact fact = columns.facts().get(column);
            cells.add(facts.given(columns.slots().get(column))
                    .map(value -> Cells.write(fact, value))
                    .orElse(""));
        }
        return cells.stream();
    }

    /** Writes the next lines. */
    void append(Part part) throws IOException {
        part.households.writeTo(households);
        part.persons.writeTo(persons);
        householdCount += part.households.count;
        personCount += part.persons.count;
    }

    long householdCount() {
        return householdCount;
    }

    long personCount() {
        return personCount;
    }

    /** Gives the files their names. */
    void finish() throws IOException {
        households.close();
        persons.close();
        for (String name : List.of(PERSONS, HOUSEHOLDS)) {
            Files.move(folder.resolve(name + UNFINISHED), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        finished = true;
    }

    @Override
    public void close() throws IOException {
        households.close();
        persons.close();
        if (!finished) {
            Files.deleteIfExists(folder.resolve(HOUSEHOLDS + UNFINISHED));
            Files.deleteIfExists(folder.resolve(PERSONS + UNFINISHED));
        }
    }
}
