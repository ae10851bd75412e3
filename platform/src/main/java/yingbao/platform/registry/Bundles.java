package yingbao.platform.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import yingbao.policy.batch.Bundle;
import yingbao.policy.batch.Population;
import yingbao.policy.pack.Pack;

/** What bundles tell of some households: of those that name one, the newest. */
final class Bundles {
    private final List<Kept> all = new ArrayList<>();
    private final Map<UUID, Place> places = new HashMap<>();

    /** A bundle that was opened; without a population where its households are to be read one by one. */
    private static final class Kept {
        final CopyQueries.Bundled row;
        final Optional<Population> population;
        boolean wanted;

        Kept(CopyQueries.Bundled row, Optional<Population> population) {
            this.row = row;
            this.population = population;
        }
    }

    /** Where a household stands. */
    private record Place(Kept in, int row) {}

    /** A household as columns have it. */
    record Found(Population in, int row) {}

    /** No bundles. */
    Bundles() {}

    /**
     * Reads the bundles of a stretch.
     *
     * @param which a condition on bundles {@code b}
     * @param on the day of which they are to tell; what one tells holds from its own day on
     */
    static Bundles read(
            Connection connection, CopyQueries.Stretch stretch, String which, LocalDate on, FactCodec codec, Pack pack)
            throws SQLException {
        Bundles bundles = new Bundles();
        CopyQueries.bundles(
                connection,
                stretch,
                which,
                row -> bundles.add(new Kept(
                        row,
                        row.sealed()
                                .filter(_ -> !row.from().isAfter(on))
                                .map(content -> Bundle.opened(codec.openedBytes(content), pack)))));
        return bundles;
    }

    private void add(Kept bundle) {
        all.add(bundle);
        List<UUID> households = bundle.row.households();
        for (int row = 0; row < households.size(); row++) {
            places.put(households.get(row), new Place(bundle, row));
        }
    }

    /** A household that may be taken as it stands in a bundle; empty where it is to be read. */
    Optional<Found> find(UUID household) {
        Place place = places.get(household);
        if (place == null) {
            return Optional.empty();
        }
        place.in.wanted = true;
        return place.in.population.map(population -> new Found(population, place.row));
    }

    int count() {
        return all.size();
    }

    /** Those that lie in the stretch with all their households. */
    List<Long> inside() {
        return inside(_ -> true);
    }

    /** Of these, those in which no household was found: newer ones tell of all of them, or changes do. */
    List<Long> unwanted() {
        return inside(bundle -> !bundle.wanted);
    }

    private List<Long> inside(Predicate<Kept> which) {
        return all.stream()
                .filter(bundle -> bundle.row.inside() && which.test(bundle))
                .map(bundle -> bundle.row.id())
                .toList();
    }
}
