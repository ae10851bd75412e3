package yingbao.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Caller;

/** All SQL about jobs. */
@Component
class JobQueries {
    private static final String COLUMNS =
            "id, kind, title, link, state, done, total, cancel_asked, cancelled_by, message, created_at, started_at, finished_at";

    private final JdbcClient jdbc;

    JobQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is needed to carry a job out. */
    record Order(JobId id, String kind, String caller, String payload) {}

    void insert(Order order, String title, String link, Caller owner, Instant at) {
        jdbc.sql("""
                insert into jobs.job (id, kind, title, link, area_code, owner_id, caller, payload, state, created_at)
                values (:id, :kind, :title, :link, :area, :owner, :caller::jsonb, :payload::jsonb, 'WAITING', :at)
                """)
                .param("id", order.id().value())
                .param("kind", order.kind())
                .param("title", title)
                .param("link", link)
                .param("area", owner.area().digits())
                .param("owner", owner.user().value())
                .param("caller", order.caller())
                .param("payload", order.payload())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** A job that is not finished. */
    Optional<Order> unfinished(JobId id) {
        return jdbc.sql("""
                select kind, caller::text, payload::text from jobs.job
                 where id = :id and state in ('WAITING', 'RUNNING')
                """)
                .param("id", id.value())
                .query((row, _) -> new Order(id, row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    void start(JobId id, Instant at) {
        jdbc.sql("update jobs.job set state = 'RUNNING', started_at = coalesce(started_at, :at) where id = :id")
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Notes how far a job is, and tells whether somebody wants it to stop. */
    boolean progress(JobId id, long done, long total) {
        return jdbc.sql("update jobs.job set done = :done, total = :total where id = :id returning cancel_asked")
                .param("id", id.value())
                .param("done", done)
                .param("total", total)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Asks a job to stop; one that has not begun is over at once. Tells whether it was not over before. */
    boolean cancel(JobId id, String by, Instant at) {
        return jdbc.sql("""
                update jobs.job
                   set cancel_asked = true, cancelled_by = :by,
                       state = case when state = 'WAITING' then 'CANCELLED' else state end,
                       finished_at = case when state = 'WAITING' then :at::timestamptz end
                 where id = :id and state in ('WAITING', 'RUNNING')
                """)
                        .param("id", id.value())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    void finish(JobId id, JobView.State state, String message, Instant at) {
        jdbc.sql("update jobs.job set state = :state, message = :message, finished_at = :at where id = :id")
                .param("id", id.value())
                .param("state", state.name())
                .param("message", message)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean isUnderWay(List<String> kinds) {
        return jdbc.sql("""
                select exists (select from jobs.job where kind in (:kinds) and state in ('WAITING', 'RUNNING'))
                """).param("kinds", kinds).query(Boolean.class).single();
    }

    List<JobView> newest(UUID owner, int most) {
        return jdbc.sql("select " + COLUMNS + " from jobs.job where owner_id = :owner order by id desc limit :most")
                .param("owner", owner)
                .param("most", most)
                .query(JobQueries::view)
                .list();
    }

    /** The newest of each of some kinds that somebody else asked for. */
    List<JobView> newestOfOthers(UUID owner, List<String> kinds) {
        return jdbc.sql("select distinct on (kind) " + COLUMNS + """
                 from jobs.job where kind = any(:kinds) and owner_id <> :owner order by kind, id desc
                """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("owner", owner)
                .query(JobQueries::view)
                .list();
    }

    Optional<JobView> newest(String kind) {
        return jdbc.sql("select " + COLUMNS + " from jobs.job where kind = :kind order by id desc limit 1")
                .param("kind", kind)
                .query(JobQueries::view)
                .optional();
    }

    Optional<JobView> find(JobId id) {
        return jdbc.sql("select " + COLUMNS + " from jobs.job where id = :id")
                .param("id", id.value())
                .query(JobQueries::view)
                .optional();
    }

    private static JobView view(ResultSet row, int number) throws SQLException {
        return new JobView(
                new JobId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getString("title"),
                row.getString("link"),
                JobView.State.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                !row.getBoolean("cancel_asked") && row.getTimestamp("finished_at") == null,
                row.getString("cancelled_by"),
                row.getString("message"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("started_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }
}
