package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Values on which the compiled form once differed: a population with them is decided as its households are. */
class UnusualValuesTest {
    private static final LocalDate ON = LocalDate.of(2017, 3, 1);
    private static final String CARE = "programmes/care.yaml";
    private static final String GRADE = "person.grade in\n        [\"1\", \"2\"]";
    private static final String CITIZEN = "22010119900307101X";
    private static final String OTHER_CITIZEN = "220101198501010020";

    @TempDir
    private Path scratch;

    /** What the programme of persons says of members of whom one fact is known, each a household of its own. */
    private static BothEvaluators said(Pack pack, String fact, Value... values) {
        List<Household> households = new ArrayList<>();
        for (Value value : values) {
            Facts member = Facts.of("P", Holder.PERSON, pack.vocabulary(), Map.of(fact, value));
            households.add(new Household(
                    AreaCode.parse("980102"),
                    Facts.of("H", Holder.HOUSEHOLD, pack.vocabulary(), Map.of()),
                    List.of(member)));
        }
        return BothEvaluators.compare(pack, ON, households);
    }

    private BothEvaluators whereCare(String when, String fact, Value... values) {
        return said(SmallPack.with(scratch, new Edit(CARE, GRADE, when)), fact, values);
    }

    private static Value[] texts(String... texts) {
        return List.of(texts).stream().map(Value.Text::new).toArray(Value[]::new);
    }

    @Test
    void aCitizenIdIsTheSameTextInARuleAndInARegister() {
        Value[] ids = texts(CITIZEN, OTHER_CITIZEN);
        BothEvaluators said = whereCare("person.citizen_id == \"" + CITIZEN + "\"", "citizen_id", ids);
        assertThat(said.decisions()).containsEntry(BothEvaluators.Kind.PAID, 1);
        assertThat(said.decidedApart()).isZero();
        assertThat(whereCare("person.citizen_id in [\"" + CITIZEN + "\"]", "citizen_id", ids)
                        .decisions())
                .containsEntry(BothEvaluators.Kind.PAID, 1);
    }

    @Test
    void aCitizenIdInAnotherSpellingIsNotTheSameText() {
        assertThat(whereCare("person.citizen_id == \"" + CITIZEN + "\"", "citizen_id", texts("22010119900307101x"))
                        .decisions())
                .doesNotContainKey(BothEvaluators.Kind.PAID);
    }

    @Test
    void aCodeInThePlaceOfACitizenIdHasNoSex() {
        assertThat(whereCare("sexOf(person.citizen_id) == \"1\"", "citizen_id", texts("1", "2", CITIZEN))
                        .decidedApart())
                .isEqualTo(2);
    }

    @Test
    void halfOfASpanLeadsToADayOnlyWhereItIsWhole() {
        String half = "ageYears(person.birth + mulDiv(as_of - person.birth, 1, 2), as_of) < 10 * param.adult_age";
        BothEvaluators said = whereCare(
                half,
                "birth",
                new Value.Whole(ON.minusDays(20_000).toEpochDay()),
                new Value.Whole(ON.minusDays(20_001).toEpochDay()));
        assertThat(said.decisions()).containsEntry(BothEvaluators.Kind.PAID, 1);
        assertThat(said.decidedApart()).isEqualTo(1);
    }

    @Test
    void anAmountThatOnlyItsRoundingMakesTooLargeIsDecidedApart() {
        Edit large = new Edit(
                CARE,
                "amount: param.care_amount\nrounding: {mode: up, to: fen",
                "amount: person.wage * 999\nrounding: {mode: up, to: ten-yuan");
        Edit anybody = new Edit(CARE, GRADE, "person.wage > 0");
        Pack pack = SmallPack.with(scratch, large, anybody);
        assertThat(said(pack, "wage", new Value.Whole(Long.MAX_VALUE / 999)).decidedApart())
                .isEqualTo(1);
        assertThat(said(pack, "wage", new Value.Whole(Long.MAX_VALUE / 9_990)).decidedApart())
                .isZero();
    }
}
