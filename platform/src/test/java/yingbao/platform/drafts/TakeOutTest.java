package yingbao.platform.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.PlatformTest;
import yingbao.platform.drafts.DraftView.DraftFile;
import yingbao.platform.kernel.Callers.Deed;
import yingbao.platform.kernel.Refusal;

/** Somebody changed a file by mistake and takes it out of the draft. */
class TakeOutTest extends PlatformTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2017, 1, 1);
    private static final String OLD = "programmes/rural-dibao-2014.yaml";
    private static final String NEW = "programmes/rural-dibao-2017.yaml";

    @Autowired
    private Drafts drafts;

    private DraftId id = new DraftId(new java.util.UUID(0, 0));

    @BeforeEach
    void begin() {
        id = writer(() -> drafts.make("农村低保收入条件调整")).id();
        writer(() -> drafts.version(id, "rural-dibao", NEW_YEAR));
    }

    private <T> T writer(Deed<T, RuntimeException> deed) {
        return as("policy-writer", "22", deed);
    }

    private DraftView takeOut(String path) {
        return writer(() -> drafts.takeOut(id, path, drafts.show(id).revision()));
    }

    private static void refused(ThrowingCallable deed, String code) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void a_file_that_is_taken_out_says_again_what_holds_and_a_new_one_is_gone() {
        assertThat(takeOut(NEW).files()).extracting(DraftFile::path).containsExactly(OLD);
        DraftView nothing = takeOut(OLD);

        assertThat(nothing.files()).isEmpty();
        assertThat(nothing.changes()).isEmpty();
        assertThat(writer(() -> drafts.file(id, OLD)).text())
                .isEqualTo(writer(() -> drafts.file(id, OLD)).base().orElseThrow());
        assertThat(nothing.deeds()).as("what was done stays told").hasSize(4);
    }

    @Test
    void nobody_takes_out_what_is_not_theirs_not_there_or_was_changed_meanwhile() {
        refused(() -> takeOut("pack.yaml"), "drafts.file-unchanged");
        refused(() -> writer(() -> drafts.takeOut(id, NEW, 0)), "drafts.changed-meanwhile");
        refused(
                () -> as(
                        "province-officer",
                        "22",
                        () -> drafts.takeOut(id, NEW, drafts.show(id).revision())),
                "drafts.may-not");
    }
}
