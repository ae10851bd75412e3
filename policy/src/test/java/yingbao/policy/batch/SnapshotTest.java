package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.Messages;
import yingbao.policy.Seeds;
import yingbao.policy.SmallPack;
import yingbao.policy.SmallPack.Edit;
import yingbao.policy.decide.Household;
import yingbao.policy.decide.Households;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** A population comes out of its file as it went in, or the file is refused. */
class SnapshotTest {
    private static final LocalDate ON = LocalDate.of(2017, 3, 1);
    private static final AreaCode AREA = AreaCode.parse("980102");
    private static final SnapshotOrigin REGISTER = new SnapshotOrigin.Register();
    private static final Messages MESSAGES = new Messages(Locale.CHINESE, List.of("yingbao.policy.batch.messages"));

    @TempDir
    private Path scratch;

    private Path written(Pack pack, LocalDate on, List<Household> households) {
        Path file = scratch.resolve("population.snapshot");
        try (SnapshotWriter writer = new SnapshotWriter(file, pack, on, REGISTER)) {
            for (Household household : households) {
                writer.add(household);
            }
            writer.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }

    private void comesBack(Pack pack, LocalDate on, List<Household> households) {
        try (Snapshot snapshot = Snapshot.open(written(pack, on, households), pack)) {
            Population mapped = snapshot.population();
            Population inMemory = Population.of(pack, households);
            assertThat(mapped.persons()).isEqualTo(inMemory.persons());
            for (int row = 0; row < households.size(); row++) {
                assertThat(told(pack, mapped.household(row))).isEqualTo(told(pack, inMemory.household(row)));
            }
            assertSame(
                    BatchEngine.compile(pack, on, mapped).decide(),
                    BatchEngine.compile(pack, on, inMemory).decide());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Households that stand by themselves, and a stretch of them that was put into others. */
    private static void comesBackByItself(Pack pack, List<Household> households) {
        Block.Builder builder = new Block.Builder(pack);
        households.forEach(builder::add);
        Population bundled = Bundle.opened(Bundle.bytes(builder.build()), pack);
        Span stretch = new Span(households.size() / 3, households.size() - households.size() / 4);
        builder.copy(bundled, stretch);
        Population copied = Bundle.opened(Bundle.bytes(builder.build()), pack);
        Population inMemory = Population.of(pack, households);
        assertThat(bundled.households()).isEqualTo(households.size());
        assertThat(bundled.persons()).isEqualTo(inMemory.persons());
        for (int row = 0; row < households.size(); row++) {
            assertThat(told(pack, bundled.household(row))).isEqualTo(told(pack, inMemory.household(row)));
        }
        assertThat(copied.households()).isEqualTo(stretch.households());
        for (int row = 0; row < stretch.households(); row++) {
            assertThat(told(pack, copied.household(row)))
                    .isEqualTo(told(pack, inMemory.household(stretch.from() + row)));
        }
    }

    /** All that rules may ask of a household. */
    private static List<Object> told(Pack pack, Household household) {
        List<Object> told = new ArrayList<>(List.of(household.area()));
        tell(pack, Holder.HOUSEHOLD, household.facts(), told);
        household.members().forEach(member -> tell(pack, Holder.PERSON, member, told));
        return told;
    }

    private static void tell(Pack pack, Holder holder, Facts facts, List<Object> into) {
        into.add(facts.id());
        for (int slot = 0; slot < pack.catalogue().facts(holder).size(); slot++) {
            if (Rows.isKept(pack.catalogue().facts(holder).get(slot))) {
                into.add(facts.given(slot));
            }
        }
    }

    private static void assertSame(Outcomes actual, Outcomes expected) {
        assertThat(actual.decidedApart()).isEqualTo(expected.decidedApart());
        expected.programmes().forEach(programme -> {
            Outcomes.OfProgramme of = expected.of(programme.id());
            Outcomes.OfProgramme same = actual.of(programme.id());
            assertThat(same.outcome).isEqualTo(of.outcome);
            assertThat(same.amountFen).isEqualTo(of.amountFen);
            assertThat(same.refused).isEqualTo(of.refused);
            assertThat(same.missing).isEqualTo(of.missing);
        });
    }

    @Test
    void households_of_a_published_pack_come_back_and_are_decided_alike() {
        Pack pack = TotalsTest.jilin();
        Seeds.forEach(5, random -> {
            List<Household> households = TotalsTest.households(pack, random.nextInt(400), random);
            comesBack(pack, ON, households);
            comesBackByItself(pack, households);
        });
    }

    @Test
    void households_of_random_packs_come_back_and_are_decided_alike() {
        Seeds.forEach(40, random -> {
            Pack pack = RandomPack.of(random, new TreeMap<>());
            List<Household> households = RandomHouses.random(pack, random.nextInt(1, 300), random);
            comesBack(pack, PackParts.ON, households);
            comesBackByItself(pack, households);
        });
    }

    @Test
    void a_province_of_several_blocks_comes_back() {
        Pack pack = SmallPack.whole();
        Seeds.forEach(1, random -> {
            List<Household> few = small(pack, 500, random);
            List<Household> many = new ArrayList<>();
            for (int row = 0; row < Block.HOUSEHOLDS + 5_000; row++) {
                many.add(few.get(random.nextInt(few.size())));
            }
            comesBack(pack, ON, many);
        });
    }

    @Test
    void every_stretch_of_a_column_is_copied_as_its_rows_are() throws IOException {
        Pack pack = SmallPack.whole();
        List<Household> households = new ArrayList<>();
        for (int row = 0; row < 700; row++) {
            Map<String, Value> known = new TreeMap<>();
            // Nearly always yes, missing now and then and in the last row; once rarely known; once known throughout.
            if (row % 90 != 69) {
                known.put("able", Value.Flag.of(row % 50 != 0));
            }
            if (row % 101 == 7) {
                known.put("wage", new Value.Whole(row - 300));
            }
            known.put("grade", new Value.Text(row % 3 == 0 ? "0" : "2"));
            Facts member = Facts.of("P" + row, Holder.PERSON, pack.vocabulary(), known);
            Facts home = Facts.of("H" + row, Holder.HOUSEHOLD, pack.vocabulary(), Map.of());
            households.add(new Household(AREA, home, List.of(member)));
        }
        try (Snapshot snapshot = Snapshot.open(written(pack, ON, households), pack)) {
            for (int slot = 0; slot < pack.catalogue().facts(Holder.PERSON).size(); slot++) {
                snapshot.population().column(Holder.PERSON, slot).ifPresent(SnapshotTest::assertCopied);
            }
        }
    }

    private static void assertCopied(Column column) {
        for (int from : new int[] {0, 1, 63, 64, 65, 636}) {
            for (int rows : new int[] {1, 63, 64}) {
                long[] values = new long[rows];
                long[] missing = new long[rows];
                column.copyValues(from, rows, values);
                column.copyMissing(from, rows, 5, missing);
                for (int row = 0; row < rows; row++) {
                    assertThat(values[row]).isEqualTo(column.value(from + row));
                    assertThat(missing[row]).isEqualTo(column.isKnown(from + row) ? 0 : 5);
                }
            }
        }
    }

    private static List<Household> small(Pack pack, int count, RandomGenerator random) {
        return Households.random(pack, List.of(AREA), ON, count, random);
    }

    private byte[] bytesOf(Pack pack, RandomGenerator random) throws IOException {
        Path file = written(pack, ON, small(pack, 150, random));
        return Files.readAllBytes(file);
    }

    @Test
    void no_changed_byte_goes_unnoticed() {
        Pack pack = SmallPack.whole();
        Seeds.forEach(2, random -> {
            try {
                byte[] whole = bytesOf(pack, random);
                for (int change = 0; change < 1_500; change++) {
                    byte[] changed = whole.clone();
                    int at = change < SnapshotHeader.BYTES ? change : random.nextInt(whole.length);
                    changed[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                    assertRefused(pack, changed, "byte " + at + " of " + whole.length);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    @Test
    void no_cut_and_no_addition_goes_unnoticed() {
        Pack pack = SmallPack.whole();
        Seeds.forEach(2, random -> {
            try {
                byte[] whole = bytesOf(pack, random);
                for (int cut = 0; cut < 700; cut++) {
                    int length = cut < 200 ? cut : random.nextInt(whole.length);
                    assertRefused(pack, Arrays.copyOf(whole, length), "cut to " + length);
                }
                assertRefused(pack, Arrays.copyOf(whole, whole.length + 8), "longer");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private SnapshotProblem assertRefused(Pack pack, byte[] bytes, String what) throws IOException {
        Path file = Files.write(scratch.resolve("changed.snapshot"), bytes);
        SnapshotProblem problem = catchThrowableOfType(
                SnapshotProblem.class, () -> Snapshot.open(file, pack).close());
        assertThat(problem).as(what).isNotNull();
        String said = MESSAGES.text(problem.code(), problem.args().toArray());
        assertThat(said).as(what).contains(file.toString()).doesNotStartWith("snapshot.");
        return problem;
    }

    @Test
    void a_file_of_another_kind_or_format_is_told_as_such() {
        Pack pack = SmallPack.whole();
        Seeds.forEach(1, random -> {
            try {
                assertThat(assertRefused(pack, "户编号,地区\n".repeat(40).getBytes(StandardCharsets.UTF_8), "a table")
                                .code())
                        .isEqualTo("snapshot.foreign");
                byte[] later = bytesOf(pack, random);
                later[8]++;
                assertThat(assertRefused(pack, later, "a later format").args().subList(1, 3))
                        .containsExactly("2", "1");
                byte[] cut = Arrays.copyOf(later, later.length - 1);
                cut[8]--;
                assertThat(assertRefused(pack, cut, "one byte less").args().subList(1, 3))
                        .containsExactly(Integer.toString(later.length - 1), Integer.toString(later.length));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        assertThatThrownBy(() -> Snapshot.open(scratch.resolve("nowhere"), pack).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_snapshot_for_other_facts_is_refused_and_one_for_other_values_is_not() {
        Pack pack = SmallPack.whole();
        Seeds.forEach(1, random -> {
            Path file = written(pack, ON, small(pack, 20, random));
            SnapshotProblem problem = catchThrowableOfType(
                    SnapshotProblem.class,
                    () -> Snapshot.open(file, TotalsTest.jilin()).close());
            assertThat(problem.code()).isEqualTo("snapshot.other-pack");
            assertThat(problem.args()).contains(pack.id(), pack.version());
            Pack otherValues = pack.with(pack.parameters(), Map.of(), "another");
            try (Snapshot snapshot = Snapshot.open(file, otherValues)) {
                assertThat(snapshot.population().households()).isEqualTo(20);
                assertThat(snapshot.packVersion()).isEqualTo(pack.version());
                assertThat(snapshot.on()).isEqualTo(ON);
                assertThat(snapshot.origin()).isEqualTo(REGISTER);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    @Test
    void a_snapshot_is_also_for_a_pack_with_more_divisions_but_not_for_one_where_somebody_lives_elsewhere() {
        String last = "980202000000,巳县,county,980200000000,,,";
        Pack pack = SmallPack.whole();
        Pack more = SmallPack.with(
                scratch, new Edit("areas/areas.csv", last, last + "\n980203000000,午县,county,980200000000,,,"));
        String home = "980102000000,丑县,county,980100000000,";
        Pack moved = SmallPack.with(scratch, new Edit("areas/areas.csv", home, home.replace("9801000", "9802000")));
        Facts unknown = Facts.of("H", Holder.HOUSEHOLD, pack.vocabulary(), Map.<String, Value>of());
        Path file = written(pack, ON, List.of(new Household(AREA, unknown, List.of())));

        assertThatCode(() -> Snapshot.open(file, more).close()).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                                SnapshotProblem.class,
                                () -> Snapshot.open(file, moved).close())
                        .code())
                .isEqualTo("snapshot.other-pack");
    }

    @Test
    void what_is_not_finished_leaves_nothing_and_keeps_what_was_there() throws IOException {
        Pack pack = SmallPack.whole();
        Path file = scratch.resolve("kept.snapshot");
        Files.writeString(file, "of before");
        try (SnapshotWriter writer = new SnapshotWriter(file, pack, ON, new SnapshotOrigin.Synthetic(7))) {
            writer.add(new Household(
                    AREA, Facts.of("H", Holder.HOUSEHOLD, pack.vocabulary(), Map.<String, Value>of()), List.of()));
        }
        assertThat(file).hasContent("of before");
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).containsExactly(file);
        }
        try (SnapshotWriter writer = new SnapshotWriter(file, pack, ON, new SnapshotOrigin.Synthetic(7))) {
            writer.finish();
        }
        try (Snapshot snapshot = Snapshot.open(file, pack)) {
            assertThat(snapshot.population().households()).isZero();
            assertThat(snapshot.origin()).isEqualTo(new SnapshotOrigin.Synthetic(7));
        }
    }
}
