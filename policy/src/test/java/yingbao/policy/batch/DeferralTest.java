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

/** What only an amount asks for is worked out for those who meet every clause, and comes out as for one household. */
class DeferralTest {
    private static final LocalDate ON = LocalDate.of(2017, 3, 1);
    private static final String CARE = "programmes/care.yaml";
    private static final String AMOUNT = "amount: param.care_amount\n";
    private static final long TOO_MUCH = Long.MAX_VALUE / 999;

    @TempDir
    private Path scratch;

    private BothEvaluators said(String amount, List<Household> households) {
        return BothEvaluators.compare(SmallPack.with(scratch, new Edit(CARE, AMOUNT, amount)), ON, households);
    }

    @SafeVarargs
    private static Household family(Map<String, Value>... members) {
        Pack pack = SmallPack.whole();
        List<Facts> facts = new ArrayList<>();
        for (Map<String, Value> member : members) {
            facts.add(Facts.of("P" + facts.size(), Holder.PERSON, pack.vocabulary(), member));
        }
        return new Household(
                AreaCode.parse("980102"),
                Facts.of("H", Holder.HOUSEHOLD, pack.vocabulary(), Map.of()),
                List.copyOf(facts));
    }

    private static Map<String, Value> member(String grade, long wage) {
        return Map.of(
                "grade",
                new Value.Text(grade),
                "wage",
                new Value.Whole(wage),
                "birth",
                new Value.Whole(ON.minusYears(40).toEpochDay()));
    }

    @Test
    void a_wage_too_large_for_an_amount_matters_only_to_those_who_get_one() {
        String amount = """
                let:
                  large:
                    label: 大数
                    is: person.wage * 9999
                amount: large
                """;
        assertThat(said(amount, List.of(family(member("3", TOO_MUCH)))).decidedApart())
                .isZero();
        assertThat(said(amount, List.of(family(member("1", TOO_MUCH)))).decidedApart())
                .isEqualTo(1);
    }

    @Test
    void an_amount_that_asks_about_the_family_counts_those_who_get_nothing_too() {
        String amount = "amount: mulDiv(household.income, 1, months_per_year)\n";
        List<Household> village = List.of(
                family(member("3", 700), member("0", 800)),
                family(member("3", 10), member("1", 200), member("0", 3_000)),
                family(member("2", 50), member("0", 6_000)));
        BothEvaluators said = said(amount, village);
        assertThat(said.decisions()).containsEntry(BothEvaluators.Kind.PAID, 2);
        assertThat(said.decidedApart()).isZero();
    }

    @Test
    void a_village_where_nobody_is_entitled_is_followed_by_one_where_somebody_is() {
        Household nobody = family(member("3", 40), member("0", 700));
        Household somebody = family(member("3", 50), member("1", 600));
        List<Household> province = new ArrayList<>();
        for (int household = 0; household < 3 * Chunk.HOUSEHOLDS_MAX; household++) {
            boolean village = household / Chunk.HOUSEHOLDS_MAX != 1;
            province.add(village && household % 5 == 1 ? somebody : nobody);
        }
        BothEvaluators said = said("amount: person.wage\n", province);
        assertThat(said.decisions()).containsEntry(BothEvaluators.Kind.PAID, 205);
        assertThat(said.decidedApart()).isZero();
    }
}
