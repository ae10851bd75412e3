package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import yingbao.platform.PlatformTest;
import yingbao.platform.documents.DocumentId;
import yingbao.platform.documents.Documents;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobView;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.UserId;
import yingbao.platform.programmes.StandardConfirmed;
import yingbao.platform.programmes.StandardId;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.Imports;
import yingbao.platform.registry.PersonId;
import yingbao.policy.pack.Workflow;
import yingbao.policy.value.AreaCode;

/** A family of three in a village, and the offices that handle what it applies for. */
abstract class CaseTest extends PlatformTest {
    static final String COUNTY = "229901";
    static final String TOWN = "229901100";
    static final String VILLAGE = "229901100200";
    static final String DIBAO = "rural-dibao";
    static final String NURSING = "disability-nursing";

    private static final String HOUSEHOLDS =
            "户编号,所在村（居）区划代码,登记人数,家庭户口性质,户籍或经常居住地在本县（市、区）,家庭年工资性收入,家庭年经营净收入,家庭年财产净收入,家庭年转移净收入,家庭年其他收入,家庭财产符合当地规定\n";
    private static final String PERSONS =
            "人员编号,户编号,姓名,公民身份号码,与户主关系,本人户口性质,户籍在本县（市、区）,家庭成员状态,就学阶段,劳动能力,曾无正当理由连续三次拒绝接受介绍的适当工作,残疾类别,残疾等级,因残疾需要长期照护,因残疾产生的照护支出持续六个月以上,有生活来源,有具备履行义务能力的法定赡养、抚养、扶养义务人,未成年时已纳入特困人员救助供养,领取孤儿基本生活保障,领取工伤生活护理费,老年、因公致残、离休等生活补贴的月额,老年、因公致残、离休等护理补贴的月额\n";
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Autowired
    Cases cases;

    @Autowired
    CaseViews views;

    @Autowired
    Work work;

    @Autowired
    Proposals proposals;

    @Autowired
    DailyWork daily;

    @Autowired
    Imports imports;

    @Autowired
    Documents documents;

    @Autowired
    Jobs jobs;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    JdbcClient jdbc;

