package yingbao.platform.cases;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.flow.Samples;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.UserId;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.value.AreaCode;

/** SQL about single cases, their steps and papers. */
@Component
class CaseQueries {
    static final String COLUMNS = """
            id, number, county_code, programme, workflow, household_id, person_id, area_code, household_no, applicant_name,
            state, actor, state_since, ready_on, due_on, opened_on, applied_on, closed_on, kin, kin_remark, authorised_on,
            payee_name, review_on, version
            """;
    private static final TypeReference<Map<String, Object>> FORM = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A step as it is kept; the form as it was sent. */
    record StepRow(
            int seq,
            String from,
            String action,
            String to,
            LocalDate on,
            UserId actor,
            String actorName,
            String remarks,
            Map<String, Object> form) {}

    /** A paper on file. */
    record PaperRow(String state, String title, int visit, UUID document, Instant at, String byName) {}

    /** The next number of a county in a year; two at once wait for each other. */
    String nextNumber(AreaCode county, int year, int many) {
        int last = jdbc.sql("""
                insert into cases.number_series (county_code, year, last) values (:county, :year, :many)
                on conflict (county_code, year) do update set last = number_series.last + :many
                returning last
                """)
                .param("county", county.digits())
                .param("year", year)
                .param("many", many)
                .query(Integer.class)
                .single();
        return "%d-%05d".formatted(year, last - many + 1);
    }

    /** Whether a case of a programme for the same unit is not over. */
    Optional<String> open(HouseholdId household, String programme, Optional<PersonId> person) {
        return jdbc.sql("""
                select number from cases.case_file
                 where household_id = :household and programme = :programme and closed_on is null
                   and coalesce(person_id, household_id) = :unit
                 order by number limit 1
                """)
                .param("household", household.value())
                .param("programme", programme)
                .param("unit", person.map(PersonId::value).orElse(household.value()))
                .query(String.class)
                .optional();
    }

    void insert(CaseRow row) {
        jdbc.sql("insert into cases.case_file (" + COLUMNS + """
                ) values (:id, :number, :county, :programme, :workflow, :household, :person, :area, :householdNo, :applicant,
                :state, :actor, :since, :ready, :due, :opened, :applied, null, :kin, :kinRemark, :authorised, :payee, null, 0)
                """)
                .param("id", row.id().value())
                .param("number", row.number())
                .param("county", row.county().digits())
                .param("programme", row.programme())
                .param("workflow", row.workflow())
                .param("household", row.household().value())
                .param("person", row.person().map(PersonId::value).orElse(null), Types.OTHER)
                .param("area", row.area().digits())
                .param("householdNo", row.householdNumber())
                .param("applicant", row.applicant())
                .param("state", row.state())
                .param("actor", row.actor().orElse(null))
                .param("since", row.since())
                .param("ready", row.readyOn())
                .param("due", date(row.dueOn()), Types.DATE)
                .param("opened", row.openedOn())
                .param("applied", row.appliedOn())
                .param("kin", row.kin())
                .param("kinRemark", row.kinRemark())
                .param("authorised", date(row.authorisedOn()), Types.DATE)
                .param("payee", row.payee())
                .update();
    }

    private static @Nullable Date date(Optional<LocalDate> day) {
        return day.map(Date::valueOf).orElse(null);
    }

    Optional<CaseRow> find(CaseId id) {
        return jdbc.sql("select " + COLUMNS + " from cases.case_file where id = :id")
                .param("id", id.value())
                .query(CaseQueries::row)
                .optional();
    }

    /** A case that nobody else changes until the transaction is over. */
    Optional<CaseRow> hold(CaseId id) {
        return jdbc.sql("select " + COLUMNS + " from cases.case_file where id = :id for update")
                .param("id", id.value())
                .query(CaseQueries::row)
                .optional();
    }

    List<CaseRow> ofHousehold(HouseholdId household) {
        return jdbc.sql("select " + COLUMNS
                        + " from cases.case_file where household_id = :household order by opened_on desc, id desc")
                .param("household", household.value())
                .query(CaseQueries::row)
                .list();
    }

    /** Resting cases whose review is due, and cases whose limit is over. */
    List<CaseRow> fallenDue(LocalDate today) {
        return jdbc.sql("select " + COLUMNS + """
                 from cases.case_file
                 where closed_on is null and (review_on <= :today or (actor is not null and due_on < :today))
                 order by id
                """)
                .param("today", today)
                .query(CaseQueries::row)
                .list();
    }

    /** Where a case has come to. */
    record Place(
            String state,
            Optional<String> actor,
            LocalDate since,
            LocalDate readyOn,
            Optional<LocalDate> dueOn,
            Optional<LocalDate> closedOn,
            Optional<LocalDate> reviewOn) {}

    void move(CaseId id, Place place) {
        jdbc.sql("""
                update cases.case_file
                   set state = :state, actor = :actor, state_since = :since, ready_on = :ready, due_on = :due,
                       closed_on = :closed, review_on = :review, version = version + 1
                 where id = :id
                """)
                .param("state", place.state())
                .param("actor", place.actor().orElse(null))
                .param("since", place.since())
                .param("ready", place.readyOn())
                .param("due", date(place.dueOn()), Types.DATE)
                .param("closed", date(place.closedOn()), Types.DATE)
                .param("review", date(place.reviewOn()), Types.DATE)
                .param("id", id.value())
                .update();
    }

