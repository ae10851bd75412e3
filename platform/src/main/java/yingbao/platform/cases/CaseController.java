package yingbao.platform.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.documents.DocumentId;
import yingbao.platform.kernel.Page;
import yingbao.platform.notices.ObjectionId;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;

/** Cases and the queue. */
@RestController
@RequestMapping("/api")
class CaseController {
    private final Cases cases;
    private final CaseViews views;
    private final Work work;
    private final Letters letters;
    private final QueueExport export;

    CaseController(Cases cases, CaseViews views, Work work, Letters letters, QueueExport export) {
        this.cases = cases;
        this.views = views;
        this.work = work;
        this.letters = letters;
        this.export = export;
    }

    record NewApplication(
            @NotNull @Size(max = 60) String programme,
            @NotNull HouseholdId household,
            Optional<PersonId> person,
            @NotNull LocalDate appliedOn,
            boolean kin,
            @NotNull @Size(max = 200) String kinRemark,
            Optional<LocalDate> authorisedOn,
            @NotNull @Size(max = 60) String payee) {}

    record OpenedCase(CaseId id) {}

    record NewAction(
            @NotNull @Size(max = 60) String action,
            @NotNull @Size(max = 40) Map<String, @Nullable Object> form,
            @NotNull @Size(max = 2000) String remarks,
            int version) {}

    record NewCasePaper(
            @NotNull @Size(max = 120) String title, @NotNull DocumentId document) {}

    @GetMapping("/queue")
    @Requires({Right.CASE_ACT, Right.CASE_APPLY})
    Page<CaseLine> queue(
            @RequestParam(defaultValue = "") @Size(max = 12) String area,
            @RequestParam(defaultValue = "") @Size(max = 120) String step,
            @RequestParam(defaultValue = "") @Size(max = 60) String programme,
            @RequestParam(defaultValue = "") @Size(max = 60) String q,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        return work.queue(new Work.Filter(area, step, programme, "", q, waiting, overdue), offset, size);
    }

    /** The queue as a workbook. */
    @GetMapping("/queue/export")
    @Requires({Right.CASE_ACT, Right.CASE_APPLY})
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") @Size(max = 12) String area,
            @RequestParam(defaultValue = "") @Size(max = 120) String step,
            @RequestParam(defaultValue = "") @Size(max = 60) String programme,
            @RequestParam(defaultValue = "") @Size(max = 60) String q,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "false") boolean overdue) {
        return export.workbook(new Work.Filter(area, step, programme, "", q, waiting, overdue));
    }

    @GetMapping("/queue/summary")
    @Requires({Right.CASE_ACT, Right.CASE_APPLY})
    Work.QueueSummary summary() {
        return work.summary();
    }

    @GetMapping("/cases")
    @Requires(Right.CASE_READ)
    Page<CaseLine> all(
            @RequestParam(defaultValue = "") @Size(max = 12) String area,
            @RequestParam(defaultValue = "") @Size(max = 120) String step,
            @RequestParam(defaultValue = "") @Size(max = 60) String programme,
            @RequestParam(defaultValue = "") @Size(max = 10) String standing,
            @RequestParam(defaultValue = "") @Size(max = 60) String q,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        return work.all(new Work.Filter(area, step, programme, standing, q, false, false), offset, size);
    }

    @PostMapping("/cases")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Right.CASE_APPLY)
    OpenedCase apply(@Valid @RequestBody NewApplication given) {
        return new OpenedCase(cases.apply(new NewCase(
                given.programme(),
                given.household(),
                given.person(),
                given.appliedOn(),
                given.kin(),
                given.kinRemark(),
                given.authorisedOn(),
                given.payee())));
    }

    @GetMapping("/cases/{id}")
    @Requires(Right.CASE_READ)
    CaseView find(@PathVariable CaseId id) {
        return views.view(id);
    }

    @PostMapping("/cases/{id}/actions")
    @Requires(Right.CASE_ACT)
    void act(@PathVariable CaseId id, @Valid @RequestBody NewAction given) {
        Map<String, Object> form = new HashMap<>();
        given.form().forEach((field, value) -> {
            if (value != null) {
                form.put(field, value);
            }
        });
        cases.act(id, new Act(given.action(), form, given.remarks(), OptionalInt.of(given.version())));
    }

    @PostMapping("/cases/{id}/papers")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires({Right.CASE_APPLY, Right.CASE_ACT})
    void file(@PathVariable CaseId id, @Valid @RequestBody NewCasePaper given) {
        cases.file(id, given.title(), given.document());
    }

    @PostMapping("/cases/{id}/objections/{objection}/take-up")
    @Requires(Right.CASE_ACT)
    void takeUp(@PathVariable CaseId id, @PathVariable ObjectionId objection) {
        cases.takeUp(id, objection);
    }

    @GetMapping("/cases/{id}/decisions/{decision}")
    @Requires(Right.CASE_READ)
    CaseViews.DecisionBasis basis(@PathVariable CaseId id, @PathVariable DecisionId decision) {
        return views.basis(id, decision);
    }

    @GetMapping("/cases/{id}/application.pdf")
    @Requires(Right.CASE_READ)
    ResponseEntity<byte[]> application(@PathVariable CaseId id) {
        return pdf(letters.application(id));
    }

    @GetMapping("/cases/{id}/decisions/{decision}/letter.pdf")
    @Requires(Right.CASE_READ)
    ResponseEntity<byte[]> letter(@PathVariable CaseId id, @PathVariable DecisionId decision) {
        return pdf(letters.letter(id, decision));
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(bytes);
    }
}