    static String citizenId(int birth, int order) {
        String body = "229901%08d%03d".formatted(birth, order);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private static String person(String household, int number, String name, int birth, String relation, String labour) {
        boolean disabled = number == 1;
        return String.join(
                        ",",
                        household + "-" + number,
                        household,
                        name,
                        citizenId(birth, 100 + number + 10 * household.charAt(household.length() - 1)),
                        relation,
                        "农业",
                        "是",
                        "共同生活",
                        number == 3 ? "小学" : "不在学",
                        labour,
                        "否",
                        disabled ? "肢体残疾" : "无残疾",
                        disabled ? "一级" : "无",
                        disabled ? "是" : "否",
                        disabled ? "是" : "否",
                        "是",
                        "是",
                        "否",
                        "否",
                        "否",
                        "0",
                        "0")
                + "\n";
    }

    /** A family with 6 000 yuan a year, registered from the first day of the year on. */
    HouseholdId family(String number) {
        String persons = PERSONS
                + person(number, 1, "李国富", 19710412, "户主", "部分丧失劳动能力")
                + person(number, 2, "王桂兰", 19730930, "妻", "有劳动能力")
                + person(number, 3, "李小明", 20050601, "子", "无劳动能力");
        String households = HOUSEHOLDS
                + String.join(",", number, VILLAGE, "3", "农业", "是", "2000", "3000", "0", "1000", "0", "是") + "\n";
        UUID id = as("township-clerk", TOWN, () -> bring(households, persons));
        for (int attempt = 0; attempt < 600; attempt++) {
            Imports.ImportView view = as("township-clerk", TOWN, () -> imports.find(id));
            if (view.finishedAt().isPresent()) {
                assertThat(view.faults()).isEmpty();
                return householdNumbered(number);
            }
            pause();
        }
        throw new AssertionError("the import did not end");
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private UUID bring(String households, String persons) {
        try {
            return imports.submit(
                    List.of(upload("家庭.csv", households), upload("成员.csv", persons)),
                    LocalDate.of(2016, 1, 1),
                    "township");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Imports.Upload upload(String name, String text) {
        return new Imports.Upload(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private HouseholdId householdNumbered(String number) {
        return as(
                "township-clerk",
                TOWN,
                () -> jdbc.sql("select id from registry.household where number = :number")
                        .param("number", number)
                        .query((row, _) -> new HouseholdId(row.getObject(1, UUID.class)))
                        .single());
    }

    PersonId member(HouseholdId household, String name) {
        return as(
                "township-clerk",
                TOWN,
                () -> jdbc.sql("select id from registry.person where name = :name and household_id = :household")
                        .param("name", name)
                        .param("household", household.value())
                        .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                        .single());
    }

    /** An application entered today by the township's clerk. */
    CaseId apply(String programme, HouseholdId household, Optional<PersonId> person, boolean kin) {
        return as(
                "township-clerk",
                TOWN,
                () -> cases.apply(new NewCase(
                        programme,
                        household,
                        person,
                        today.date(),
                        kin,
                        kin ? "村主任的弟弟" : "",
                        Optional.of(today.date()),
                        "")));
    }

    /** A family that has drawn 350 yuan a month by an old paper since the beginning of the year. */
    CaseId drawing(HouseholdId household) {
        return drawing(DIBAO, household, Optional.empty(), 35_000);
    }

    /** Somebody who has drawn an amount a month by an old paper since the beginning of the year. */
    CaseId drawing(String programme, HouseholdId household, Optional<PersonId> person, long amountFen) {
        return as("county-officer", COUNTY, () -> {
            cases.takeOver(List.of(new Existing(
                    programme,
                    household,
                    person,
                    new AreaCode(VILLAGE),
                    "H1",
                    "李国富",
                    "李国富",
                    LocalDate.of(2015, 11, 2),
                    LocalDate.of(2015, 12, 20),
                    "镇民〔2015〕12号",
                    List.of(new MonthAmount(YearMonth.of(2016, 1), Optional.empty(), amountFen)))));
            return jdbc.sql("select id from cases.case_file where household_id = :household and programme = :programme")
                    .param("household", household.value())
                    .param("programme", programme)
                    .query((row, _) -> new CaseId(row.getObject(1, UUID.class)))
                    .single();
        });
    }

    /** Lets the county's standard of rural dibao change, and waits until it is compared with what is drawn. */
    void confirmStandard(LocalDate from) {
        as("county-officer", COUNTY, () -> {
            publisher.publishEvent(new StandardConfirmed(
                    new StandardId(today.newId()),
                    "rural_dibao_standard",
                    AreaCode.parse(COUNTY),
                    from,
                    Optional.empty()));
            return from;
        });
        await(as("county-officer", COUNTY, jobs::mine).getFirst().id());
    }

    void await(JobId id) {
        JobView view = as("county-officer", COUNTY, () -> jobs.find(id));
        for (int attempt = 0; attempt < 600 && view.finishedAt().isEmpty(); attempt++) {
            pause();
            view = as("county-officer", COUNTY, () -> jobs.find(id));
        }
        assertThat(view.state()).as(view.message()).isEqualTo(JobView.State.DONE);
    }

    /** Another person of an office. */
    Caller second(String role, String area) {
        Caller first = caller(role, area);
        return new Caller(
                new UserId(UUID.nameUUIDFromBytes(("second " + role + area).getBytes(StandardCharsets.UTF_8))),
                "第二位",
                role,
                first.area(),
                first.scope(),
                first.rights(),
                first.actors());
    }

    CaseRow row(CaseId id) {
        return as("county-officer", COUNTY, () -> views.require(id));
    }

    String state(CaseId id) {
        return row(id).state();
    }

    /** Files every paper that the state asks for, and takes the action. */
    void act(Caller caller, CaseId id, String action, Map<String, Object> form, String remarks) {
        CaseRow row = row(id);
        Workflow.State state =
                Objects.requireNonNull(pack.workflows().get(row.workflow())).state(row.state());
        Callers.as(caller, () -> {
            for (String title : state.papers()) {
                DocumentId document = documents.store(title + ".png", PICTURE, new AreaCode(VILLAGE));
                cases.file(id, title, document);
            }
            cases.act(id, Act.of(action, form, remarks));
            return id;
        });
    }

    void act(String role, String area, CaseId id, String action, Map<String, Object> form) {
        act(caller(role, area), id, action, form, "");
    }

    /** Takes a case of dibao as far as the notice in the village. */
    void toVillageNotice(CaseId id) {
        String day = today.date().toString();
        act("township-clerk", TOWN, id, "submit", Map.of());
        act("township-clerk", TOWN, id, "accept", Map.of("kin_registered", true));
        act("verification-officer", COUNTY, id, "pass", Map.of("reported_on", day));
        act(
                "township-clerk",
                TOWN,
                id,
                "done",
                Map.of(
                        "surveyors",
                        List.of("赵乡干", "钱乡干"),
                        "visited_on",
                        day,
                        "findings",
                        "住房两间，种地十亩",
                        "result",
                        "fits"));
        act(
                "township-clerk",
                TOWN,
                id,
                "agreed",
                Map.of(
                        "held_on", day,
                        "participants", 9,
                        "representatives", 6,
                        "in_favour", 9,
                        "against", 0,
                        "conclusion", "sound",
                        "minutes", "一致同意"));
        act("township-head", TOWN, id, "propose", Map.of("opinion", "grant", "reasons", "符合条件"));
    }

    /** Takes a case of dibao from the notice in the village to the decision. */
    void toEntitled(CaseId id) {
        today.moveTo(today.date().plusDays(8));
        act("township-clerk", TOWN, id, "clear", Map.of());
        act(
                "county-officer",
                COUNTY,
                id,
                "approve",
                Map.of("visited", true, "visited_on", today.date().toString(), "visitors", List.of("孙科员")));
        today.moveTo(today.date().plusDays(8));
        act("county-officer", COUNTY, id, "clear", Map.of());
        act("county-officer", COUNTY, id, "grant", Map.of());
    }

    /** What is decided for each month, as payments see it. */
    SortedMap<YearMonth, Long> months(CaseId id, LocalDate until) {
        SortedMap<YearMonth, Long> months = new TreeMap<>();
        as("county-officer", COUNTY, () -> {
            jdbc.sql("""
                    select m.month, m.amount_fen from cases.decided_months('229901000000', '229901999999', :until) m
                      join cases.entitlement e on e.id = m.entitlement_id where e.case_id = :case
                    """).param("until", until).param("case", id.value()).query(row -> {
                months.put(YearMonth.from(row.getObject(1, LocalDate.class)), row.getLong(2));
            });
            return months;
        });
        return months;
    }

    DecisionId lastDecision(CaseId id) {
        CaseView view = as("county-officer", COUNTY, () -> views.view(id));
        return view.decisions().getLast().id();
    }
}
