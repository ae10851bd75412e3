package yingbao.platform.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import yingbao.platform.PlatformTest;
import yingbao.platform.drafts.DraftController.DraftValue;
import yingbao.platform.drafts.DraftView.DraftCheck;
import yingbao.platform.drafts.DraftView.DraftExample;
import yingbao.platform.drafts.DraftView.DraftFault;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.programmes.Packs;
import yingbao.platform.programmes.RulesPublished;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.reading.PackTexts;
import yingbao.policy.value.AreaCode;

/** The rules are changed by one person and hold when another has approved. */
@RecordApplicationEvents
class DraftsTest extends PlatformTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2017, 1, 1);
    private static final String OLD = "programmes/rural-dibao-2014.yaml";
    private static final String NEW = "programmes/rural-dibao-2017.yaml";
    private static final String BELOW = "when: household.income_12m < allowance";

    @Autowired
    private Drafts drafts;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Packs packs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private ApplicationContext context;

    private <T> T writer(yingbao.platform.kernel.Callers.Deed<T, RuntimeException> deed) {
        return as("policy-writer", "22", deed);
    }

    private <T> T officer(yingbao.platform.kernel.Callers.Deed<T, RuntimeException> deed) {
        return as("province-officer", "22", deed);
    }

    private DraftId begun() {
        DraftId id = writer(() -> drafts.make("农村低保收入条件调整")).id();
        writer(() -> drafts.version(id, "rural-dibao", NEW_YEAR));
        return id;
    }

    private DraftCheck write(DraftId id, String path, String text) {
        return writer(() -> drafts.write(id, path, text, drafts.show(id).revision()));
    }

    private String text(DraftId id, String path) {
        return writer(() -> drafts.file(id, path)).text();
    }

    private DraftId submitted() {
        DraftId id = begun();
        write(id, NEW, text(id, NEW).replace(BELOW, BELOW.replace("<", "<=")));
        writer(() -> publishing.submit(id, NEW_YEAR, ""));
        return id;
    }

    private static void refused(ThrowingCallable deed, String code) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static String file(Pack pack, LocalDate on) {
        return pack.programmesOn(on).stream()
                .filter(programme -> programme.id().equals("rural-dibao"))
                .map(programme -> programme.location().file())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_new_version_holds_from_its_day_once_a_second_person_has_approved() {
        String before = packs.current().version();
        DraftId id = submitted();
        assertThat(packs.current().version()).as("a draft decides nothing").isEqualTo(before);

        DraftView done = officer(() -> publishing.approve(id));

        assertThat(done.state()).isEqualTo("PUBLISHED");
        assertThat(file(packs.current(), NEW_YEAR)).isEqualTo(NEW);
        assertThat(file(packs.current(), NEW_YEAR.minusDays(1)))
                .as("the days before are decided by the version of then")
                .isEqualTo(OLD);
        assertThat(file(packs.version(before), NEW_YEAR))
                .as("what was decided is worked out as it was")
                .isEqualTo(OLD);
        assertThat(events.stream(RulesPublished.class))
                .containsExactly(new RulesPublished(packs.holding(), "农村低保收入条件调整", NEW_YEAR));
    }

    @Test
    void what_was_published_holds_after_a_restart() {
        DraftId id = submitted();
        officer(() -> publishing.approve(id));
        String version = packs.current().version();

        Packs restarted = context.getAutowireCapableBeanFactory().createBean(Packs.class);

        assertThat(restarted.current().version()).isEqualTo(version);
        assertThat(file(restarted.current(), NEW_YEAR)).isEqualTo(NEW);
        assertThat(restarted.isUpgraded()).isFalse();
    }

    @Test
    void newer_files_of_the_installation_are_told_and_others_facts_stop_the_start() {
        DraftId id = submitted();
        officer(() -> publishing.approve(id));
        jdbcOwner("update programmes.publication set files_version = '0123456789abcdef'");
        assertThat(packs.isUpgraded()).isTrue();
        assertThat(writer(() -> drafts.list()).upgraded()).isTrue();

        PackTexts published = PackTexts.of(packs.archive(packs.holding()));
        String facts = published.text("facts.yaml").orElseThrow();
        byte[] others =
                published.with(Map.of("facts.yaml", facts + "# another fact\n")).archive();
        officer(() -> {
            packs.publish(others, "00112233445566aa", packs.holding(), "别的指标", NEW_YEAR);
            return id;
        });

        assertThatThrownBy(() -> context.getAutowireCapableBeanFactory().createBean(Packs.class))
                .hasStackTraceContaining("know other facts, codes or divisions");
    }

    private static void jdbcOwner(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void nobody_approves_or_gives_back_what_they_had_a_hand_in() throws SQLException {
        DraftId id = officer(() -> drafts.make("提高标准")).id();
        writer(() -> drafts.version(id, "rural-dibao", NEW_YEAR));
        writer(() -> publishing.submit(id, NEW_YEAR, ""));

        refused(() -> officer(() -> publishing.approve(id)), "drafts.own");
        refused(() -> officer(() -> publishing.refuse(id, "不妥")), "drafts.own");
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("""
                    insert into drafts.deed (draft_id, number, kind, note, done_by, done_name, done_at)
                    select draft_id, 99, 'PUBLISH', '', done_by, done_name, now() from drafts.deed where number = 1
                    """))
                    .as("not even the database lets one person do both")
                    .hasMessageContaining("second_person");
        }
    }

    @Test
    void a_mistake_is_told_with_its_place_in_words() {
        DraftId id = begun();
        String wrong = text(id, NEW).replace(BELOW, "when: household.income_12n < allowance");
        int line = wrong.substring(0, wrong.indexOf("income_12n")).split("\n").length;

        DraftCheck checked = writer(() -> drafts.check(id, NEW, wrong));

        assertThat(checked.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo(NEW);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.column()).isGreaterThan(10);
            assertThat(fault.message()).contains("income_12n").contains("income_12m");
        });
        assertThat(text(id, NEW)).as("nothing was kept").doesNotContain("income_12n");
        write(id, NEW, wrong);
        refused(() -> writer(() -> publishing.submit(id, NEW_YEAR, "")), "drafts.faulty");
    }

    @Test
    void units_that_do_not_fit_are_told_as_people_say_them() {
        DraftId id = begun();
        String wrong = text(id, NEW).replace(BELOW, BELOW + " + param.rural_dibao_standard");

        assertThat(writer(() -> drafts.check(id, NEW, wrong)).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("元/年", "元/人·年"));
    }

    @Test
    void a_rule_without_mistakes_is_said_in_words_and_its_names_are_offered() {
        DraftId id = begun();

        DraftCheck checked = writer(() -> drafts.check(id, NEW, text(id, NEW)));

        assertThat(checked.faults()).isEmpty();
        assertThat(checked.rule()).extracting(node -> node.ask()).contains("家庭人均收入是否低于当地农村低保标准？");
        assertThat(checked.lets()).extracting(DraftView.DraftName::insert).contains("allowance");
        assertThat(writer(() -> drafts.names(id)))
                .extracting(DraftView.DraftName::insert, DraftView.DraftName::label)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("param.rural_dibao_standard", "农村低保标准"),
                        org.assertj.core.groups.Tuple.tuple("mulDiv(", "a×b÷c，不取整：mulDiv(a, b, c)"));
    }

    @Test
    void a_draft_whose_golden_cases_come_out_otherwise_is_not_submitted() {
        DraftId id = writer(() -> drafts.make("改写现行版本")).id();
        write(id, OLD, text(id, OLD).replace(BELOW, "when: household.income_12m > allowance"));

        List<DraftExample> failing = writer(() -> drafts.examples(id)).stream()
                .filter(example -> !example.kept())
                .toList();

        assertThat(failing)
                .anySatisfy(example -> {
                    assertThat(example.programme()).isEqualTo("农村最低生活保障");
                    assertThat(example.expected()).isEqualTo("ELIGIBLE 550.00");
                    assertThat(example.actual()).isEqualTo("NOT_ELIGIBLE 家庭人均收入是否低于当地农村低保标准？");
                })
                .as("also where another programme asks about the changed one")
                .anySatisfy(example -> assertThat(example.programme()).isEqualTo("困难残疾人生活补贴"));
        refused(() -> writer(() -> publishing.submit(id, NEW_YEAR, "")), "drafts.examples");
    }

    @Test
    void what_was_in_force_before_the_day_stays_as_it_was() {
        DraftId id = begun();
        write(id, OLD, text(id, OLD).replace("refuse: 不是农业户口", "refuse: 不是农村户口"));

        refused(() -> writer(() -> publishing.submit(id, NEW_YEAR, "")), "drafts.earlier");
    }

    @Test
    void a_day_in_the_past_needs_the_document_that_orders_it() {
        LocalDate past = LocalDate.of(2016, 7, 1);
        DraftId id = writer(() -> drafts.make("追溯调整")).id();
        writer(() -> drafts.version(id, "rural-dibao", past));

        refused(() -> writer(() -> publishing.submit(id, past, " ")), "drafts.past");
        writer(() -> publishing.submit(id, past, "吉民发〔2016〕99号"));

        assertThat(officer(() -> publishing.approve(id)).state()).isEqualTo("PUBLISHED");
    }

    @Test
    void only_who_may_write_rules_changes_them() {
        DraftId id = begun();
        String text = text(id, NEW);

        refused(
                () -> officer(
                        () -> drafts.write(id, NEW, text + "\n", drafts.show(id).revision())),
                "drafts.may-not");
        refused(
                () -> writer(
                        () -> drafts.write(id, "facts.yaml", "", drafts.show(id).revision())),
                "drafts.not-drafted");
        refused(
                () -> writer(() -> drafts.write(
                        id, "workflows/tekun.yaml", "", drafts.show(id).revision())),
                "drafts.not-drafted");
    }

    @Test
    void nothing_but_documents_is_added_to_the_manifest() {
        DraftId id = begun();
        write(id, "pack.yaml", text(id, "pack.yaml").replace("demo: yes", "demo: no"));

        assertThatThrownBy(() -> writer(() -> publishing.submit(id, NEW_YEAR, "")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isIn("drafts.frame", "drafts.faulty"));
    }

    @Test
    void a_value_from_a_form_holds_from_its_day_with_its_document() {
        LocalDate later = LocalDate.of(2018, 1, 1);
        DraftId id = officer(() -> drafts.make("提高国家扶贫标准")).id();
        DraftView view = officer(() -> drafts.value(
                id,
                new DraftValue("poverty_line", "22", "3,100", later, "关于扶贫标准的通知", "国开办〔2016〕8号", MONDAY, "按2017年价格")));

        assertThat(view.changes()).anySatisfy(change -> {
            assertThat(change.from()).contains(later);
            assertThat(change.text()).contains("国家扶贫标准", "2,995.00元", "3,100.00元");
        });
        officer(() -> publishing.submit(id, later, ""));
        refused(() -> writer(() -> publishing.submit(id, later, "")), "drafts.not-open");

        Pack draft = packs.current();
        assertThat(said(draft, later)).isEqualTo("2995");
    }

    @Test
    void days_of_which_nobody_knew_before_either_are_no_change() {
        LocalDate far = LocalDate.of(2090, 1, 1);
        DraftId id = officer(() -> drafts.make("远期标准")).id();

        DraftView view = officer(() ->
                drafts.value(id, new DraftValue("poverty_line", "22", "9000", far, "通知", "国开办〔2016〕8号", MONDAY, "")));

        assertThat(view.faults()).isEmpty();
        assertThat(view.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.from()).contains(far));
    }

    private static String said(Pack pack, LocalDate on) {
        Parameter line = pack.parameter("poverty_line").orElseThrow();
        Setting setting = pack.setting(line, AreaCode.parse("22"), on).orElseThrow();
        return setting instanceof Setting.Stated stated
                ? Long.toString(stated.value().value() / 100)
                : "unset";
    }

    @Test
    void a_draft_on_former_rules_is_put_on_the_present_ones_before_it_is_submitted() {
        DraftId late = writer(() -> drafts.make("特困条件调整")).id();
        writer(() -> drafts.version(late, "tekun", NEW_YEAR));
        DraftId same = begun();
        DraftId first = submitted();
        officer(() -> publishing.approve(first));

        assertThat(writer(() -> drafts.show(late)).outdated()).isTrue();
        refused(() -> writer(() -> publishing.submit(late, NEW_YEAR, "")), "programmes.outdated");
        refused(() -> writer(() -> drafts.rebase(same)), "drafts.both-changed");

        assertThat(writer(() -> drafts.rebase(late)).outdated()).isFalse();
        writer(() -> publishing.submit(late, NEW_YEAR, ""));
        officer(() -> publishing.approve(late));
        assertThat(file(packs.current(), NEW_YEAR))
                .as("what was published before stays")
                .isEqualTo(NEW);
    }

    @Test
    void a_draft_that_is_given_back_says_why_and_goes_on() {
        DraftId id = submitted();

        refused(() -> officer(() -> publishing.refuse(id, " ")), "drafts.reason");
        DraftView back = officer(() -> publishing.refuse(id, "条款引用不全"));

        assertThat(back.state()).isEqualTo("OPEN");
        assertThat(back.deeds().getLast().note()).isEqualTo("条款引用不全");
        refused(() -> officer(() -> publishing.approve(id)), "drafts.not-waiting");
    }

    @Test
    void whoever_read_an_older_draft_does_not_write_over_another() {
        DraftId id = begun();
        long read = writer(() -> drafts.show(id)).revision();
        write(id, NEW, text(id, NEW) + "# 一\n");

        refused(() -> writer(() -> drafts.write(id, NEW, "x", read)), "drafts.changed-meanwhile");
    }

    @Test
    void a_county_sees_no_draft_of_the_province() {
        DraftId id = begun();

        refused(() -> as("county-officer", "229901", () -> drafts.show(id)), "drafts.unknown");
        assertThat(as(
                        "county-officer",
                        "229901",
                        () -> jdbc.sql("select count(*) from drafts.draft_file")
                                .query(Long.class)
                                .single()))
                .isZero();
        assertThat(writer(() -> drafts.show(id)).faults())
                .extracting(DraftFault::message)
                .isEmpty();
    }
}