    void insertStep(CaseRow row, StepRow step, Instant at) {
        jdbc.sql("""
                insert into cases.step (case_id, seq, area_code, from_state, action, to_state, on_date, at, actor_id, actor_name,
                                        remarks, form)
                values (:case, :seq, :area, :from, :action, :to, :on, :at, :actor, :name, :remarks, :form::jsonb)
                """)
                .param("case", row.id().value())
                .param("seq", step.seq())
                .param("area", row.area().digits())
                .param("from", step.from())
                .param("action", step.action())
                .param("to", step.to())
                .param("on", step.on())
                .param("at", Timestamp.from(at))
                .param("actor", step.actor().value())
                .param("name", step.actorName())
                .param("remarks", step.remarks())
                .param("form", json.writeValueAsString(step.form()))
                .update();
    }

    List<StepRow> steps(CaseId id) {
        return jdbc.sql("""
                select seq, from_state, action, to_state, on_date, actor_id, actor_name, remarks, form::text
                  from cases.step where case_id = :case order by seq
                """)
                .param("case", id.value())
                .query((row, _) -> new StepRow(
                        row.getInt("seq"),
                        row.getString("from_state"),
                        row.getString("action"),
                        row.getString("to_state"),
                        row.getObject("on_date", LocalDate.class),
                        new UserId(row.getObject("actor_id", UUID.class)),
                        row.getString("actor_name"),
                        row.getString("remarks"),
                        json.readValue(row.getString("form"), FORM)))
                .list();
    }

    void insertPaper(CaseRow row, PaperRow paper, UserId by, UUID id) {
        jdbc.sql("""
                insert into cases.paper (id, case_id, area_code, state, title, visit, document_id, at, by_id, by_name)
                values (:id, :case, :area, :state, :title, :visit, :document, :at, :by, :name)
                """)
                .param("id", id)
                .param("case", row.id().value())
                .param("area", row.area().digits())
                .param("state", paper.state())
                .param("title", paper.title())
                .param("visit", paper.visit())
                .param("document", paper.document())
                .param("at", Timestamp.from(paper.at()))
                .param("by", by.value())
                .param("name", paper.byName())
                .update();
    }

    List<PaperRow> papers(CaseId id) {
        return jdbc.sql("""
                select state, title, visit, document_id, at, by_name from cases.paper where case_id = :case order by at, id
                """)
                .param("case", id.value())
                .query((row, _) -> new PaperRow(
                        row.getString("state"),
                        row.getString("title"),
                        row.getInt("visit"),
                        row.getObject("document_id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name")))
                .list();
    }

    /** Lets one who counts cases of a county wait until another who does is done. */
    void holdSample(AreaCode county, String state) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "cases.sample " + county.digits() + " " + state)
                .query((_, _) -> 0)
                .single();
    }

    Samples.Sample sample(
            AreaScope county,
            String programme,
            String state,
            Collection<String> actions,
            String field,
            LocalDate from,
            LocalDate to) {
        return jdbc.sql("""
                select count(*) as every, count(*) filter (where s.form -> :field = 'true'::jsonb) as flagged
                  from cases.step s join cases.case_file c on c.id = s.case_id
                 where s.from_state = :state and s.action in (:actions) and s.on_date between :from and :to
                   and s.area_code between :areaFrom and :areaTo and c.programme = :programme
                """)
                .param("field", field)
                .param("state", state)
                .param("actions", Set.copyOf(actions))
                .param("from", from)
                .param("to", to)
                .param("areaFrom", county.from())
                .param("areaTo", county.to())
                .param("programme", programme)
                .query((row, _) -> new Samples.Sample(row.getLong("every"), row.getLong("flagged")))
                .single();
    }

    /** Whether a day is seen to for the first time since the date was another. */
    boolean isSeenTo(LocalDate day) {
        return jdbc.sql("select exists (select from cases.seen_day where on_date = :day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    void noteSeenTo(LocalDate day) {
        jdbc.sql("""
                insert into cases.seen_day (on_date) values (:day)
                on conflict (only_row) do update set on_date = excluded.on_date
                """).param("day", day).update();
    }

    static CaseRow row(ResultSet row, int number) throws SQLException {
        return new CaseRow(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new AreaCode(row.getString("county_code")),
                row.getString("programme"),
                row.getString("workflow"),
                new HouseholdId(row.getObject("household_id", UUID.class)),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                new AreaCode(row.getString("area_code")),
                row.getString("household_no"),
                row.getString("applicant_name"),
                row.getString("state"),
                Optional.ofNullable(row.getString("actor")),
                row.getObject("state_since", LocalDate.class),
                row.getObject("ready_on", LocalDate.class),
                day(row, "due_on"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("applied_on", LocalDate.class),
                day(row, "closed_on"),
                row.getBoolean("kin"),
                row.getString("kin_remark"),
                day(row, "authorised_on"),
                row.getString("payee_name"),
                day(row, "review_on"),
                row.getInt("version"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    /** Open cases and entitlements of a household by programme and unit, for the panel. */
    Map<String, CaseRow> openByUnit(HouseholdId household) {
        Map<String, CaseRow> open = new HashMap<>();
        for (CaseRow row : new ArrayList<>(ofHousehold(household))) {
            if (row.closedOn().isEmpty()) {
                open.put(unit(row.programme(), row.person()), row);
            }
        }
        return open;
    }

    static String unit(String programme, Optional<PersonId> person) {
        return programme + person.map(id -> " " + id.value()).orElse("");
    }
}
