package yingbao.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.SmallPack;
import yingbao.policy.SmallPack.Edit;

/** A pack's own examples are run, and one that comes out otherwise is shown with what was expected and what came. */
class GoldenCasesTest {
    private static final String BASIC = "examples/basic.yaml";

    @TempDir
    private Path scratch;

    private void shows(String file, String from, String to, String expected, String actual) {
        assertThat(GoldenCases.run(SmallPack.with(scratch, new Edit(file, from, to))))
                .extracting(GoldenCases.Difference::expected, GoldenCases.Difference::actual)
                .containsExactly(tuple(expected, actual));
    }

    @Test
    void aPackThatDoesWhatItSaysShowsNothing() {
        assertThat(GoldenCases.run(SmallPack.whole())).isEmpty();
    }

    @Test
    void thePublishedPacksDoWhatTheySay() throws IOException {
        try (Stream<Path> packs = Files.list(Path.of(System.getProperty("yingbao.home", ".."), "packs"))) {
            assertThat(packs.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(folder ->
                            assertThat(GoldenCases.run(SmallPack.read(folder))).isEmpty());
        }
    }

    @Test
    void anotherAmountIsShown() {
        shows(BASIC, "amount: \"740\"", "amount: \"740.01\"", "ELIGIBLE 740.01", "ELIGIBLE 740.00");
    }

    @Test
    void aForgottenAmountIsShown() {
        shows(BASIC, ", amount: \"740\"", "", "ELIGIBLE ?", "ELIGIBLE 740.00");
    }

    @Test
    void anotherOutcomeIsShown() {
        shows(
                BASIC,
                "{outcome: ELIGIBLE, amount: \"740\"}",
                "{outcome: UNDETERMINED, missing: [household.hukou]}",
                "UNDETERMINED household.hukou",
                "ELIGIBLE 740.00");
    }

    @Test
    void anotherReasonForTheSameRefusalIsShown() {
        shows(BASIC, "refused: [hukou]", "refused: [income]", "NOT_ELIGIBLE income", "NOT_ELIGIBLE hukou");
        shows(BASIC, "refused: [hukou]", "refused: [hukou, income]", "NOT_ELIGIBLE hukou income", "NOT_ELIGIBLE hukou");
    }

    @Test
    void anotherQuestionIsShown() {
        shows(
                BASIC,
                "missing: [household.savings_ok]",
                "missing: []",
                "UNDETERMINED ",
                "UNDETERMINED household.savings_ok");
    }

    @Test
    void aRuleThatChangesShowsInTheExamplesThatProveIt() {
        assertThat(GoldenCases.run(
                        SmallPack.with(scratch, new Edit("programmes/care.yaml", "[\"1\", \"2\"]", "[\"2\"]"))))
                .extracting(difference -> difference.example().name())
                .containsExactly("护理补助更高", "一级残疾");
    }
}
