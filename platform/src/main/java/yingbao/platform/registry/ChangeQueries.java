package yingbao.platform.registry;

import java.sql.Array;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import yingbao.policy.value.AreaCode;

/** SQL of what changed since the register was last taken as a whole. */
@Component
class ChangeQueries {
    private final JdbcClient jdbc;

    ChangeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a connection sees. */
    static ChangeQueries over(Connection connection) {
        return new ChangeQueries(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    /**
     * What was written and not yet taken.
     *
     * @param rows where it is noted
     * @param holders households and persons that it was about, but for
     * @param bundles those that came in with these
     */
    record Changes(List<Long> rows, Set<UUID> holders, List<Long> bundles) {}

    Changes changes() {
        Changes changes = new Changes(new ArrayList<>(), new HashSet<>(), new ArrayList<>());
        jdbc.sql("select id, holders, coalesce(bundle_id, 0) from registry.change")
                .query(row -> {
                    changes.rows().add(row.getLong(1));
                    Array holders = row.getArray(2);
                    if (holders == null) {
                        changes.bundles().add(row.getLong(3));
                    } else {
                        changes.holders().addAll(List.of((UUID[]) holders.getArray()));
                    }
                });
        return changes;
    }

    /** Which taking came last. */
    Optional<UUID> mark() {
        return jdbc.sql("select mark from registry.taking").query(UUID.class).optional();
    }

    /** Of whom something begins or ends to hold after a day and until another. */
    Set<UUID> turning(LocalDate after, LocalDate until) {
        return jdbc.sql("""
                select s.holder_id from registry.statement s
                 where lower(s.valid) > :after and lower(s.valid) <= :until
                union
                select s.holder_id from registry.statement s
                 where not upper_inf(s.valid) and upper(s.valid) > :after and upper(s.valid) <= :until
                union
                select m.household_id from registry.membership m
                 where lower(m.valid) > :after and lower(m.valid) <= :until
                union
                select m.household_id from registry.membership m
                 where not upper_inf(m.valid) and upper(m.valid) > :after and upper(m.valid) <= :until
                """)
                .param("after", after)
                .param("until", until)
                .query((row, _) -> row.getObject(1, UUID.class))
                .set();
    }

    /** The households among some holders, and those to which the persons among them belong on a day, by area and id. */
    List<CopyQueries.Home> homes(Collection<UUID> holders, LocalDate on) {
        return jdbc.sql("""
                with person as (
                    select unnest(array[p.id, p.merged_into]) as id
                      from registry.person p where p.id = any(:holders::uuid[])
                ), affected as (
                    select unnest(:holders::uuid[]) as id
                    union
                    select m.household_id from registry.membership m
                     where m.person_id = any(array(select id from person)) and m.valid @> :on
                )
                select h.id, h.area_code::text from registry.household h
                 where h.id = any(array(select id from affected))
                 order by h.area_code, h.id
                """)
                .param("holders", holders.toArray(UUID[]::new))
                .param("on", on)
                .query((row, _) -> new CopyQueries.Home(row.getObject(1, UUID.class), new AreaCode(row.getString(2))))
                .list();
    }

    /** Notes that changes were taken, by a taking with a mark. */
    void settle(List<Long> rows, UUID mark) {
        jdbc.sql("delete from registry.change where id = any(:rows::bigint[])")
                .param("rows", rows.toArray(Long[]::new))
                .update();
        jdbc.sql("""
                insert into registry.taking (mark) values (:mark) on conflict (latest) do update set mark = excluded.mark
                """).param("mark", mark).update();
    }
}
