package yingbao.platform.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.policy.value.AreaCode;

/** SQL that works out what a run pays: decided less posted and pending, for every month at once. */
@Component
class DraftQueries {
    private final JdbcClient jdbc;

    DraftQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Months of a programme for which there is something to pay or to recover. */
    record ProgrammeMonth(String programme, YearMonth month) {}

    /**
     * What a run owes to somebody by one programme.
     *
     * @param linesFen the sum of their lines
     * @param owedFen what they owe to the county from before
     */
    record Group(String programme, Recipient recipient, AreaCode area, long linesFen, long owedFen) {

        /** What is taken off against what they owe. */
        long collectedFen() {
            return Math.clamp(owedFen, 0, Math.max(linesFen, 0));
        }

        long payFen() {
            return Math.max(linesFen, 0) - collectedFen();
        }

        /** What they owe from now on. */
        long carriedFen() {
            return Math.max(-linesFen, 0);
        }
    }

    /** Works out the lines of a county up to a month, into a table that lasts as long as the transaction. */
    void make(AreaScope county, YearMonth month, Set<String> programmes) {
        // Nobody has counted the rows that this transaction adds, and a plan made for a few of them never ends for
        // thousands.
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql("drop table if exists pg_temp.draft_line").update();
        jdbc.sql("""
                create temporary table draft_line (
                    entitlement_id uuid, month date, programme text, recipient_id uuid, household_id uuid, person_id uuid,
                    area_code text, decision_id uuid, decided_fen bigint, had_fen bigint, former_fen bigint, reason text
                ) on commit drop
                """).update();
        jdbc.sql("""
                with wanted as materialized (
                    select d.*, coalesce(d.person_id, d.household_id) as recipient_id
                      from cases.decided_months(:from, :to, :month) d
                     where d.programme = any(:programmes)),
                had as materialized (
                    select entitlement_id, month, sum(fen)::bigint as fen, bool_or(voided) as voided
                      from payments.had_months((select array_agg(distinct entitlement_id) from wanted), :month)
                     group by 1, 2),
                decided as (
                    select w.*, coalesce(lag(coalesce(nullif(h.fen, 0), w.amount_fen))
                                             over (partition by w.entitlement_id order by w.month), 0) as former_fen
                      from wanted w
                      left join had h using (entitlement_id, month))
                insert into draft_line
                select d.entitlement_id, d.month, d.programme, d.recipient_id, d.household_id, d.person_id, d.area_code,
                       d.decision_id, d.amount_fen, coalesce(h.fen, 0), d.former_fen,
                       case when d.amount_fen = coalesce(h.fen, 0) then 'ENDED'
                            when d.amount_fen < coalesce(h.fen, 0) then 'RECOVERY'
                            when h.voided and h.fen = 0 then 'REISSUED'
                            when d.month < :month or h.fen > 0 then 'ARREARS'
                            when d.former_fen = 0 then 'NEW'
                            when d.amount_fen > d.former_fen then 'RAISED'
                            when d.amount_fen < d.former_fen then 'LOWERED'
                            else 'UNCHANGED' end
                  from decided d
                  left join had h using (entitlement_id, month)
                 where d.amount_fen <> coalesce(h.fen, 0)
                    or d.month = :month and d.amount_fen = 0 and d.former_fen > 0
                       and not exists (
                           select from payments.run_line l join payments.run r on r.id = l.run_id
                            where l.entitlement_id = d.entitlement_id and l.month = d.month
                              and r.state in ('CONFIRMED', 'SENT', 'SETTLED'))
                """)
                .param("from", county.from())
                .param("to", county.to())
                .param("month", month.atDay(1))
                .param("programmes", programmes.toArray(String[]::new))
                .update();
        jdbc.sql("analyze draft_line").update();
    }

