package yingbao.policy.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** CEL's published conformance cases: whatever of them the rule language accepts must mean there what CEL says. */
class CelConformanceTest {

    @Test
    void means_what_cel_means_wherever_it_accepts_cel() {
        List<ConformanceCases.Case> inside = ConformanceCases.inside();
        SoftAssertions agreement = new SoftAssertions();
        for (ConformanceCases.Case each : inside) {
            Frame frame = new Frame(new Village().situation(), Entitlements.HOUSEHOLD_ITSELF, each.lets());
            Value ours = Evaluator.walkingTheTree().evaluate(each.expr(), frame);
            agreement
                    .assertThat(ConformanceCases.comparable(ours))
                    .as("%s", each)
                    .isEqualTo(each.expected());
        }
        agreement.assertAll();
        assertThat(inside)
                .as("conformance cases that the rule language accepts")
                .hasSizeGreaterThanOrEqualTo(ConformanceCases.INSIDE);
    }
}
