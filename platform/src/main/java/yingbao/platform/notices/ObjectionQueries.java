package yingbao.platform.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Sealer;
import yingbao.policy.value.AreaCode;

/** All SQL about objections. */
@Component
class ObjectionQueries {
    private static final String COLUMNS = """
            select o.id, o.number, o.notice_id, o.case_id, n.programme, n.title, n.wall_code, o.lodged_at, o.lodged_on, o.words,
                   o.contact_sealed is not null as has_contact, o.state, o.answer, o.answered_on, o.answered_name
              from notices.objection o join notices.notice n on n.id = o.notice_id
            """;

    private final JdbcClient jdbc;
    private final Divisions divisions;
    private final Sealer sealer;

    ObjectionQueries(JdbcClient jdbc, Divisions divisions, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.divisions = divisions;
    }

    /** What is kept of an objection when it comes. */
    record Lodged(
            ObjectionId id,
            String number,
            NoticeView notice,
            String words,
            Optional<String> contact,
            String address,
            LocalDate on,
            Instant at) {}

    /** Addresses are kept as fingerprints, only good for counting how many come from one. */
    private byte[] index(String address) {
        return sealer.blindIndex("address " + address);
    }

    void insert(Lodged lodged) {
        jdbc.sql("""
                insert into notices.objection
                       (id, number, notice_id, case_id, area_code, lodged_on, lodged_at, words, contact_sealed, address_index,
                        state)
                select :id, :number, n.id, n.case_id, n.area_code, :on, :at, :words, :contact, :address, 'OPEN'
                  from notices.notice n where n.id = :notice
                """)
                .param("id", lodged.id().value())
                .param("number", lodged.number())
                .param("notice", lodged.notice().id().value())
                .param("on", lodged.on())
                .param("at", Timestamp.from(lodged.at()))
                .param("words", lodged.words())
                .param("contact", lodged.contact().map(sealer::seal).orElse(null))
                .param("address", index(lodged.address()))
                .update();
    }

    long lodgedFrom(String address, Instant since) {
        return jdbc.sql("select count(*) from notices.objection where address_index = :address and lodged_at > :since")
                .param("address", index(address))
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    int open(UUID caseId) {
        return jdbc.sql("select count(*) from notices.objection where case_id = :case and state <> 'ANSWERED'")
                .param("case", caseId)
                .query(Integer.class)
                .single();
    }

    Optional<ObjectionView> byNumber(String number) {
        return jdbc.sql(COLUMNS + " where o.number = :number")
                .param("number", number)
                .query(this::view)
                .optional();
    }

    Optional<ObjectionView> find(ObjectionId id) {
        return jdbc.sql(COLUMNS + " where o.id = :id")
                .param("id", id.value())
                .query(this::view)
                .optional();
    }

    Optional<String> contact(ObjectionId id) {
        return jdbc.sql("select contact_sealed from notices.objection where id = :id and contact_sealed is not null")
                .param("id", id.value())
                .query((row, _) -> sealer.openText(row.getBytes(1)))
                .optional();
    }

    List<ObjectionView> in(AreaScope scope, boolean answered, int offset, int size) {
        return jdbc.sql(COLUMNS + """
                 where o.area_code between :from and :to and (o.state = 'ANSWERED') = :answered
                 order by o.lodged_at desc limit :size offset :offset
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("answered", answered)
                .param("size", size)
                .param("offset", offset)
                .query(this::view)
                .list();
    }

    long count(AreaScope scope, boolean answered) {
        return jdbc.sql("""
                select count(*) from notices.objection
                 where area_code between :from and :to and (state = 'ANSWERED') = :answered
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("answered", answered)
                .query(Long.class)
                .single();
    }

    List<ObjectionView> ofCase(UUID caseId) {
        return jdbc.sql(COLUMNS + " where o.case_id = :case order by o.lodged_at desc")
                .param("case", caseId)
                .query(this::view)
                .list();
    }

    boolean takeUp(ObjectionId id) {
        return jdbc.sql("update notices.objection set state = 'TAKEN_UP' where id = :id and state = 'OPEN'")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean answer(ObjectionId id, String answer, LocalDate on, String name) {
        return jdbc.sql("""
                        update notices.objection
                           set state = 'ANSWERED', answer = :answer, answered_on = :on, answered_name = :name
                         where id = :id and state <> 'ANSWERED'
                        """)
                        .param("id", id.value())
                        .param("answer", answer)
                        .param("on", on)
                        .param("name", name)
                        .update()
                == 1;
    }

    private ObjectionView view(ResultSet row, int number) throws SQLException {
        return new ObjectionView(
                new ObjectionId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new NoticeId(row.getObject("notice_id", UUID.class)),
                row.getObject("case_id", UUID.class),
                row.getString("programme"),
                row.getString("title"),
                divisions.shortPath(new AreaCode(row.getString("wall_code"))),
                row.getTimestamp("lodged_at").toInstant(),
                row.getObject("lodged_on", LocalDate.class),
                row.getString("words"),
                row.getBoolean("has_contact"),
                ObjectionView.State.valueOf(row.getString("state")),
                row.getString("answer"),
                Optional.ofNullable(row.getObject("answered_on", LocalDate.class)),
                Objects.requireNonNullElse(row.getString("answered_name"), ""));
    }
}
