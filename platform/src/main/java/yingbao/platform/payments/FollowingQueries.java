package yingbao.platform.payments;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.UserId;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.PersonId;
import yingbao.policy.value.AreaCode;

/** SQL about who answers for whose debts. */
@Component
class FollowingQueries {
    private final JdbcClient jdbc;

    FollowingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who answered for whom, in an area. */
    record Answering(UUID former, UUID now, AreaCode area) {}

    /** What each of two owes to a county by a programme; negative for what they paid beyond it. */
    record Split(AreaCode county, String programme, long formerFen, long nowFen) {

        /** What was paid by one against the debt of the other. */
        long movedFen() {
            return formerFen > 0 ? Math.min(formerFen, -nowFen) : Math.min(nowFen, -formerFen);
        }
    }

    /** Lets somebody answer for another, unless the other answers for them. */
    void merge(UUID former, UUID now, HouseholdFile home, PersonId merged, Instant at) {
        jdbc.sql("""
                insert into payments.merged_recipient (former_id, now_id, household_id, area_code, merged_id, merged_at)
                select :former, :now, :household, :area, :merged, :at where payments.answers_for(:now) <> :former
                on conflict (former_id) do nothing
                """)
                .param("former", former)
                .param("now", now)
                .param("household", home.id().value())
                .param("area", home.area().digits())
                .param("merged", merged.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Lets each answer for themselves whom the merge of a person brought together. */
    List<Answering> separate(PersonId merged) {
        return jdbc.sql("""
                delete from payments.merged_recipient where merged_id = :merged
                returning former_id, now_id, area_code
                """)
                .param("merged", merged.value())
                .query((row, _) -> new Answering(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), new AreaCode(row.getString(3))))
                .list();
    }

    /** What two owe to each county by each programme, now that each answers for themselves. */
    List<Split> splits(Answering pair) {
        return jdbc.sql("""
                select county_code, programme, coalesce(sum(fen) filter (where recipient_id = :former), 0)::bigint,
                       coalesce(sum(fen) filter (where recipient_id <> :former), 0)::bigint
                  from payments.owed(array[:former, payments.answers_for(:now)]::uuid[])
                 group by county_code, programme order by county_code, programme
                """)
                .param("former", pair.former())
                .param("now", pair.now())
                .query((row, _) ->
                        new Split(new AreaCode(row.getString(1)), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** To which counties anybody of these owes anything. */
    List<AreaCode> creditors(List<UUID> recipients) {
        return jdbc.sql("""
                select distinct o.county_code
                  from payments.owed(array(select payments.answers_for(id) from unnest(:recipients) as given(id))) o
                 where o.fen <> 0
                """)
                .param("recipients", recipients.toArray(UUID[]::new))
                .query((row, _) -> new AreaCode(row.getString(1)))
                .list();
    }

    /** Makes a part of a debt another's. */
    void move(
            UUID id,
            AreaCode county,
            String programme,
            List<UUID> fromTo,
            long fen,
            AreaCode area,
            LocalDate on,
            Instant at,
            UserId by) {
        jdbc.sql("""
                insert into payments.debt_move (id, county_code, programme, from_recipient, to_recipient, amount_fen,
                                                area_code, moved_on, moved_at, moved_by)
                values (:id, :county, :programme, :from, :to, :fen, :area, :on, :at, :by)
                """)
                .param("id", id)
                .param("county", county.digits())
                .param("programme", programme)
                .param("from", fromTo.getFirst())
                .param("to", fromTo.getLast())
                .param("fen", fen)
                .param("area", area.digits())
                .param("on", on)
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .update();
    }
}
