package yingbao.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that something is refused with the documented code and arguments. */
final class Refusals {
    private Refusals() {}

    static void assertRefused(ThrowingCallable call, String code, String... args) {
        ValueException refusal = catchThrowableOfType(ValueException.class, call);
        assertThat(refusal).as("refusal with %s", code).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.args()).containsExactly(args);
        assertThat(refusal).hasMessage(code + " " + refusal.args());
    }
}
