package yingbao.policy.reading;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault is shown where its author will look for it, however the text is written. */
class YamlPlacesTest {
    private static final String BASIC = "programmes/basic-2016.yaml";
    private static final String BASIC_2019 = "programmes/basic-2019.yaml";
    private static final String INCOME = "when: household.income < allowance * months_per_year\n";

    @TempDir
    private Path scratch;

    private Lint lint() {
        return Lint.in(scratch);
    }

    private void incomeIs(String written) {
        lint().edit(BASIC, INCOME, written).finds("expr.literal-amount");
    }

    @Test
    void inAPlainText() {
        incomeIs("when: household.income ‸< 5000\n");
    }

    @Test
    void inAPlainTextOverSeveralLines() {
        incomeIs("when: household.income\n       ‸< 5000\n");
    }

    @Test
    void inDoubleQuotes() {
        incomeIs("when: \"household.income ‸< 5000\"\n");
    }

    @Test
    void inDoubleQuotesAfterEscapes() {
        incomeIs("when: \"household.hukou == \\\"local\\\" || household.income ‸< 5000\"\n");
        incomeIs("when: \"household.hukou ==\\t\\\"loc\\u0061l\\\"\\n|| household.income ‸< 5000\"\n");
    }

    @Test
    void inDoubleQuotesOverSeveralLines() {
        incomeIs("when: \"household.hukou == \\\"local\\\"\n      || household.income \\\n      ‸< 5000\"\n");
    }

    @Test
    void inSingleQuotes() {
        incomeIs("when: 'household.income ‸< 5000'\n");
        incomeIs("when: 'household.hukou == ''local'' || household.income ‸< 5000'\n");
    }

    @Test
    void inAFoldedText() {
        incomeIs("when: >-\n      household.hukou == \"local\"\n      || household.income ‸< 5000\n");
        incomeIs("when: >\n\n      household.hukou == \"local\"\n\n        || household.income ‸< 5000\n\n");
    }

    @Test
    void inALiteralText() {
        incomeIs("when: |\n      household.hukou == \"local\"\n      || household.income\n        ‸< 5000\n");
        incomeIs("when: |2-\n        household.income ‸< 5000\n");
    }

    @Test
    void inAFlowMapping() {
        lint().edit(BASIC, "is: param.standard * household.size}", "is: param.standard ‸+ household.size}")
                .findsAmongOthers("expr.units");
    }

    @Test
    void afterWindowsLineEnds() {
        incomeIs("when: >-\r\n      household.hukou == \"local\"\r\n      || household.income ‸< 5000\r\n");
    }

    @Test
    void atTheEndOfAnUnfinishedExpression() {
        lint().edit(BASIC, INCOME, "when: household.income <‸\n").finds("expr.syntax");
    }

    @Test
    void inAValueInsideARefusal() {
        lint().edit(BASIC, "不低于{allowance * months_per_year}", "不低于{allowance ‸+ household.income}")
                .finds("expr.units", "fen/month", "fen/year");
        lint().edit(
                        "programmes/child.yaml",
                        "\"已满{param.adult_age}（{person.birth}出生）\"",
                        "\"已满\\\"{param.adult_age}\\\"（{person‸.brith}出生）\"")
                .finds("expr.unknown-name-near", "brith", "birth");
    }

    @Test
    void inAValueInsideAFoldedRefusal() {
        lint().edit(BASIC_2019, "      {allowance * months_per_year}", "      {allowance ‸+ household.income}")
                .finds("expr.units");
    }

    @Test
    void atABraceThatIsNotClosed() {
        lint().edit(BASIC, "不低于{allowance * months_per_year}", "不低于‸{allowance * months_per_year")
                .finds("pack.brace");
    }

    @Test
    void atBracesWithNothingBetween() {
        lint().edit(BASIC, "不低于{allowance * months_per_year}", "不低于‸{ }").finds("expr.syntax");
    }
}
