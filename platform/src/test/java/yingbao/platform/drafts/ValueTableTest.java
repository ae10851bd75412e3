package yingbao.platform.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.PlatformTest;
import yingbao.platform.drafts.DraftFormController.AreaChange;
import yingbao.platform.drafts.DraftFormController.ValuesChange;
import yingbao.platform.drafts.ValueTable.AreaValue;
import yingbao.platform.drafts.ValueTable.ValueRow;
import yingbao.platform.kernel.Callers.Deed;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.value.AreaCode;

/** One standard is changed in many areas at once, in a table. */
class ValueTableTest extends PlatformTest {
    private static final String RURAL = "rural_dibao_standard";
    private static final String FILE = "parameters/demo.yaml";
    private static final LocalDate DAY = LocalDate.of(2017, 1, 1);

    @Autowired
    private Drafts drafts;

    @Autowired
    private DraftForms forms;

    private DraftId id = new DraftId(new java.util.UUID(0, 0));

    @BeforeEach
    void begin() {
        id = officer(() -> drafts.make("2017年提高低保标准")).id();
    }

    private <T> T officer(Deed<T, RuntimeException> deed) {
        return as("province-officer", "22", deed);
    }

    private ValueTable table(LocalDate on) {
        return officer(() -> forms.values(id, RURAL, Optional.of(on)));
    }

    private ValueRow row(String area, LocalDate on) {
        return table(on).rows().stream()
                .filter(row -> row.areaCode().equals(AreaCode.parse(area).digits()))
                .findFirst()
                .orElseThrow();
    }

    private String text(String path) {
        return officer(() -> drafts.file(id, path)).text();
    }

    private DraftView write(AreaChange... rows) {
        return write(RURAL, rows);
    }

    private DraftView write(String parameter, AreaChange... rows) {
        return officer(() -> forms.write(id, parameter, change(drafts.show(id).revision(), rows)));
    }

    private static ValuesChange change(long revision, AreaChange... rows) {
        return new ValuesChange(revision, DAY, "关于提高2017年农村低保标准的通知", "吉民发〔2016〕70号", MONDAY, "", List.of(rows));
    }

    private static AreaChange to(String area, String value) {
        return new AreaChange(area, value, false);
    }

    private static AreaChange end(String area) {
        return new AreaChange(area, "", true);
    }

    private static void refused(ThrowingCallable deed, String code) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<Refusal.Part> parts(ThrowingCallable deed) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(deed);
        assertThat(thrown).isInstanceOf(Refusal.class);
        return ((Refusal) thrown).parts();
    }

    @Test
    void the_table_says_of_every_county_what_holds_on_the_day_and_from_which_document() {
        ValueRow yanji = row("222401", MONDAY);

        assertThat(yanji.own()).isTrue();
        assertThat(yanji.inForce().map(AreaValue::value)).contains("4200");
        assertThat(yanji.inForce().flatMap(AreaValue::from)).contains(LocalDate.of(2016, 7, 1));
        assertThat(yanji.inForce().flatMap(AreaValue::to)).contains(LocalDate.of(2017, 3, 31));
        assertThat(yanji.inForce().map(AreaValue::document).orElse("")).isNotBlank();
        assertThat(yanji.next().flatMap(AreaValue::from)).contains(LocalDate.of(2017, 4, 1));
        assertThat(yanji.changed()).isFalse();
        assertThat(table(MONDAY).rows())
                .as("counties without a value are there to be given one")
                .anySatisfy(row -> assertThat(row.own()).isFalse());
        assertThat(table(MONDAY).unit()).isEqualTo("元/人·年");
    }

    @Test
    void several_counties_are_changed_given_their_first_value_and_ended_in_one_go() {
        String before = text(FILE);
        DraftView view = write(to("229901", "4,300"), to("220102", "4100.50"), to("222405", "3500"));

        assertThat(view.faults()).isEmpty();
        assertThat(row("229901", DAY).drafted().map(AreaValue::value)).contains("4300");
        assertThat(row("229901", DAY).inForce().map(AreaValue::value))
                .as("what is in force stays beside it")
                .contains("3900");
        assertThat(row("229901", DAY).changed()).isTrue();
        assertThat(row("229901", DAY.minusDays(1)).changed())
                .as("the days before are as they were")
                .isFalse();
        assertThat(row("220102", DAY).drafted().map(AreaValue::value)).contains("4100.50");
        assertThat(row("220102", DAY).inForce()).isEmpty();
        assertThat(view.deeds()).as("one deed").hasSize(2);
        assertThat(text(FILE).lines().filter(line -> line.startsWith("#")).toList())
                .as("comments stay as they are written")
                .isEqualTo(before.lines().filter(line -> line.startsWith("#")).toList());

        write(end("220102"), to("222405", "3550"));
        assertThat(row("220102", DAY).drafted()).isEmpty();
        assertThat(row("222405", DAY).drafted().map(AreaValue::value)).contains("3550");
        assertThat(text(FILE).lines().filter(line -> line.contains("\"222405\"") && line.contains("doc-")))
                .as("the row of the same day is written anew, not beside")
                .hasSize(1);
    }

    @Test
    void what_is_wrong_is_told_at_its_row_and_nothing_is_written() {
        List<Refusal.Part> wrong = parts(() -> write(
                to("229901", "4300"), to("222401", "四千"), end("220102"), to("222401001", "1"), to("229901", "1")));

        assertThat(wrong)
                .extracting(Refusal.Part::pointer, Refusal.Part::code)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("/rows/1/value", "edit.value"),
                        org.assertj.core.groups.Tuple.tuple("/rows/2/value", "edit.nothing-to-end"),
                        org.assertj.core.groups.Tuple.tuple("/rows/4/value", "drafts.area-twice"))
                .hasSize(4);
        assertThat(officer(() -> drafts.show(id)).files()).isEmpty();
        assertThat(parts(() -> write("dibao_review_a", to("22", "12.5"))))
                .as("months are whole")
                .extracting(Refusal.Part::code)
                .containsExactly("drafts.whole-value");
    }

    @Test
    void whoever_read_an_older_draft_may_not_or_comes_too_late_writes_nothing() {
        long read = officer(() -> drafts.show(id)).revision();
        write(to("229901", "4300"));

        refused(
                () -> officer(() -> forms.write(id, RURAL, change(read, to("229901", "4400")))),
                "drafts.changed-meanwhile");
        refused(() -> officer(() -> forms.values(id, "stranger", Optional.empty())), "drafts.no-parameter");
        refused(
                () -> as("county-officer", "229901", () -> forms.values(id, RURAL, Optional.empty())),
                "drafts.unknown");
        String manifest = text("pack.yaml");
        officer(() -> drafts.write(
                id, "pack.yaml", manifest + "nonsense: [", drafts.show(id).revision()));
        refused(() -> write(to("229901", "4300")), "drafts.faulty");
    }

    @Test
    void every_area_of_the_province_can_be_written_at_once() {
        AreaChange[] all = table(MONDAY).rows().stream()
                .map(row -> to(row.areaCode(), "5000"))
                .toArray(AreaChange[]::new);

        DraftView view = write(all);

        assertThat(view.faults()).isEmpty();
        assertThat(table(DAY).rows())
                .allSatisfy(row -> assertThat(row.holding()).isEqualTo("5000"));
    }
}
