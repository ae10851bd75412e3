package yingbao.platform.programmes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** All SQL about versions of the pack and values that areas set themselves. */
@Component
class StandardQueries {
    private static final String SELECT = """
            select v.id, v.parameter, v.area_code, lower(v.valid) as valid_from, upper(v.valid) as valid_to, v.value,
                   v.document_title, v.document_number, v.document_date, v.note, v.findings::text as findings,
                   v.entered_by, v.entered_name, v.entered_on, v.entered_at,
                   d.confirmed, d.revision, d.findings::text as decided_findings, d.reason,
                   d.decided_by, d.decided_name, d.decided_on, d.decided_at
              from programmes.local_value v left join programmes.verdict d on d.value_id = v.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StandardQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void archive(String version, byte[] archive, Instant at) {
        jdbc.sql("""
                insert into programmes.pack_version (version, archive, archived_at) values (:version, :archive, :at)
                on conflict do nothing
                """)
                .param("version", version)
                .param("archive", archive)
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<byte[]> archived(String version) {
        return jdbc.sql("select archive from programmes.pack_version where version = :version")
                .param("version", version)
                .query(byte[].class)
                .optional();
    }

    /**
     * What holds now.
     *
     * @param published the version published last; empty where the installation's files hold
     * @param revision that of the last value confirmed; 0 before the first
     */
    record Holding(Optional<String> published, long revision) {}

    Holding holding() {
        return jdbc.sql("""
                select (select version from programmes.publication order by number desc limit 1) as published,
                       (select coalesce(max(revision), 0) from programmes.verdict) as revision
                """)
                .query((row, _) ->
                        new Holding(Optional.ofNullable(row.getString("published")), row.getLong("revision")))
                .single();
    }

    void insert(Publication publication) {
        jdbc.sql("""
                insert into programmes.publication
                    (number, version, files_version, title, from_date, published_by, published_name, published_at)
                select coalesce(max(number), 0) + 1, :version, :files, :title, :from, :by, :name, :at
                  from programmes.publication
                """)
                .param("version", publication.version())
                .param("files", publication.filesVersion())
                .param("title", publication.title())
                .param("from", publication.from())
                .param("by", publication.by().value())
                .param("name", publication.name())
                .param("at", Timestamp.from(publication.at()))
                .update();
    }

    /** Everything published, the latest first. */
    List<Publication> publications() {
        return jdbc.sql("""
                select version, files_version, title, from_date, published_by, published_name, published_at
                  from programmes.publication order by number desc
                """)
                .query((row, _) -> new Publication(
                        row.getString("version"),
                        row.getString("files_version"),
                        row.getString("title"),
                        row.getObject("from_date", LocalDate.class),
                        new UserId(row.getObject("published_by", UUID.class)),
                        row.getString("published_name"),
                        row.getTimestamp("published_at").toInstant()))
                .list();
    }

    /** Values confirmed up to a revision, in the order in which they took effect. */
    List<LocalValue> confirmed(long revision) {
        return jdbc.sql(SELECT + " where d.revision <= :revision order by d.revision")
                .param("revision", revision)
                .query(this::value)
                .list();
    }

    Optional<LocalValue> find(StandardId id) {
        return jdbc.sql(SELECT + " where v.id = :id")
                .param("id", id.value())
                .query(this::value)
                .optional();
    }

    /** Values that wait for a second person, oldest first. */
    List<LocalValue> waiting(String areaFrom, String areaTo) {
        return jdbc.sql(SELECT + """
                 where d.value_id is null and v.area_code between :from and :to
                 order by v.entered_at
                """)
                .param("from", areaFrom)
                .param("to", areaTo)
                .query(this::value)
                .list();
    }

    /** Everything ever entered for a parameter in some areas, newest first. */
    List<LocalValue> history(String parameter, String areaFrom, String areaTo, int most) {
        return jdbc.sql(SELECT + """
                 where v.parameter = :parameter and v.area_code between :from and :to
                 order by v.entered_at desc
                 limit :most
                """)
                .param("parameter", parameter)
                .param("from", areaFrom)
                .param("to", areaTo)
                .param("most", most)
                .query(this::value)
                .list();
    }

    /** Lets nobody else enter or decide values until the transaction ends, so that revisions follow commits. */
    void holdValues() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('programmes.local_value'))")
                .query((row, _) -> true)
                .single();
    }

    long nextRevision() {
        return jdbc.sql("select nextval('programmes.revision')")
                .query(Long.class)
                .single();
    }

    void insert(LocalValue value) {
        jdbc.sql("""
                insert into programmes.local_value
                    (id, parameter, area_code, valid, value, document_title, document_number, document_date, note,
                     findings, entered_by, entered_name, entered_on, entered_at)
                values (:id, :parameter, :area, daterange(:from, :to), :value, :title, :number, :date, :note,
                        :findings::jsonb, :by, :name, :on, :at)
                """)
                .param("id", value.id().value())
                .param("parameter", value.parameter())
                .param("area", value.area().digits())
                .param("from", value.range().from())
                .param("to", dayAfter(value.range()))
                .param("value", value.amount())
                .param("title", value.document().title())
                .param("number", value.document().number())
                .param("date", value.document().date())
                .param("note", value.note())
                .param("findings", json.writeValueAsString(value.findings()))
                .param("by", value.entered().by().value())
                .param("name", value.entered().name())
                .param("on", value.entered().on())
                .param("at", Timestamp.from(value.entered().at()))
                .update();
    }

    void insert(LocalValue value, LocalValue.Verdict verdict, boolean broken) {
        jdbc.sql("""
                insert into programmes.verdict
                    (value_id, entered_by, confirmed, revision, broken, findings, reason,
                     decided_by, decided_name, decided_on, decided_at)
                values (:id, :enteredBy, :confirmed, :revision, :broken, :findings::jsonb, :reason, :by, :name, :on, :at)
                """)
                .param("id", value.id().value())
                .param("enteredBy", value.entered().by().value())
                .param("confirmed", verdict.revision().isPresent())
                .param("revision", verdict.revision().orElse(null))
                .param("broken", broken)
                .param("findings", json.writeValueAsString(verdict.findings()))
                .param("reason", verdict.reason())
                .param("by", verdict.decided().by().value())
                .param("name", verdict.decided().name())
                .param("on", verdict.decided().on())
                .param("at", Timestamp.from(verdict.decided().at()))
                .update();
    }

    private static @Nullable LocalDate dayAfter(DateRange range) {
        return range.isOpenEnded() ? null : range.to().plusDays(1);
    }

    private LocalValue value(ResultSet row, int number) throws SQLException {
        LocalDate to = row.getObject("valid_to", LocalDate.class);
        return new LocalValue(
                new StandardId(row.getObject("id", UUID.class)),
                row.getString("parameter"),
                new AreaCode(row.getString("area_code")),
                new DateRange(
                        row.getObject("valid_from", LocalDate.class), to == null ? LocalDate.MAX : to.minusDays(1)),
                row.getLong("value"),
                new LocalValue.Document(
                        row.getString("document_title"),
                        row.getString("document_number"),
                        row.getObject("document_date", LocalDate.class)),
                row.getString("note"),
                findings(row.getString("findings")),
                deed(row, "entered"),
                row.getObject("confirmed") == null ? Optional.empty() : Optional.of(verdict(row)));
    }

    private LocalValue.Verdict verdict(ResultSet row) throws SQLException {
        return new LocalValue.Verdict(
                row.getBoolean("confirmed") ? Optional.of(row.getLong("revision")) : Optional.empty(),
                findings(row.getString("decided_findings")),
                row.getString("reason"),
                deed(row, "decided"));
    }

    private static LocalValue.Deed deed(ResultSet row, String prefix) throws SQLException {
        return new LocalValue.Deed(
                new UserId(row.getObject(prefix + "_by", UUID.class)),
                row.getString(prefix + "_name"),
                row.getObject(prefix + "_on", LocalDate.class),
                row.getTimestamp(prefix + "_at").toInstant());
    }

    private List<FindingView> findings(String stored) {
        return Arrays.asList(json.readValue(stored, FindingView[].class));
    }
}
