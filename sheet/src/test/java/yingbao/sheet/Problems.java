package yingbao.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that files are refused with a code and its arguments. */
final class Problems {
    private Problems() {}

    static void assertProblem(ThrowingCallable call, String code, String... args) {
        SheetProblem problem = catchThrowableOfType(SheetProblem.class, call);
        assertThat(problem).as("problem %s", code).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.args()).containsExactly(args);
    }
}
