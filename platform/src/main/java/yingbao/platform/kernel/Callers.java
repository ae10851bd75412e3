package yingbao.platform.kernel;

import java.util.Optional;

/** Knows on whose behalf the current thread works. */
public final class Callers {
    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    private Callers() {}

    /** Something done on somebody's behalf. */
    @FunctionalInterface
    public interface Deed<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * Who is calling.
     *
     * @throws Refusal when nobody has signed in
     */
    public static Caller current() {
        return found().orElseThrow(() -> new Refusal(Refusal.Kind.NOT_SIGNED_IN, "access.not-signed-in"));
    }

    /** Who is calling, if anybody is. */
    public static Optional<Caller> found() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does something on somebody's behalf. */
    public static <T, E extends Exception> T as(Caller caller, Deed<T, E> deed) throws E {
        return ScopedValue.where(CURRENT, caller).call(deed::run);
    }
}
