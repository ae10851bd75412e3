package yingbao.platform.drafts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.drafts.DraftView.DraftCheck;
import yingbao.platform.drafts.DraftView.DraftExample;
import yingbao.platform.drafts.DraftView.DraftFile;
import yingbao.platform.drafts.DraftView.DraftList;
import yingbao.platform.drafts.DraftView.DraftName;
import yingbao.platform.drafts.DraftView.DraftText;

/** Changes of the rules while they are being made. */
@RestController
@RequestMapping("/api/drafts")
class DraftController {
    private final Drafts drafts;
    private final Publishing publishing;

    DraftController(Drafts drafts, Publishing publishing) {
        this.drafts = drafts;
        this.publishing = publishing;
    }

    record NewDraft(@NotNull @Size(min = 1, max = 120) String title) {}

    /** A text as somebody writes it. */
    record WrittenFile(
            @NotNull @Size(max = 120) String path,
            @NotNull @Size(max = 400_000) String text,
            long revision) {}

    record NewVersion(
            @NotNull @Size(max = 60) String programme,
            @NotNull LocalDate from) {}

    record DraftValue(
            @NotNull @Size(max = 80) String parameter,
            @NotNull @Size(max = 12) String areaCode,
            @NotNull @Size(min = 1, max = 20) String value,
            @NotNull LocalDate from,
            @NotNull @Size(min = 1, max = 120) String documentTitle,
            @NotNull @Size(min = 1, max = 60) String documentNumber,
            @NotNull LocalDate documentDate,
            @NotNull @Size(max = 500) String note) {}

    record DraftSubmission(
            @NotNull LocalDate from,
            @NotNull @Size(max = 200) String orderedBy) {}

    record DraftReason(@NotNull @Size(max = 500) String reason) {}

    @GetMapping
    @Requires({Right.DRAFT_EDIT, Right.DRAFT_APPROVE})
    DraftList list() {
        return drafts.list();
    }

    /** Begins a draft on the rules in force. */
    @PostMapping
    @Requires(Right.DRAFT_EDIT)
    DraftView make(@Valid @RequestBody NewDraft given) {
        return drafts.make(given.title());
    }

    @GetMapping("/{id}")
    @Requires({Right.DRAFT_EDIT, Right.DRAFT_APPROVE})
    DraftView show(@PathVariable DraftId id) {
        return drafts.show(id);
    }

    /** All files that may be drafted. */
    @GetMapping("/{id}/files")
    @Requires({Right.DRAFT_EDIT, Right.DRAFT_APPROVE})
    List<DraftFile> files(@PathVariable DraftId id) {
        return drafts.files(id);
    }

    @GetMapping("/{id}/file")
    @Requires({Right.DRAFT_EDIT, Right.DRAFT_APPROVE})
    DraftText file(@PathVariable DraftId id, @RequestParam @Size(max = 120) String path) {
        return drafts.file(id, path);
    }

    /** Keeps a text, with faults or without; says what it comes to. */
    @PutMapping("/{id}/file")
    @Requires(Right.DRAFT_EDIT)
    DraftCheck write(@PathVariable DraftId id, @Valid @RequestBody WrittenFile given) {
        return drafts.write(id, given.path(), given.text(), given.revision());
    }

    /** Takes a file out of a draft: what the rules say holds again, and a file that they do not have is gone. */
    @DeleteMapping("/{id}/file")
    @Requires(Right.DRAFT_EDIT)
    DraftView takeOut(
            @PathVariable DraftId id, @RequestParam @Size(max = 120) String path, @RequestParam long revision) {
        return drafts.takeOut(id, path, revision);
    }

    /** What a text would come to; nothing is kept. */
    @PostMapping("/{id}/check")
    @Requires({Right.DRAFT_EDIT, Right.DRAFT_APPROVE})
    DraftCheck check(@PathVariable DraftId id, @Valid @RequestBody WrittenFile given) {
        return drafts.check(id, given.path(), given.text());
    }

    /** The names that expressions may use. */
    @GetMapping("/{id}/names")
    @Requires({Right.DRAFT_EDIT, Right.DRAFT_APPROVE})
    List<DraftName> names(@PathVariable DraftId id) {
        return drafts.names(id);
    }

    /** Begins a new version of a programme from a day on. */
    @PostMapping("/{id}/versions")
    @Requires(Right.DRAFT_RULES)
    DraftView version(@PathVariable DraftId id, @Valid @RequestBody NewVersion given) {
        return drafts.version(id, given.programme(), given.from());
    }

    /** Writes a value of a parameter from a day on. */
    @PostMapping("/{id}/values")
    @Requires(Right.DRAFT_EDIT)
    DraftView value(@PathVariable DraftId id, @Valid @RequestBody DraftValue given) {
        return drafts.value(id, given);
    }

    /** The golden cases, decided just now by the draft. */
    @GetMapping("/{id}/examples")
    @Requires({Right.DRAFT_EDIT, Right.DRAFT_APPROVE})
    List<DraftExample> examples(@PathVariable DraftId id) {
        return drafts.examples(id);
    }

    /** Puts a draft on the rules that hold by now. */
    @PostMapping("/{id}/base")
    @Requires(Right.DRAFT_EDIT)
    DraftView rebase(@PathVariable DraftId id) {
        return drafts.rebase(id);
    }

    @PostMapping("/{id}/submission")
    @Requires(Right.DRAFT_EDIT)
    DraftView submit(@PathVariable DraftId id, @Valid @RequestBody DraftSubmission given) {
        return publishing.submit(id, given.from(), given.orderedBy());
    }

    /** Takes a submitted draft back to go on with it. */
    @PostMapping("/{id}/withdrawal")
    @Requires(Right.DRAFT_EDIT)
    DraftView withdraw(@PathVariable DraftId id) {
        return publishing.withdraw(id);
    }

    @PostMapping("/{id}/drop")
    @Requires(Right.DRAFT_EDIT)
    DraftView drop(@PathVariable DraftId id, @Valid @RequestBody DraftReason given) {
        return publishing.drop(id, given.reason());
    }

    /** Publishes what another person submitted. */
    @PostMapping("/{id}/approval")
    @Requires(Right.DRAFT_APPROVE)
    DraftView approve(@PathVariable DraftId id) {
        return publishing.approve(id);
    }

    /** Gives a submitted draft back, with a reason. */
    @PostMapping("/{id}/refusal")
    @Requires(Right.DRAFT_APPROVE)
    DraftView refuse(@PathVariable DraftId id, @Valid @RequestBody DraftReason given) {
        return publishing.refuse(id, given.reason());
    }
}
