package yingbao.platform.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL about the steps of the demonstration. */
@Component
class StepQueries {
    private final JdbcClient jdbc;

    StepQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What became of a step.
     *
     * @param refusal why it was not done; empty where it was
     */
    record Outcome(String result, String refusal) {
        boolean done() {
            return refusal.isEmpty();
        }
    }

    Map<String, Outcome> all() {
        Map<String, Outcome> all = new HashMap<>();
        jdbc.sql("select name, result, refusal from demo.step")
                .query((row, _) -> Map.entry(row.getString(1), new Outcome(row.getString(2), row.getString(3))))
                .list()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    void insert(String name, LocalDate on, Outcome outcome, Instant at) {
        jdbc.sql("""
                insert into demo.step (name, on_date, result, refusal, done_at)
                values (:name, :on, :result, :refusal, :at)
                """)
                .param("name", name)
                .param("on", on)
                .param("result", outcome.result())
                .param("refusal", outcome.refusal())
                .param("at", Timestamp.from(at))
                .update();
    }
}
