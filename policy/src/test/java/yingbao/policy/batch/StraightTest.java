package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.SmallPack;
import yingbao.policy.SmallPack.Edit;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** Conditions that are worked out without branches, and in parts, are answered as for one household. */
class StraightTest {
    private static final LocalDate ON = LocalDate.of(2017, 3, 1);
    private static final long[] EXTREMES = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, Long.MAX_VALUE};

    @TempDir
    private Path scratch;

    @Test
    void numbers_compare_as_they_do_also_where_their_difference_does_not_fit() {
        for (long left : EXTREMES) {
            assertThat(Arithmetic.isAny(left)).isEqualTo(left == 0 ? 0 : 1);
            for (long right : EXTREMES) {
                assertThat(Arithmetic.isLess(left, right)).isEqualTo(left < right ? 1 : 0);
                assertThat(Arithmetic.differ(left, right)).isEqualTo(left == right ? 0 : 1);
            }
        }
    }

    @Test
    void a_condition_of_many_parts_asks_for_what_would_settle_it_and_nothing_else() {
        String when = """
                person.able && (person.wage > 0 && person.wage < param.care_amount || person.grade in ["1", "2"])
                || !(person.able || person.grade == "0") && (person.wage == 0 || person.wage >= param.care_amount)
                || (person.able ? person.grade : "0") == "1" && person.wage != param.care_amount
                || person.grade == "3" && person.wage > 0 && (!person.able || person.wage <= param.care_amount)\
                """.replace("\n", "\n      ");
        Edit parts = new Edit("programmes/care.yaml", "person.grade in\n        [\"1\", \"2\"]", when);
        Pack pack = SmallPack.with(scratch, parts);
        BothEvaluators said = BothEvaluators.compare(pack, ON, everyMixture(pack));
        assertThat(said.decidedApart()).isZero();
        assertThat(said.decisions())
                .containsKeys(BothEvaluators.Kind.PAID, BothEvaluators.Kind.REFUSED, BothEvaluators.Kind.UNDETERMINED);
    }

    /** Persons with each grade, wage and ability, and without, in turns in two counties. */
    private static List<Household> everyMixture(Pack pack) {
        List<Household> all = new ArrayList<>();
        for (Optional<Value> grade : orNothing(Stream.of("0", "1", "3").map(Value.Text::new))) {
            for (Optional<Value> wage :
                    orNothing(LongStream.of(0, 11, 8_000, 8_001).mapToObj(Value.Whole::new))) {
                for (Optional<Value> able : orNothing(Stream.of(Value.Flag.TRUE, Value.Flag.FALSE))) {
                    Map<String, Value> known = new HashMap<>();
                    known.put("birth", new Value.Whole(ON.minusYears(40).toEpochDay()));
                    grade.ifPresent(value -> known.put("grade", value));
                    wage.ifPresent(value -> known.put("wage", value));
                    able.ifPresent(value -> known.put("able", value));
                    Facts member = Facts.of("P", Holder.PERSON, pack.vocabulary(), known);
                    all.add(new Household(
                            AreaCode.parse(all.size() % 2 == 0 ? "980102" : "980101"),
                            Facts.of("H", Holder.HOUSEHOLD, pack.vocabulary(), Map.of()),
                            List.of(member)));
                }
            }
        }
        return all;
    }

    private static List<Optional<Value>> orNothing(Stream<? extends Value> values) {
        return Stream.concat(values.<Optional<Value>>map(Optional::of), Stream.of(Optional.<Value>empty()))
                .toList();
    }
}
