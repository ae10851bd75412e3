package yingbao.platform.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import yingbao.platform.PlatformTest;
import yingbao.platform.drafts.ClauseForms.ClausePart;
import yingbao.platform.drafts.ClauseForms.PartCheck;
import yingbao.platform.drafts.ClauseForms.PartField;
import yingbao.platform.drafts.DraftFormController.PartChange;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Callers.Deed;
import yingbao.platform.kernel.Refusal;

/** A condition of a programme is changed in a form, and the rest of its file stays as it is written. */
class RuleFormsTest extends PlatformTest {
    private static final String PATH = "programmes/rural-dibao-2017.yaml";

    @Autowired
    private Drafts drafts;

    @Autowired
    private RuleForms forms;

    private DraftId id = new DraftId(new java.util.UUID(0, 0));

    @BeforeEach
    void begin() {
        id = writer(() -> drafts.make("农村低保收入条件调整")).id();
        writer(() -> drafts.version(id, "rural-dibao", LocalDate.of(2017, 1, 1)));
    }

    private <T> T writer(Deed<T, RuntimeException> deed) {
        return as("policy-writer", "22", deed);
    }

    private String text() {
        return writer(() -> drafts.file(id, PATH)).text();
    }

    private ClausePart income() {
        return writer(() -> forms.parts(id, PATH)).parts().stream()
                .filter(part -> part.id().equals("income"))
                .findFirst()
                .orElseThrow();
    }

    private PartChange with(String title, String rule, List<String> cites) {
        ClausePart part = income();
        return new PartChange(
                PATH, part.key(), writer(() -> drafts.show(id)).revision(), title, rule, part.writtenRefusal(), cites);
    }

    private PartChange withRule(String rule) {
        return with(income().writtenTitle(), rule, income().cites());
    }

    private static void refused(ThrowingCallable deed, String code, String pointer) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.pointer()).isEqualTo(pointer);
        });
    }

    @Test
    void every_condition_stands_there_with_its_words_its_articles_and_the_documents_to_cite() {
        ClauseForms shown = writer(() -> forms.parts(id, PATH));

        assertThat(shown.title()).isEqualTo("农村最低生活保障");
        assertThat(shown.parts())
                .extracting(ClausePart::id)
                .startsWith("allowance")
                .endsWith("amount");
        assertThat(income().rule()).isEqualTo("household.income_12m < allowance");
        assertThat(income().words()).as("in Chinese").matches(".*\\p{IsHan}.*");
        assertThat(income().cites()).isNotEmpty();
        assertThat(shown.sources()).extracting(ClauseForms.CitedSource::id).contains("order-649");
        assertThat(shown.writable()).isTrue();
    }

    @Test
    void a_condition_is_written_into_the_file_and_nothing_else_of_it_changes() {
        String before = text();

        PartCheck kept = writer(() -> forms.write(id, withRule("household.income_12m <= allowance")));

        assertThat(kept.faults()).isEmpty();
        assertThat(kept.words()).isNotEqualTo("").isEqualTo(income().words());
        assertThat(text()).isEqualTo(before.replace("income_12m < allowance", "income_12m <= allowance"));
        assertThat(writer(() -> forms.parts(id, PATH)).parts().stream().filter(ClausePart::changed))
                .as("beside the version that it takes the place of")
                .extracting(ClausePart::id)
                .containsExactly("income");
        writer(() -> forms.write(id, with("收入够低吗？", income().rule(), List.of("order-649#第九条"))));
        assertThat(text()).contains("ask: 收入够低吗？\n", "cites: [order-649#第九条]\n");
    }

    @Test
    void a_mistake_is_told_in_its_field_and_nothing_is_kept_by_looking() {
        String before = text();

        PartCheck checked = writer(() -> forms.check(id, withRule("household.local\n&& household.income_12n < 3")));

        assertThat(checked.faults()).first().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(PartField.RULE);
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.column()).as("before the name").isEqualTo(13);
            assertThat(fault.message()).contains("income_12n", "income_12m");
        });
        assertThat(checked.words()).isEmpty();
        assertThat(text()).isEqualTo(before);
        assertThat(writer(() -> forms.check(id, with("问", income().rule(), List.of("nowhere#第一条"))))
                        .faults())
                .extracting(ClauseForms.PartFault::field)
                .containsExactly(PartField.CITES);
    }

    @Test
    void what_cannot_be_written_is_refused_at_its_field() {
        refused(() -> writer(() -> forms.write(id, withRule(" "))), "drafts.blank", "/rule");
        refused(
                () -> writer(() -> forms.write(id, with("问", income().rule(), List.of()))),
                "drafts.no-cites",
                "/cites");
        refused(
                () -> writer(() -> forms.write(id, with("问", income().rule(), List.of("order 649")))),
                "drafts.cite",
                "/cites/0");
    }

    @Test
    void only_who_may_write_rules_and_has_read_the_latest_writes() {
        PartChange old = withRule("household.local");
        writer(() -> forms.write(id, withRule("household.income_12m <= allowance")));

        refused(() -> writer(() -> forms.write(id, old)), "drafts.changed-meanwhile", "");
        PartChange fresh = withRule("household.local");
        refused(() -> as("province-officer", "22", () -> forms.write(id, fresh)), "drafts.may-not", "");
        assertThat(as("province-officer", "22", () -> forms.parts(id, PATH)).writable())
                .isFalse();
        refused(() -> writer(() -> forms.parts(id, "facts.yaml")), "drafts.no-programme", "");
        refused(() -> as("county-officer", "229901", () -> forms.parts(id, PATH)), "drafts.unknown", "");
    }

    @Test
    void whoever_reads_english_sees_the_list_in_it_but_writes_what_the_file_says() {
        MvcTestResult answer = Callers.<MvcTestResult, RuntimeException>as(
                caller("policy-writer", "22"),
                () -> mvc.perform(
                        get("/api/drafts/" + id.value() + "/parts?path=" + PATH).header("Accept-Language", "en")));

        assertThat(answer).hasStatusOk();
        assertThat(answer)
                .bodyText()
                .contains("\"writtenTitle\":\"家庭人均收入是否低于当地农村低保标准？\"")
                .doesNotContain("\"title\":\"家庭人均收入是否低于当地农村低保标准？\"");
    }
}
