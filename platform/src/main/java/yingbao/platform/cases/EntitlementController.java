package yingbao.platform.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.jobs.JobId;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Today;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;

/** What families are entitled to, and proposals to decide it anew. */
@RestController
@RequestMapping("/api")
class EntitlementController {
    private final HouseholdEntitlements entitlements;
    private final Proposals proposals;
    private final Today today;

    EntitlementController(HouseholdEntitlements entitlements, Proposals proposals, Today today) {
        this.entitlements = entitlements;
        this.proposals = proposals;
        this.today = today;
    }

    record ProposalRemark(@NotNull @Size(max = 500) String remark) {}

    record StartedJob(JobId job) {}

    @GetMapping("/households/{id}/entitlements")
    @Requires(Right.CASE_READ)
    HouseholdEntitlements.EntitlementPanel of(@PathVariable HouseholdId id, @RequestParam Optional<LocalDate> on) {
        return entitlements.of(id, on.orElseGet(today::date));
    }

    @GetMapping("/households/{id}/application")
    @Requires(Right.CASE_APPLY)
    HouseholdEntitlements.ApplicationDraft draft(
            @PathVariable HouseholdId id,
            @RequestParam @Size(max = 60) String programme,
            @RequestParam Optional<PersonId> person) {
        return entitlements.draft(id, programme, person);
    }

    @GetMapping("/proposals")
    @Requires(Right.CASE_READ)
    Page<ProposalView> list(
            @RequestParam(defaultValue = "OPEN") ProposalView.State state,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        return proposals.list(state, offset, size);
    }

    @PostMapping("/proposals/{id}/drop")
    @Requires(Right.CASE_ACT)
    void drop(@PathVariable ProposalId id, @Valid @RequestBody ProposalRemark given) {
        proposals.drop(id, given.remark());
    }

    @GetMapping("/proposal-batches")
    @Requires(Right.CASE_READ)
    List<BatchView> batches() {
        return proposals.batches();
    }

    @GetMapping("/proposal-batches/{id}")
    @Requires(Right.CASE_READ)
    BatchView batch(@PathVariable UUID id) {
        return proposals.batch(id);
    }

    @GetMapping("/proposal-batches/{id}/proposals")
    @Requires(Right.CASE_READ)
    Page<ProposalView> ofBatch(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        return proposals.ofBatch(id, offset, size);
    }

    @PostMapping("/proposal-batches/{id}/confirm")
    @Requires(Right.STANDARD_CONFIRM)
    StartedJob confirm(@PathVariable UUID id) {
        return new StartedJob(proposals.confirm(id));
    }

    @PostMapping("/proposal-batches/{id}/drop")
    @Requires(Right.STANDARD_CONFIRM)
    void dropBatch(@PathVariable UUID id) {
        proposals.dropBatch(id);
    }
}
