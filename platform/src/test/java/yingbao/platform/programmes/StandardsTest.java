package yingbao.platform.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import yingbao.platform.PlatformTest;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.decide.Mandates.Verdict;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.value.AreaCode;

@RecordApplicationEvents
class StandardsTest extends PlatformTest {
    private static final String COUNTY = "229901";
    private static final String RURAL = "rural_dibao_standard";
    private static final LocalDate OCTOBER = LocalDate.of(2016, 10, 1);

    @Autowired
    private Standards standards;

    @Autowired
    private Packs packs;

    @Autowired
    private StandardQueries queries;

    @Autowired
    private StandardController controller;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private static StandardEntry entry(String parameter, String area, String value, LocalDate from) {
        return new StandardEntry(
                parameter,
                area,
                value,
                from,
                Optional.empty(),
                "关于提高农村低保标准的通知",
                "演民发〔2016〕9号",
                LocalDate.of(2016, 9, 20),
                "");
    }

    private EnteredView entered(StandardEntry entry) {
        return as("county-officer", COUNTY, () -> standards.enter(entry));
    }

    private EnteredView confirmed(EnteredView waiting) {
        return as("province-officer", "22", () -> standards.confirm(waiting.id(), "专项核准"));
    }

    private Optional<Setting> rural(Pack pack, String area, LocalDate on) {
        Parameter parameter = pack.parameter(RURAL).orElseThrow();
        return pack.setting(parameter, AreaCode.parse(area), on);
    }

    private String ruralYuan(LocalDate on) {
        Pack current = packs.current();
        return StandardEntry.words(
                rural(current, COUNTY, on).orElseThrow(),
                current.parameter(RURAL).orElseThrow());
    }

    private static void refused(ThrowingCallable deed, String code) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void a_standard_holds_once_a_second_person_has_confirmed_it() {
        EnteredView waiting = entered(entry(RURAL, COUNTY, "4,100", OCTOBER));

        assertThat(waiting.state()).isEqualTo("PROPOSED");
        assertThat(waiting.former()).isEqualTo("3,900.00元/人·年");
        assertThat(ruralYuan(OCTOBER)).isEqualTo("3,900.00元/人·年");

        assertThat(confirmed(waiting).state()).isEqualTo("CONFIRMED");

        assertThat(ruralYuan(OCTOBER)).isEqualTo("4,100.00元/人·年");
        assertThat(ruralYuan(OCTOBER.minusDays(1))).isEqualTo("3,900.00元/人·年");
        assertThat(ruralYuan(LocalDate.of(2017, 7, 1)))
                .as("an open end reaches to the next value")
                .isEqualTo("4,200.00元/人·年");
        Setting setting = rural(packs.current(), COUNTY, OCTOBER).orElseThrow();
        assertThat(setting).isInstanceOfSatisfying(Setting.Stated.class, stated -> {
            assertThat(stated.mark()).isEqualTo(Mark.LOCAL);
            assertThat(packs.current().cited(stated.cites().getFirst())).isEqualTo("《关于提高农村低保标准的通知》（演民发〔2016〕9号）");
        });
    }

    @Test
    void whoever_waits_for_changed_standards_is_told_in_the_transaction() {
        EnteredView waiting = entered(entry(RURAL, COUNTY, "4100", OCTOBER));
        assertThat(events.stream(StandardConfirmed.class)).isEmpty();

        confirmed(waiting);

        assertThat(events.stream(StandardConfirmed.class))
                .containsExactly(
                        new StandardConfirmed(waiting.id(), RURAL, AreaCode.parse(COUNTY), OCTOBER, Optional.empty()));
    }

    @Test
    void nobody_confirms_what_they_entered() {
        EnteredView waiting = entered(entry(RURAL, COUNTY, "4100", OCTOBER));

        refused(() -> as("county-officer", COUNTY, () -> standards.confirm(waiting.id(), "")), "standards.own");
        assertThat(waiting.mine()).isTrue();
        assertThat(waiting.decidable()).isFalse();
    }

