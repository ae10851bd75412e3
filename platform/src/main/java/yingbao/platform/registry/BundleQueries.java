package yingbao.platform.registry;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** SQL that keeps households in bundles. */
@Component
class BundleQueries {
    private final JdbcClient jdbc;

    BundleQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a connection sees. */
    static BundleQueries over(Connection connection) {
        return new BundleQueries(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    /**
     * A bundle to be kept.
     *
     * @param households at least one, ordered by area and id
     * @param sealed what {@link yingbao.policy.batch.Bundle} makes of them, sealed; empty where they are to be read one by one
     */
    record New(List<CopyQueries.Home> households, Optional<byte[]> sealed) {}

    /** Keeps households that their statements were noted for as changed, or will be. */
    void keep(Collection<New> bundles, LocalDate from, String meaning) {
        bundles.forEach(bundle -> keep("select id from kept", bundle, from, meaning));
    }

    /** Keeps households that are new, and notes that they are. */
    void keepNew(Collection<New> bundles, LocalDate from, String meaning) {
        bundles.forEach(bundle -> keep(
                "insert into registry.change (bundle_id) select id from kept returning id", bundle, from, meaning));
    }

    private void keep(String note, New bundle, LocalDate from, String meaning) {
        CopyQueries.Home first = bundle.households().getFirst();
        CopyQueries.Home last = bundle.households().getLast();
        jdbc.sql("""
                with kept as (
                    insert into registry.bundle (first_area, first_id, last_area, last_id, from_day, meaning, households, content)
                    values (:firstArea, :firstId, :lastArea, :lastId, :from, :meaning, :households::uuid[], :content)
                    returning id)
                """ + note)
                .param("firstArea", first.area().digits())
                .param("firstId", first.id())
                .param("lastArea", last.area().digits())
                .param("lastId", last.id())
                .param("from", from)
                .param("meaning", meaning)
                .param(
                        "households",
                        RegisterQueries.array(bundle.households().stream()
                                .map(CopyQueries.Home::id)
                                .toList()))
                .param("content", bundle.sealed().orElse(null))
                .query(Long.class)
                .single();
    }

    /**
     * From here on until {@link #noteAgain}, new households are not noted one by one, for a bundle that names them follows in
     * the same transaction.
     */
    void noteNothing() {
        note("on");
    }

    void noteAgain() {
        note("");
    }

    private void note(String bundled) {
        jdbc.sql("select set_config('yingbao.bundled', :bundled, true)")
                .param("bundled", bundled)
                .query(String.class)
                .single();
    }

    /** The households that some bundles name, where they are no more than so many. */
    Optional<Set<UUID>> households(List<Long> bundles, int most) {
        long all = jdbc.sql(
                        "select coalesce(sum(cardinality(households)), 0) from registry.bundle where id = any(:ids::bigint[])")
                .param("ids", bundles.toArray(Long[]::new))
                .query(Long.class)
                .single();
        return all > most
                ? Optional.empty()
                : Optional.of(jdbc.sql("select unnest(households) from registry.bundle where id = any(:ids::bigint[])")
                        .param("ids", bundles.toArray(Long[]::new))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .set());
    }

    /** The newest bundle that cannot be read with the facts of a pack; zero where there is none. */
    long newestOfOtherMeaning(String meaning) {
        return jdbc.sql("select coalesce(max(id), 0) from registry.bundle where meaning <> :meaning")
                .param("meaning", meaning)
                .query(Long.class)
                .single();
    }

    List<Long> until(long newest) {
        return jdbc.sql("select id from registry.bundle where id <= :newest")
                .param("newest", newest)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** How many there are. */
    long count() {
        return jdbc.sql("select count(*) from registry.bundle")
                .query(Long.class)
                .single();
    }

    /** Removes bundles that tell of nobody any longer. */
    void remove(Collection<Long> bundles) {
        jdbc.sql("delete from registry.bundle where id = any(:ids::bigint[])")
                .param("ids", bundles.toArray(Long[]::new))
                .update();
    }
}
