package yingbao.policy.batch;

import java.io.Serial;
import java.util.List;
import java.util.Optional;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Location;

/** An expression that has no compiled form. */
final class Uncompilable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Optional<Location> location;

    /**
     * Refuses.
     *
     * @param code what is not supported, as in {@code batch.denominator}
     */
    Uncompilable(String code) {
        this(code, Optional.empty());
    }

    private Uncompilable(String code, Optional<Location> location) {
        super(code + location.map(at -> " at " + at).orElse(""));
        this.code = code;
        this.location = location;
    }

    /** The same with its place, unless that is known already. */
    Uncompilable at(Location place) {
        return location.isPresent() ? this : new Uncompilable(code, Optional.of(place));
    }

    /** As a fault of the pack; its place must be known. */
    Fault fault() {
        return new Fault(location.orElseThrow(), code, List.of());
    }
}