    @Test
    void not_even_the_database_lets_one_person_do_both() throws SQLException {
        EnteredView waiting = entered(entry(RURAL, COUNTY, "4100", OCTOBER));

        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(
                            () -> statement.execute("""
                    insert into programmes.verdict
                        (value_id, entered_by, confirmed, revision, broken, findings, reason,
                         decided_by, decided_name, decided_on, decided_at)
                    select id, entered_by, true, 99, false, '[]', '', entered_by, entered_name, entered_on, now()
                      from programmes.local_value where id = '%s'
                    """.formatted(waiting.id().value())))
                    .hasMessageContaining("second_person");
        }
    }

    @Test
    void what_was_entered_or_decided_is_never_changed_again() {
        EnteredView done = confirmed(entered(entry(RURAL, COUNTY, "4100", OCTOBER)));

        for (String change : List.of(
                "update programmes.local_value set value = 1",
                "delete from programmes.local_value",
                "update programmes.verdict set confirmed = false",
                "delete from programmes.verdict")) {
            assertThatThrownBy(() ->
                            as("province-officer", "22", () -> jdbc.sql(change).update()))
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
        refused(() -> as("province-officer", "22", () -> standards.refuse(done.id(), "改主意了")), "standards.decided");
    }

    @Test
    void a_standard_that_breaks_a_mandate_needs_a_written_reason() {
        EnteredView waiting = entered(entry(RURAL, COUNTY, "2000", OCTOBER));

        assertThat(waiting.findings())
                .extracting(FindingView::mandate, FindingView::year, FindingView::verdict)
                .contains(org.assertj.core.groups.Tuple.tuple("rural-income-share", 2016, Verdict.BROKEN));
        refused(
                () -> as("province-officer", "22", () -> standards.confirm(waiting.id(), " ")),
                "standards.reason-broken");

        EnteredView done = confirmed(waiting);

        assertThat(done.reason()).isEqualTo("专项核准");
        assertThat(done.findings()).extracting(FindingView::verdict).contains(Verdict.BROKEN);
    }

    @Test
    void a_refused_standard_never_holds_and_says_why() {
        EnteredView waiting = entered(entry(RURAL, COUNTY, "4100", OCTOBER));

        refused(() -> as("province-officer", "22", () -> standards.refuse(waiting.id(), "")), "standards.reason");
        EnteredView done = as("province-officer", "22", () -> standards.refuse(waiting.id(), "文号有误"));

        assertThat(done.state()).isEqualTo("REFUSED");
        assertThat(ruralYuan(OCTOBER)).isEqualTo("3,900.00元/人·年");
        assertThat(as("county-officer", COUNTY, () -> standards.waiting())).isEmpty();
    }

    @Test
    void a_county_enters_only_its_own_standards_and_none_of_the_province() {
        refused(() -> entered(entry(RURAL, "222401", "4100", OCTOBER)), "standards.outside");
        refused(() -> entered(entry("poverty_line", "22", "3000", OCTOBER)), "standards.outside");
        refused(() -> entered(entry("poverty_line", COUNTY, "3000", OCTOBER)), "standards.level");
        EnteredView line =
                as("province-officer", "22", () -> standards.enter(entry("poverty_line", "22", "3000", OCTOBER)));

        assertThat(as("county-officer", COUNTY, () -> standards.waiting())).isEmpty();
        refused(() -> as("county-officer", COUNTY, () -> standards.confirm(line.id(), "")), "standards.unknown");
    }

    @Test
    void what_is_typed_wrong_is_named_with_its_place() {
        refused(() -> entered(entry("nothing", COUNTY, "1", OCTOBER)), "standards.parameter-unknown");
        refused(() -> entered(entry(RURAL, COUNTY, "0", OCTOBER)), "standards.amount");
        refused(() -> entered(entry(RURAL, COUNTY, "1,000,000.01", OCTOBER)), "standards.amount");
        refused(() -> entered(entry("dibao_extra_share", COUNTY, "1001", OCTOBER)), "standards.percent");
        refused(() -> entered(entry("dibao_review_a", COUNTY, "-3", OCTOBER)), "standards.number");
        refused(() -> entered(entry(RURAL, COUNTY, "4100", LocalDate.of(1999, 12, 31))), "standards.from");
        StandardEntry good = entry(RURAL, COUNTY, "4100", OCTOBER);
        refused(() -> entered(until(good, OCTOBER.minusDays(1))), "standards.order");
        refused(() -> entered(until(good, LocalDate.of(2017, 7, 1))), "standards.overlap");
        entered(good);
        refused(() -> entered(good), "standards.waiting");
    }

    private static StandardEntry until(StandardEntry entry, LocalDate to) {
        return new StandardEntry(
                entry.parameter(),
                entry.areaCode(),
                entry.value(),
                entry.from(),
                Optional.of(to),
                entry.documentTitle(),
                entry.documentNumber(),
                entry.documentDate(),
                entry.note());
    }

    @Test
    void when_a_standard_ends_the_former_one_does_not_come_back_by_itself() {
        LocalDate end = LocalDate.of(2016, 12, 31);
        confirmed(entered(until(entry(RURAL, COUNTY, "4100", OCTOBER), end)));

        assertThat(ruralYuan(end)).isEqualTo("4,100.00元/人·年");
        assertThat(ruralYuan(end.plusDays(1))).as("nobody has said").isEmpty();
        assertThat(ruralYuan(LocalDate.of(2017, 7, 1))).isEqualTo("4,200.00元/人·年");
    }

    @Test
    void a_correction_with_the_same_first_day_takes_the_place_of_the_former_one() {
        confirmed(entered(entry(RURAL, COUNTY, "4100", OCTOBER)));
        confirmed(entered(entry(RURAL, COUNTY, "4150", OCTOBER)));

        assertThat(ruralYuan(OCTOBER)).isEqualTo("4,150.00元/人·年");
        assertThat(as("auditor", "22", () -> standards.entered(RURAL, AreaCode.parse(COUNTY))))
                .extracting(EnteredView::value)
                .containsExactly("4,150.00元/人·年", "4,100.00元/人·年");
    }

    @Test
    void an_old_version_of_the_pack_still_says_what_it_said() {
        String files = packs.current().version();
        confirmed(entered(entry(RURAL, COUNTY, "4100", OCTOBER)));
        String first = packs.current().version();
        confirmed(entered(entry(RURAL, COUNTY, "4150", OCTOBER)));

        assertThat(first).startsWith(files + "+");
        assertThat(amount(packs.version(files))).isEqualTo(390_000);
        assertThat(amount(packs.version(first))).isEqualTo(410_000);
        assertThat(amount(packs.version(packs.current().version()))).isEqualTo(415_000);
        refused(() -> packs.version("0123456789abcdef"), "programmes.version-unknown");
    }

    private long amount(Pack old) {
        Setting setting = rural(old, COUNTY, OCTOBER).orElseThrow();
        assertThat(setting).isInstanceOf(Setting.Stated.class);
        return ((Setting.Stated) setting).value().value();
    }

    @Test
    void a_confirmation_that_is_rolled_back_leaves_nothing() {
        EnteredView waiting = entered(entry(RURAL, COUNTY, "4100", OCTOBER));

        Callers.as(
                caller("province-officer", "22"),
                () -> transaction.execute(status -> {
                    standards.confirm(waiting.id(), "");
                    assertThat(ruralYuan(OCTOBER)).as("seen inside").isEqualTo("4,100.00元/人·年");
                    status.setRollbackOnly();
                    return status;
                }));

        assertThat(ruralYuan(OCTOBER)).isEqualTo("3,900.00元/人·年");
        confirmed(entered(entry("urban_dibao_standard", COUNTY, "520", OCTOBER)));
        assertThat(ruralYuan(OCTOBER)).isEqualTo("3,900.00元/人·年");
    }

    @Test
    void one_page_shows_every_county_of_a_year_against_what_is_demanded() {
        StandardOverview.StandardYear view = as("county-officer", COUNTY, () -> controller.year("", Optional.of(2017)));

        assertThat(view.parameter().name()).as("the first that is measured").isEqualTo(RURAL);
        assertThat(view.years()).contains(2014, 2020);
        assertThat(view.rows()).hasSizeGreaterThan(60);
        StandardOverview.StandardRow yanji = view.rows().stream()
                .filter(row -> row.name().equals("延吉市"))
                .findFirst()
                .orElseThrow();
        assertThat(yanji.setting().text()).isEqualTo("4,400.00元/人·年");
        assertThat(yanji.setting().source()).contains("延边日报");
        assertThat(yanji.verdict()).contains(Verdict.KEPT);
        StandardOverview.StandardFloorCell share = yanji.floors().getFirst();
        assertThat(share.number()).contains(388_200L);
        assertThat(share.gap()).contains(51_800L);
    }

    @Test
    void the_map_knows_every_county_of_the_year() {
        String map = new String(
                Objects.requireNonNull(controller.boundaries().getBody()), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(as("auditor", "22", () -> controller.year(RURAL, Optional.of(2016)))
                        .rows())
                .filteredOn(row -> map.contains("\"" + row.areaCode().substring(0, 6) + "\""))
                .hasSize(60);
    }

    @Test
    void the_files_of_a_pack_that_was_served_before_are_read_from_the_database() {
        java.nio.file.Path plain = java.nio.file.Path.of(System.getProperty("yingbao.home"), "packs/jilin");
        byte[] archive = yingbao.policy.reading.PackReader.archive(plain);
        if (!(yingbao.policy.reading.PackReader.read(plain)
                instanceof yingbao.policy.reading.PackReader.Reading.Accepted(Pack before))) {
            throw new AssertionError("the pack has faults");
        }
        queries.archive(before.version(), archive, today.instant());

        Pack again = packs.version(before.version());

        assertThat(again.version()).isEqualTo(before.version());
        assertThat(again.demo()).isFalse();
        assertThat(again.programmes()).hasSameSizeAs(before.programmes());
    }
}
