package yingbao.platform.trials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.drafts.DraftId;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;

/** All SQL about scenarios. */
@Component
class TrialQueries {
    private static final String SELECT = """
            select id, name, note, area_code, asked::text as asked, changed_by, changed_name, changed_on,
                   result::text as result, worked_out_at
              from trials.scenario
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TrialQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those of a scope, the one changed last first; those of drafts only where they are wanted. */
    List<ScenarioView.Row> all(AreaScope scope, boolean drafts, int most) {
        return jdbc.sql(SELECT + """
                 where area_code between :from and :to and (:drafts or asked->>'draft' is null)
                 order by changed_at desc limit :most
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("drafts", drafts)
                .param("most", most)
                .query(this::row)
                .list();
    }

    Optional<ScenarioView.Row> find(ScenarioId id, AreaScope scope) {
        return jdbc.sql(SELECT + " where id = :id and area_code between :from and :to")
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(this::row)
                .optional();
    }

    /** The scenario of an area that tries a draft and nothing else; of several the one changed last. */
    Optional<ScenarioId> ofDraft(DraftId draft, AreaCode area) {
        return jdbc.sql("""
                select id from trials.scenario
                 where area_code = :area and asked->>'draft' = :draft
                   and asked->'changes' = '[]' and asked->>'path' = '' and asked->>'areaCode' = ''
                 order by changed_at desc limit 1
                """)
                .param("area", area.digits())
                .param("draft", draft.value().toString())
                .query((row, _) -> new ScenarioId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** Keeps a scenario as the one that tries a draft for an area, unless there is one already. Tells whether it did. */
    boolean saveTrial(ScenarioView.Row row, DraftId draft, Instant at) {
        return written(row, at, """
                insert into trials.scenario
                    (id, name, note, area_code, asked, changed_by, changed_name, changed_on, changed_at, trial_of)
                values (:id, :name, :note, :area, :asked::jsonb, :by, :byName, :on, :at, :draft)
                on conflict on constraint scenario_of_draft_once do nothing
                """).param("draft", draft.value()).update() > 0;
    }

    private JdbcClient.StatementSpec written(ScenarioView.Row row, Instant at, String sql) {
        return jdbc.sql(sql)
                .param("id", row.id().value())
                .param("name", row.name())
                .param("note", row.note())
                .param("area", row.areaCode())
                .param("asked", json.writeValueAsString(row.asked()))
                .param("by", row.by().value())
                .param("byName", row.byName())
                .param("on", row.on())
                .param("at", Timestamp.from(at));
    }

    /** Keeps a scenario under its id; what was worked out before says nothing of it any more. */
    void save(ScenarioView.Row row, Instant at) {
        written(row, at, """
                insert into trials.scenario
                    (id, name, note, area_code, asked, changed_by, changed_name, changed_on, changed_at)
                values (:id, :name, :note, :area, :asked::jsonb, :by, :byName, :on, :at)
                on conflict (id) do update
                   set name = excluded.name, note = excluded.note, asked = excluded.asked,
                       changed_by = excluded.changed_by, changed_name = excluded.changed_name,
                       changed_on = excluded.changed_on, changed_at = excluded.changed_at,
                       trial_of = case when excluded.asked->>'draft' = scenario.trial_of::text
                                        and excluded.asked->'changes' = '[]' and excluded.asked->>'path' = ''
                                        and excluded.asked->>'areaCode' = '' then scenario.trial_of end,
                       result = null, pack_version = null, register_on = null, worked_out_at = null
                """).update();
    }

    /** Keeps what came of a scenario, unless it was changed meanwhile; one kept by an older release names no draft. */
    void keep(ScenarioView.Row row, YearsAnswer result, Instant at) {
        jdbc.sql("""
                update trials.scenario
                   set result = :result::jsonb, pack_version = :version, register_on = :on, worked_out_at = :at
                 where id = :id and jsonb_strip_nulls(asked) = jsonb_strip_nulls(:asked::jsonb)
                """)
                .param("result", json.writeValueAsString(result))
                .param("version", result.packVersion())
                .param("on", result.registerOn())
                .param("at", Timestamp.from(at))
                .param("id", row.id().value())
                .param("asked", json.writeValueAsString(row.asked()))
                .update();
    }

    void delete(ScenarioId id) {
        jdbc.sql("delete from trials.scenario where id = :id")
                .param("id", id.value())
                .update();
    }

    private ScenarioView.Row row(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        Timestamp at = row.getTimestamp("worked_out_at");
        return new ScenarioView.Row(
                new ScenarioId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("note"),
                row.getString("area_code"),
                json.readValue(row.getString("asked"), Asked.class),
                new UserId(row.getObject("changed_by", UUID.class)),
                row.getString("changed_name"),
                row.getObject("changed_on", LocalDate.class),
                result == null ? Optional.empty() : Optional.of(json.readValue(result, YearsAnswer.class)),
                at == null ? Optional.empty() : Optional.of(at.toInstant()));
    }
}
