package yingbao.platform.notices;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.AreaScope;
import yingbao.policy.value.AreaCode;

/** All SQL about notices. */
@Component
class NoticeQueries {
    private static final TypeReference<List<Shown>> SHOWS = new TypeReference<>() {};
    private static final String COLUMNS = """
            select n.id, n.case_id, n.programme, n.title, n.office, n.wall_code, n.from_day, n.to_day, n.shows::text as shows,
                   n.closed_on, n.closed_how,
                   (select count(*) from notices.objection o where o.notice_id = n.id and o.state <> 'ANSWERED') as objections
              from notices.notice n
            """;
    /** Not taken down, and not run out: a notice that has run out waits inside for the next step. */
    private static final String HANGS = "n.closed_on is null and coalesce(n.to_day >= :today, true)";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final JsonMapper json;
    private final Divisions divisions;

    NoticeQueries(JdbcClient jdbc, NamedParameterJdbcTemplate batch, JsonMapper json, Divisions divisions) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.divisions = divisions;
    }

    /** How many notices hang in a division, by the first digits of their walls. */
    record Count(String prefix, long notices) {}

    void insert(Collection<NewNotice> notices, Collection<UUID> ids) {
        var id = ids.iterator();
        batch.batchUpdate(
                """
                insert into notices.notice
                       (id, case_id, area_code, wall_code, programme, title, office, from_day, to_day, shows)
                values (:id, :case, :area, :wall, :programme, :title, :office, :from, :to, :shows::jsonb)
                """,
                notices.stream()
                        .map(notice -> new MapSqlParameterSource()
                                .addValue("id", id.next())
                                .addValue("case", notice.caseId())
                                .addValue("area", notice.area().digits())
                                .addValue("wall", notice.wall().digits())
                                .addValue("programme", notice.programme())
                                .addValue("title", notice.title())
                                .addValue("office", notice.office())
                                .addValue("from", notice.from())
                                .addValue("to", notice.to().map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                                .addValue("shows", json.writeValueAsString(notice.shows())))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void close(UUID caseId, LocalDate on, String how) {
        jdbc.sql("""
                update notices.notice set closed_on = :on, closed_how = :how where case_id = :case and closed_on is null
                """).param("on", on).param("how", how).param("case", caseId).update();
    }

    void follow(Collection<UUID> cases, AreaCode area) {
        jdbc.sql("select notices.follow(:cases, :area)")
                .param("cases", cases.toArray(UUID[]::new))
                .param("area", area.digits())
                .query((_, _) -> true)
                .list();
    }

    List<NoticeView> ofCase(UUID caseId) {
        return jdbc.sql(COLUMNS + " where n.case_id = :case order by n.from_day desc, n.id desc")
                .param("case", caseId)
                .query(this::view)
                .list();
    }

    Optional<NoticeView> find(NoticeId id) {
        return jdbc.sql(COLUMNS + " where n.id = :id")
                .param("id", id.value())
                .query(this::view)
                .optional();
    }

    List<NoticeView> hanging(AreaScope scope, LocalDate today, int offset, int size) {
        return jdbc.sql(COLUMNS + " where n.wall_code between :from and :to and " + HANGS + """
                 order by n.to_day nulls last, n.programme, n.from_day desc, n.id limit :size offset :offset
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("today", today)
                .param("size", size)
                .param("offset", offset)
                .query(this::view)
                .list();
    }

    long countHanging(AreaScope scope, LocalDate today) {
        return jdbc.sql("select count(*) from notices.notice n where n.wall_code between :from and :to and " + HANGS)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("today", today)
                .query(Long.class)
                .single();
    }

    /** How many hang in a scope by the first so many digits of their walls. */
    List<Count> counts(AreaScope scope, LocalDate today, int digits) {
        return jdbc.sql("""
                select left(n.wall_code, :digits) as prefix, count(*) as notices from notices.notice n
                 where n.wall_code between :from and :to and %s group by 1 order by 1
                """.formatted(HANGS))
                .param("digits", digits)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("today", today)
                .query((row, _) -> new Count(row.getString("prefix"), row.getLong("notices")))
                .list();
    }

    private NoticeView view(ResultSet row, int number) throws SQLException {
        AreaCode wall = new AreaCode(row.getString("wall_code"));
        return new NoticeView(
                new NoticeId(row.getObject("id", UUID.class)),
                row.getObject("case_id", UUID.class),
                row.getString("programme"),
                row.getString("title"),
                row.getString("office"),
                wall.digits(),
                divisions.path(wall),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                json.readValue(row.getString("shows"), SHOWS),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                row.getString("closed_how"),
                row.getInt("objections"));
    }
}
