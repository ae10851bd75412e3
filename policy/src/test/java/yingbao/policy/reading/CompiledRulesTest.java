package yingbao.policy.reading;

import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be decided for a whole province at once is refused when the pack is read. */
class CompiledRulesTest {
    private static final String BASIC = "programmes/basic-2016.yaml";
    private static final String AMOUNT =
            "amount: mulDiv(allowance * months_per_year - household.income, 1, months_per_year)";
    private static final String HUKOU = "household.hukou == \"local\"";
    private static final int MORE_THAN_THERE_ARE_BITS = 64;
    private static final int MORE_THAN_A_METHOD_HOLDS = 400;

    @TempDir
    private Path scratch;

    private Lint lint() {
        return Lint.in(scratch);
    }

    private static String times(int number, IntFunction<String> text) {
        return IntStream.range(0, number).mapToObj(text).collect(Collectors.joining());
    }

    @Test
    void aDenominatorThatNoNumberOf64BitsHoldsIsRefused() {
        String nested = "bp(".repeat(5) + "allowance" + ", 1)".repeat(5);
        lint().edit(BASIC, AMOUNT, "amount: ‸" + nested).finds("batch.denominator");
    }

    @Test
    void aSumOfFractionsWithDenominatorsOfTheirOwnIsRefused() {
        lint().edit(BASIC, AMOUNT, "amount: ‸household.members.sum(m, mulDiv(m.wage, household.size, household.size))")
                .finds("batch.sum-of-fractions");
    }

    @Test
    void neitherIsHiddenByAComparison() {
        String nested = "bp(".repeat(5) + "household.income" + ", 1)".repeat(5);
        lint().edit(BASIC, "- id: hukou", "- ‸id: hukou")
                .edit(BASIC, HUKOU, nested + " > 0")
                .finds("batch.denominator");
        lint().edit(BASIC, "- id: hukou", "- ‸id: hukou")
                .edit(BASIC, HUKOU, "household.members.sum(m, mulDiv(m.wage, household.size, household.size)) > 0")
                .finds("batch.sum-of-fractions");
    }

    @Test
    void aRuleThatRestsOnAFreeTextIsRefused() {
        lint().edit(BASIC, "- id: hukou", "- ‸id: hukou")
                .edit(BASIC, HUKOU, "household.members.exists(m, m.name == \"甲\")")
                .finds("batch.text-fact");
        lint().edit(BASIC, "- id: hukou", "- ‸id: hukou")
                .edit(BASIC, HUKOU, "household.area == \"980101000000\"")
                .finds("batch.text-fact");
    }

    @Test
    void aFactThatFollowsAsAFractionIsRefused() {
        lint().edit("facts.yaml", "    - name: income\n", "    - ‸name: income\n")
                .edit(
                        "facts.yaml",
                        "household.members.sum(m, m.wage) * months_per_year",
                        "pct(household.members.sum(m, m.wage), 50) * months_per_year")
                .finds("batch.fraction-fact");
    }

    @Test
    void moreClausesThanThereAreBitsForReasonsAreRefused() {
        String clauses = times(
                MORE_THAN_THERE_ARE_BITS,
                number -> "  - {id: c%d, ask: 是否, when: household.savings_ok, refuse: 否, cites: [law#四]}\n"
                        .formatted(number));
        lint().edit(BASIC, "programme: basic", "‸programme: basic")
                .edit(BASIC, "amount: mulDiv", clauses + "amount: mulDiv")
                .finds("batch.too-many-clauses");
    }

    @Test
    void aClauseThatIsTooLargeForOneMethodIsRefused() {
        String parts = times(
                MORE_THAN_A_METHOD_HOLDS,
                number -> "      - {id: p%d, ask: 是否, when: '%s', refuse: 否, cites: [law#四]}\n"
                        .formatted(number, "household.members.exists(m, m.able || m.wage > m.wage * 2)"));
        lint().edit(
                        BASIC,
                        "amount: mulDiv",
                        "  - ‸id: any\n    ask: 是否\n    refuse: 否\n    cites: [law#四]\n    any:\n" + parts
                                + "amount: mulDiv")
                .finds("batch.too-large");
    }
}
