package yingbao.platform.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;

/** All SQL about drafts. */
@Component
class RuleDraftQueries {
    private static final String SELECT = """
            select id, title, area_code, base_version, state, revision, from_date, ordered_by, published_version, made_at
              from drafts.draft
            """;

    private final JdbcClient jdbc;

    RuleDraftQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Draft draft) {
        jdbc.sql("""
                insert into drafts.draft (id, title, area_code, base_version, state, revision, ordered_by, made_at)
                values (:id, :title, :area, :base, :state, :revision, '', :at)
                """)
                .param("id", draft.id().value())
                .param("title", draft.title())
                .param("area", draft.area().digits())
                .param("base", draft.base())
                .param("state", draft.state().name())
                .param("revision", draft.revision())
                .param("at", Timestamp.from(draft.madeAt()))
                .update();
    }

    /** A draft that nobody else changes until the transaction ends. */
    Optional<Draft> hold(DraftId id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> draft(row, files(id), deeds(id)))
                .optional();
    }

    Optional<Draft> find(DraftId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query((row, _) -> draft(row, files(id), deeds(id)))
                .optional();
    }

    /** Drafts without their files, those that are still to be decided first, then the latest. */
    List<Draft> list(int most) {
        return jdbc.sql(SELECT + """
                 order by array_position(array['WAITING', 'OPEN', 'PUBLISHED', 'DROPPED'], state), made_at desc
                 limit :most
                """)
                .param("most", most)
                .query((row, _) -> {
                    DraftId id = new DraftId(row.getObject("id", UUID.class));
                    return draft(row, Map.of(), deeds(id));
                })
                .list();
    }

    private Map<String, String> files(DraftId id) {
        Map<String, String> files = new HashMap<>();
        jdbc.sql("select path, content from drafts.draft_file where draft_id = :id")
                .param("id", id.value())
                .query((ResultSet row) -> {
                    files.put(row.getString("path"), row.getString("content"));
                });
        return files;
    }

    private List<Draft.Deed> deeds(DraftId id) {
        return jdbc.sql("""
                select kind, note, done_by, done_name, done_at from drafts.deed where draft_id = :id order by number
                """)
                .param("id", id.value())
                .query((row, _) -> new Draft.Deed(
                        Draft.Kind.valueOf(row.getString("kind")),
                        row.getString("note"),
                        new UserId(row.getObject("done_by", UUID.class)),
                        row.getString("done_name"),
                        row.getTimestamp("done_at").toInstant()))
                .list();
    }

    /** How often the contents were changed. */
    int changes(DraftId id) {
        return jdbc.sql("""
                select count(*) from drafts.deed where draft_id = :id and kind in ('CHANGE', 'REBASE')
                """).param("id", id.value()).query(Integer.class).single();
    }

    void write(DraftId id, String path, String text) {
        jdbc.sql("""
                insert into drafts.draft_file (draft_id, path, content) values (:id, :path, :text)
                on conflict (draft_id, path) do update set content = excluded.content
                """)
                .param("id", id.value())
                .param("path", path)
                .param("text", text)
                .update();
    }

    void remove(DraftId id, String path) {
        jdbc.sql("delete from drafts.draft_file where draft_id = :id and path = :path")
                .param("id", id.value())
                .param("path", path)
                .update();
    }

    void record(DraftId id, Draft.Deed deed) {
        jdbc.sql("""
                insert into drafts.deed (draft_id, number, kind, note, done_by, done_name, done_at)
                select :id, coalesce(max(number), 0) + 1, :kind, :note, :by, :name, :at
                  from drafts.deed where draft_id = :id
                """)
                .param("id", id.value())
                .param("kind", deed.kind().name())
                .param("note", deed.note())
                .param("by", deed.by().value())
                .param("name", deed.name())
                .param("at", Timestamp.from(deed.at()))
                .update();
        jdbc.sql("update drafts.draft set revision = revision + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    void stand(DraftId id, Draft.State state) {
        jdbc.sql("update drafts.draft set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void submit(DraftId id, LocalDate from, String orderedBy) {
        jdbc.sql("""
                update drafts.draft set state = 'WAITING', from_date = :from, ordered_by = :ordered where id = :id
                """)
                .param("from", from)
                .param("ordered", orderedBy)
                .param("id", id.value())
                .update();
    }

    void publish(DraftId id, String version) {
        jdbc.sql("update drafts.draft set state = 'PUBLISHED', published_version = :version where id = :id")
                .param("version", version)
                .param("id", id.value())
                .update();
    }

    void rebase(DraftId id, String base) {
        jdbc.sql("update drafts.draft set base_version = :base where id = :id")
                .param("base", base)
                .param("id", id.value())
                .update();
    }

    private static Draft draft(ResultSet row, Map<String, String> files, List<Draft.Deed> deeds) throws SQLException {
        Instant at = row.getTimestamp("made_at").toInstant();
        return new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                row.getString("title"),
                AreaCode.parse(row.getString("area_code")),
                row.getString("base_version"),
                Draft.State.valueOf(row.getString("state")),
                row.getLong("revision"),
                Optional.ofNullable(row.getObject("from_date", LocalDate.class)),
                row.getString("ordered_by"),
                Optional.ofNullable(row.getString("published_version")),
                at,
                Map.copyOf(files),
                deeds);
    }
}
