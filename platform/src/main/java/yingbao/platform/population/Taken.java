package yingbao.platform.population;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import yingbao.platform.kernel.AreaScope;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Span;

/**
 * The register as it was taken.
 *
 * @param on the day that its facts speak of
 * @param at when it was taken
 * @param mark from where the next taking goes on
 * @param population everybody, ordered by area; ids of households and persons are those of the register
 */
public record Taken(LocalDate on, Instant at, Optional<String> mark, Population population) {

    /** The households that lie in a scope. */
    public Span in(AreaScope scope) {
        return population.span(scope.from(), scope.to());
    }
}