    /** To whom nothing more is paid by a programme now: in a month of theirs none is drawn of others that were decided for them. */
    List<UUID> resting(AreaScope county, YearMonth month, String programme, Set<String> others) {
        return jdbc.sql("""
                with others as materialized (
                    select household_id, person_id, month, amount_fen
                      from cases.decided_months(:from, :to, :month) where programme = any(:others))
                select distinct recipient_id
                  from (select l.recipient_id
                          from draft_line l
                          join others o on o.household_id = l.household_id and o.month = l.month
                                       and (o.person_id is null or o.person_id = l.person_id)
                         where l.programme = :programme and l.decided_fen > l.had_fen
                         group by l.entitlement_id, l.recipient_id, l.month
                        having max(o.amount_fen) = 0) resting
                """)
                .param("from", county.from())
                .param("to", county.to())
                .param("month", month.atDay(1))
                .param("programme", programme)
                .param("others", others.toArray(String[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** For which shares are needed. */
    List<ProgrammeMonth> programmeMonths() {
        return jdbc.sql("select distinct programme, month from draft_line order by 1, 2")
                .query((row, _) ->
                        new ProgrammeMonth(row.getString(1), YearMonth.from(row.getObject(2, LocalDate.class))))
                .list();
    }

    /** What a run of the county owes to each, and each to the county. */
    List<Group> groups(AreaCode county) {
        return jdbc.sql("""
                select d.programme, d.recipient_id, (array_agg(d.household_id order by d.month desc))[1] as household_id,
                       bool_or(d.person_id is not null) as personal,
                       (array_agg(d.area_code order by d.month desc))[1] as area_code,
                       sum(d.decided_fen - d.had_fen)::bigint as lines_fen, coalesce(min(o.fen), 0) as owed_fen
                  from draft_line d
                  left join payments.owed((select array_agg(distinct recipient_id) from draft_line)) o
                    on o.programme = d.programme and o.recipient_id = d.recipient_id and o.county_code = :county
                 group by d.programme, d.recipient_id
                 order by area_code, d.recipient_id, d.programme
                """)
                .param("county", county.digits())
                .query(DraftQueries::group)
                .list();
    }

    private static Group group(ResultSet row, int number) throws SQLException {
        return new Group(
                row.getString("programme"),
                new Recipient(
                        row.getObject("recipient_id", UUID.class),
                        row.getObject("household_id", UUID.class),
                        row.getBoolean("personal")),
                new AreaCode(row.getString("area_code")),
                row.getLong("lines_fen"),
                row.getLong("owed_fen"));
    }

    /**
     * Keeps the lines with their shares by fund. Each month's decided amount is shared as a whole, to the fen, the fen
     * that rounding leaves going to the largest remainders and among equal ones to the lowest level; what the fund bore
     * before is taken off. So a level has borne its share of the month after every run, also where shares were changed.
     */
    void keepLines(RunId run, AreaCode county, YearMonth month) {
        jdbc.sql("""
                with quota as (
                    select l.entitlement_id, l.month, s.fund, s.ordinal, l.decided_fen,
                           l.decided_fen * s.parts / 10000 as whole, l.decided_fen * s.parts % 10000 as rest
                      from draft_line l
                      join payments.run_share s on s.run_id = :run and s.programme = l.programme and s.month = l.month
                     where l.decided_fen <> l.had_fen),
                target as (
                    select entitlement_id, month, fund, ordinal,
                           whole + case when row_number() over (shared order by rest desc, ordinal desc)
                                             <= decided_fen - sum(whole) over shared then 1 else 0 end as fen
                      from quota
                    window shared as (partition by entitlement_id, month)),
                had as (
                    select h.entitlement_id, h.month, a.fund, h.fen
                      from payments.had_months((select array_agg(distinct entitlement_id) from draft_line
                                                 where had_fen <> 0), :month) h
                      join payments.account a on a.id = h.account_id
                      join draft_line l on l.entitlement_id = h.entitlement_id and l.month = h.month),
                shared as (
                    select entitlement_id, month, array_agg(fund order by ordinal, fund) as funds,
                           array_agg(coalesce(t.fen, 0) - coalesce(h.fen, 0) order by ordinal, fund) as fen
                      from target t
                      full join had h using (entitlement_id, month, fund)
                     group by 1, 2)
                insert into payments.run_line (run_id, entitlement_id, month, programme, recipient_id, household_id,
                                               area_code, decision_id, decided_fen, had_fen, former_fen, amount_fen,
                                               reason, funds, share_fen)
                select :run, l.entitlement_id, l.month, l.programme, l.recipient_id, l.household_id, l.area_code,
                       l.decision_id, l.decided_fen, l.had_fen, l.former_fen, l.decided_fen - l.had_fen, l.reason,
                       case when l.reason = 'ENDED' then '{}' else coalesce(s.funds, '{}') end,
                       case when l.reason = 'ENDED' then '{}' else coalesce(s.fen, '{}') end
                  from draft_line l
                  left join shared s using (entitlement_id, month)
                """).param("run", run.value()).param("month", month.atDay(1)).update();
    }

    /** Recipients whose lines are not any more those that a run kept, by what is decided, posted and owed now. */
    List<UUID> changedRecipients(RunId run, AreaCode county) {
        return jdbc.sql("""
                select distinct recipient_id
                  from (select entitlement_id, month, recipient_id, decision_id, decided_fen, had_fen
                          from payments.run_line where run_id = :run and amount_fen <> 0) kept
                  full join (select entitlement_id, month, recipient_id, decision_id, decided_fen, had_fen
                               from draft_line where decided_fen <> had_fen) found
                    using (entitlement_id, month, recipient_id)
                 where (kept.decision_id, kept.decided_fen, kept.had_fen)
                       is distinct from (found.decision_id, found.decided_fen, found.had_fen)
                union
                select r.recipient_id
                  from payments.run_recipient r
                  left join payments.owed(array(select recipient_id from payments.run_recipient where run_id = :run)) o
                    on o.programme = r.programme and o.recipient_id = r.recipient_id and o.county_code = :county
                 where r.run_id = :run
                   and r.collected_fen <> least(greatest(coalesce(o.fen, 0), 0), greatest(r.lines_fen, 0))
                """)
                .param("run", run.value())
                .param("county", county.digits())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * How many lines that a run has posted do not come to what is decided, leaving out those it holds back.
     *
     * @param month the run's month
     */
    long unequal(RunId run, YearMonth month) {
        return jdbc.sql("""
                with had as (
                    select entitlement_id, month, sum(fen)::bigint as fen
                      from payments.had_months((select array_agg(distinct entitlement_id) from draft_line), :month)
                     group by 1, 2)
                select count(*)
                  from draft_line d
                  join payments.run_recipient r
                    on r.run_id = :run and r.programme = d.programme and r.recipient_id = d.recipient_id and not r.held
                  left join had h using (entitlement_id, month)
                 where d.decided_fen <> coalesce(h.fen, 0)
                """)
                .param("run", run.value())
                .param("month", month.atDay(1))
                .query(Long.class)
                .single();
    }
}
