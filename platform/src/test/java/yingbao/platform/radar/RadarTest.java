package yingbao.platform.radar;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.PlatformTest;
import yingbao.platform.cases.Cases;
import yingbao.platform.cases.Existing;
import yingbao.platform.cases.MonthAmount;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.kernel.Callers;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.NewStatement;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;
import yingbao.platform.registry.Registration;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** A county with a few families, of whom everything is known. */
abstract class RadarTest extends PlatformTest {
    static final String COUNTY = "229901";
    static final String TOWN = "229901100";
    static final String VILLAGE = "229901100200";
    static final String NEXT_VILLAGE = "229901100201";
    static final String OTHER_TOWN_VILLAGE = "229901101200";
    static final String DIBAO = "rural-dibao";
    static final String NURSING = "disability-nursing";
    static final String LIVING = "disability-living";
    static final String TEKUN = "tekun";
    static final JobProgress NOBODY = (_, _) -> {};
    static final LocalDate REGISTERED = LocalDate.of(2016, 1, 1);

    @Autowired
    Radar radar;

    @Autowired
    Leads leads;

    @Autowired
    Overview overview;

    @Autowired
    Runs runs;

    @Autowired
    Cases cases;

    @Autowired
    Register register;

    @Autowired
    Registration registration;

    private int order = 100;

    String citizenId(int birth) {
        order += 2;
        String body = "229901%08d%03d".formatted(birth, order);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** What is known of a family of one in a village, with an income of so many yuan a year. */
    static Map<String, String> means(String village, int members, int yuan) {
        Map<String, String> facts = new HashMap<>(Map.of(
                "area", village,
                "persons_registered", Integer.toString(members),
                "hukou", "农业",
                "local", "是",
                "income_wages", Integer.toString(yuan),
                "income_business", "0",
                "income_property", "0",
                "income_transfer", "0",
                "income_other", "0",
                "property_within_limit", "是"));
        return facts;
    }

    /** Somebody healthy, who pays for no insurance, with children who could support them. */
    Map<String, String> member(String name, int birth, String relation) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", name);
        facts.put("citizen_id", citizenId(birth));
        facts.put("relation", relation);
        facts.put("hukou", "农业");
        facts.put("hukou_local", "是");
        facts.put("member_status", "共同生活");
        facts.put("study_stage", "不在学");
        facts.put("labour", "有劳动能力");
        facts.put("refused_work_three_times", "否");
        facts.put("disability_kind", "无残疾");
        facts.put("disability_grade", "无");
        facts.put("needs_long_term_care", "否");
        facts.put("care_over_six_months", "否");
        facts.put("has_income_source", "是");
        facts.put("has_able_supporter", "是");
        facts.put("tekun_as_minor", "否");
        facts.put("orphan_allowance", "否");
        facts.put("work_injury_care", "否");
        facts.put("other_living_allowance", "0");
        facts.put("other_nursing_allowance", "0");
        facts.put("serious_illness", "否");
        facts.put("nrcms_enrolled", "否");
        facts.put("entitled_group", "无");
        return facts;
    }

    HouseholdId family(String number, Map<String, String> means, List<Map<String, String>> members) {
        return as(
                "county-officer",
                COUNTY,
                () -> registration.register(
                        new Registration.NewHousehold(number, means, members), REGISTERED, "township"));
    }

    /** A couple in a village, with an income of so many yuan a year. */
    HouseholdId couple(String number, String village, int yuan) {
        return family(
                number,
                means(village, 2, yuan),
                List.of(member("李国富" + number, 19710412, "户主"), member("王桂兰" + number, 19730930, "妻")));
    }

    PersonId person(String name) {
        return new PersonId(UUID.fromString(text("select id::text from registry.person where name = ?", name)));
    }

    /** Somebody draws an amount by an old paper since the beginning of the year. */
    void drawing(String programme, HouseholdId household, Optional<PersonId> person, long amountFen) {
        as(
                "county-officer",
                COUNTY,
                () -> cases.takeOver(List.of(new Existing(
                        programme,
                        household,
                        person,
                        new AreaCode(VILLAGE),
                        "H",
                        "李国富",
                        "李国富",
                        LocalDate.of(2015, 11, 2),
                        LocalDate.of(2015, 12, 20),
                        "镇民〔2015〕12号",
                        List.of(new MonthAmount(YearMonth.of(2016, 1), Optional.empty(), amountFen))))));
    }

    /** A fact of a household becomes another one. */
    void state(HouseholdId household, String fact, Value value) {
        as(
                "township-clerk",
                TOWN,
                () -> register.state(NewStatement.of(
                        household,
                        DateRange.from(REGISTERED),
                        Map.of(fact, Optional.of(value)),
                        "township",
                        NewStatement.Cause.SURVEY)));
    }

    FindingQueries.RunRow look() {
        return Callers.as(caller("province-officer", "22"), () -> radar.run(NOBODY));
    }

    List<Leads.LeadLine> list(String role, String area, Leads.Filter filter) {
        return as(role, area, () -> leads.list(filter, 0, 200)).rows();
    }

    /** All leads of the county that wait. */
    List<Leads.LeadLine> open() {
        return list("county-officer", COUNTY, Leads.Filter.none());
    }

    static Leads.Filter with(Standing standing) {
        return new Leads.Filter("", Optional.empty(), "", "", standing);
    }

    void close(Leads.LeadLine line, Closing.Reason reason, String text) {
        as("township-clerk", TOWN, () -> {
            leads.close(line.id(), reason, text);
            return line;
        });
    }

    static String text(String sql, Object... values) {
        try (Connection connection = owner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("nothing found by " + sql);
                }
                return rows.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
