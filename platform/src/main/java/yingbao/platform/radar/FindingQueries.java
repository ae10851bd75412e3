package yingbao.platform.radar;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL that writes what a run has found, in sets. */
@Component
class FindingQueries {
    private static final int AT_ONCE = 20_000;
    private static final String SEPARATOR = " ";

    private final JdbcClient jdbc;

    FindingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a run has changed. */
    record Written(int opened, int kept, int gone) {}

    /** A run as it is kept. */
    record RunRow(
            UUID id,
            LocalDate on,
            String packVersion,
            Instant takenAt,
            Instant writtenAt,
            String by,
            int households,
            int persons,
            int opened,
            int kept,
            int gone) {}

    /** Only one run writes at a time. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('radar.run'))")
                .query((_, _) -> true)
                .list();
    }

    /** Puts findings into a table that lasts as long as the transaction. */
    void bring(List<Finding> found) {
        jdbc.sql("""
                create temporary table found (
                    kind text, programme text, holder_id uuid, household_id uuid, person_id uuid, area_code text,
                    cause text[], programmes text[], amount_fen bigint, people int, case_id uuid, under_way boolean
                ) on commit drop
                """).update();
        for (int first = 0; first < found.size(); first += AT_ONCE) {
            insert(found.subList(first, Math.min(first + AT_ONCE, found.size())));
        }
        // Nobody has counted the rows of this transaction, and a plan made for a few of them does not end for many.
        jdbc.sql("analyze found").update();
    }

    private void insert(List<Finding> some) {
        jdbc.sql("""
                insert into found
                select kind, programme, coalesce(person_id, household_id), household_id, person_id, area_code,
                       string_to_array(cause, :separator), string_to_array(programmes, :separator), amount_fen, people,
                       case_id, under_way
                  from unnest(:kinds::text[], :programme::text[], :households::uuid[], :persons::uuid[], :areas::text[],
                              :causes::text[], :programmes::text[], :amounts::bigint[], :people::int[], :cases::uuid[],
                              :underWay::boolean[])
                       as f(kind, programme, household_id, person_id, area_code, cause, programmes, amount_fen, people,
                            case_id, under_way)
                """)
                .param("separator", SEPARATOR)
                .param("kinds", column(some, one -> one.kind().name()))
                .param("programme", column(some, Finding::programme))
                .param("households", column(some, one -> one.household().toString()))
                .param(
                        "persons",
                        column(some, one -> one.person().map(UUID::toString).orElse(null)))
                .param("areas", column(some, Finding::area))
                .param("causes", column(some, one -> String.join(SEPARATOR, one.cause())))
                .param("programmes", column(some, one -> String.join(SEPARATOR, one.programmes())))
                .param("amounts", some.stream().map(Finding::amountFen).toArray(Long[]::new))
                .param("people", some.stream().map(Finding::people).toArray(Integer[]::new))
                .param(
                        "cases",
                        column(some, one -> one.caseId().map(UUID::toString).orElse(null)))
                .param("underWay", some.stream().map(Finding::underWay).toArray(Boolean[]::new))
                .update();
    }

    private static String[] column(
            List<Finding> some, Function<Finding, @org.jspecify.annotations.Nullable String> of) {
        return some.stream().map(of).toArray(String[]::new);
    }

    private static final String SAME = """
            l.gone_on is null and l.holder_id = f.holder_id and l.kind = f.kind and l.programme = f.programme
            and l.cause = f.cause
            """;

    /** Writes what was found: nothing of what is as it was. */
    Written write(LocalDate on, Instant at) {
        int gone = jdbc.sql("""
                update radar.lead l
                   set gone_on = :on, state = 'CLOSED', closed_how = coalesce(closed_how, 'GONE'),
                       closed_on = coalesce(closed_on, :on), closed_at = coalesce(closed_at, :at)
                 where l.gone_on is null and not exists (select from found f where %s)
                """.formatted(SAME))
                .param("on", on)
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("""
                update radar.lead l
                   set household_id = f.household_id, area_code = f.area_code, programmes = f.programmes,
                       amount_fen = f.amount_fen, people = f.people,
                       case_id = case when l.state = 'OPEN' then f.case_id else l.case_id end
                  from found f
                 where %s
                   and (l.household_id, l.area_code, l.programmes, l.amount_fen, l.people)
                       is distinct from (f.household_id, f.area_code, f.programmes, f.amount_fen, f.people)
                    or %s and l.state = 'OPEN' and l.case_id is distinct from f.case_id
                """.formatted(SAME, SAME)).update();
        int opened = jdbc.sql("""
                insert into radar.lead (id, kind, programme, holder_id, household_id, person_id, area_code, cause, programmes,
                                        amount_fen, people, case_id, found_on, state)
                select uuidv7(), f.kind, f.programme, f.holder_id, f.household_id, f.person_id, f.area_code, f.cause,
                       f.programmes, f.amount_fen, f.people, f.case_id, :on, 'OPEN'
                  from found f
                 where not f.under_way and not exists (select from radar.lead l where %s)
                """.formatted(SAME)).param("on", on).update();
        int all = jdbc.sql("select count(*) from radar.lead where gone_on is null")
                .query(Integer.class)
                .single();
        return new Written(opened, all - opened, gone);
    }

    void insert(RunRow run) {
        jdbc.sql("""
                insert into radar.run (id, on_date, pack_version, taken_at, written_at, by_name, households, persons, opened,
                                       kept, gone)
                values (:id, :on, :version, :taken, :written, :by, :households, :persons, :opened, :kept, :gone)
                """)
                .param("id", run.id())
                .param("on", run.on())
                .param("version", run.packVersion())
                .param("taken", Timestamp.from(run.takenAt()))
                .param("written", Timestamp.from(run.writtenAt()))
                .param("by", run.by())
                .param("households", run.households())
                .param("persons", run.persons())
                .param("opened", run.opened())
                .param("kept", run.kept())
                .param("gone", run.gone())
                .update();
    }

    /** The run whose leads are shown. */
    Optional<RunRow> latest() {
        return jdbc.sql("""
                select id, on_date, pack_version, taken_at, written_at, by_name, households, persons, opened, kept, gone
                  from radar.run order by on_date desc, written_at desc limit 1
                """)
                .query((row, _) -> new RunRow(
                        row.getObject("id", UUID.class),
                        row.getObject("on_date", LocalDate.class),
                        row.getString("pack_version"),
                        row.getTimestamp("taken_at").toInstant(),
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("by_name"),
                        row.getInt("households"),
                        row.getInt("persons"),
                        row.getInt("opened"),
                        row.getInt("kept"),
                        row.getInt("gone")))
                .optional();
    }
}
