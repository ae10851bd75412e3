package yingbao.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.kernel.Today;

/** All SQL of the log. */
@Component
class AuditQueries {
    private static final String COLUMNS =
            "e.id, e.at, e.on_date, e.actor_id, e.actor_name, e.action, e.subject, e.subject_id, e.area_code, e.detail::text";
    private static final String WANTED = """
             from audit.entry e
            where (:actor = '' or e.actor_name like '%' || :actor || '%')
              and (:action = '' or e.action like :action || '%')
              and (:subject = '' or e.subject = :subject)
              and (:subjectId = '' or e.subject_id = :subjectId)
              and e.at >= :from::timestamp at time zone 'Asia/Shanghai'
              and e.at < (:to::date + 1)::timestamp at time zone 'Asia/Shanghai'
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    AuditQueries(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** A link with the entry that it holds. */
    record Linked(long position, Hash hash, Optional<Entry> entry) {}

    void insert(Collection<Audit.Deed> deeds, UUID actorId, String actorName, Today today) {
        Timestamp at = Timestamp.from(today.clock());
        String sql = """
                insert into audit.entry
                    (id, at, on_date, actor_id, actor_name, action, subject, subject_id, area_code, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """;
        List<UUID> ids = new ArrayList<>();
        template.batchUpdate(sql, deeds, 1_000, (statement, deed) -> {
            UUID id = today.newId();
            ids.add(id);
            statement.setObject(1, id);
            statement.setTimestamp(2, at);
            statement.setObject(3, today.date());
            statement.setObject(4, actorId);
            statement.setString(5, actorName);
            statement.setString(6, deed.action());
            statement.setString(7, deed.subject());
            statement.setString(8, deed.id());
            statement.setString(9, deed.area().digits());
            statement.setString(10, json.writeValueAsString(deed.detail()));
        });
        template.batchUpdate(
                "insert into audit.pending (entry_id) values (?)",
                ids,
                1_000,
                (statement, id) -> statement.setObject(1, id));
    }

    List<Entry> find(AuditFilter filter) {
        return filtered(
                        "select " + COLUMNS + WANTED + " order by e.at desc, e.id desc offset :offset limit :size",
                        filter)
                .query(AuditQueries::entry)
                .list();
    }

    long count(AuditFilter filter) {
        return filtered("select count(*)" + WANTED, filter).query(Long.class).single();
    }

    private JdbcClient.StatementSpec filtered(String sql, AuditFilter filter) {
        return jdbc.sql(sql).paramSource(filter);
    }

    /** Takes entries that wait for their link, oldest first; some of an earlier moment may still come. */
    List<Entry> takePending(int most) {
        return jdbc.sql("""
                with taken as (
                    delete from audit.pending
                     where entry_id in (select entry_id from audit.pending order by entry_id limit :most)
                    returning entry_id)
                select %s
                  from audit.entry e join taken on taken.entry_id = e.id
                 order by e.id
                """.formatted(COLUMNS))
                .param("most", most)
                .query(AuditQueries::entry)
                .list();
    }

    /** An entry that nothing links, if there is one. */
    Optional<Entry> unlinked() {
        return jdbc.sql("select " + COLUMNS + """
                  from audit.entry e
                 where not exists (select from audit.link l where l.entry_id = e.id)
                   and not exists (select from audit.pending p where p.entry_id = e.id)
                 order by e.id
                 limit 1
                """).query(AuditQueries::entry).optional();
    }

    Optional<Linked> lastLink() {
        return jdbc.sql("select position, hash from audit.link order by position desc limit 1")
                .query((row, _) -> new Linked(
                        row.getLong(1), new Hash(HexFormat.of().formatHex(row.getBytes(2))), Optional.empty()))
                .optional();
    }

    void link(List<Linked> links) {
        template.batchUpdate(
                "insert into audit.link (position, entry_id, hash) values (?, ?, ?)",
                links,
                1_000,
                (statement, link) -> {
                    statement.setLong(1, link.position());
                    statement.setObject(2, link.entry().orElseThrow().id());
                    statement.setBytes(3, link.hash().bytes());
                });
    }

    /** The chain after a position, in order, with the entries as they are now. */
    List<Linked> chainAfter(long position, int most) {
        return jdbc.sql("select l.position, l.hash, " + COLUMNS + """
                  from audit.link l left join audit.entry e on e.id = l.entry_id
                 where l.position > :position
                 order by l.position
                 limit :most
                """)
                .param("position", position)
                .param("most", most)
                .query((row, number) -> new Linked(
                        row.getLong("position"),
                        new Hash(HexFormat.of().formatHex(row.getBytes("hash"))),
                        row.getObject("id") == null ? Optional.empty() : Optional.of(entry(row, number))))
                .list();
    }

    /** Whether somebody else is adding links; only one may at a time. */
    void holdChain() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('audit.link'))").query().singleRow();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new Entry(
                row.getObject("id", UUID.class),
                at,
                row.getObject("on_date", LocalDate.class),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("subject_id"),
                row.getString("area_code"),
                row.getString("detail"));
    }
}
