package yingbao.platform.access;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.audit.AuditChain;
import yingbao.platform.audit.AuditFilter;
import yingbao.platform.audit.Entry;
import yingbao.platform.kernel.Page;
import yingbao.policy.value.AreaCode;

/** The log as auditors read it; it is here because only this module knows who may. */
@RestController
@RequestMapping("/api/audit")
class AuditController {
    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(2100, 1, 1);

    private final Audit audit;
    private final AuditChain chain;
    private final Divisions divisions;

    AuditController(Audit audit, AuditChain chain, Divisions divisions) {
        this.divisions = divisions;
        this.audit = audit;
        this.chain = chain;
    }

    /**
     * What a check found.
     *
     * @param entries how many entries fit, up to the first that does not
     * @param broken the place of the first that does not fit
     */
    record ProofView(boolean whole, long entries, Optional<Long> broken, Optional<Entry> entry) {}

    /** An entry with the place as people call it. */
    record EntryView(Entry entry, String areaPath) {}

    @GetMapping
    @Requires(Right.AUDIT_READ)
    Page<EntryView> find(
            @RequestParam(defaultValue = "") @Size(max = 60) String actor,
            @RequestParam(defaultValue = "") @Size(max = 60) String action,
            @RequestParam(defaultValue = "") @Size(max = 60) String subject,
            @RequestParam(defaultValue = "") @Size(max = 60) String subjectId,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        Page<Entry> found = audit.find(new AuditFilter(
                actor,
                action,
                subject,
                subjectId,
                from.orElse(EVER),
                to.orElse(NEVER),
                Math.max(0, offset),
                Page.bounded(size)));
        List<EntryView> rows = found.rows().stream()
                .map(entry -> new EntryView(entry, divisions.path(new AreaCode(entry.areaCode()))))
                .toList();
        return new Page<>(rows, found.total());
    }

    @PostMapping("/proof")
    @Requires(Right.AUDIT_READ)
    ProofView prove() {
        return switch (chain.verify()) {
            case AuditChain.Proof.Whole(long entries) ->
                new ProofView(true, entries, Optional.empty(), Optional.empty());
            case AuditChain.Proof.Broken(long position, Optional<Entry> entry) ->
                new ProofView(false, position - 1, Optional.of(position), entry);
        };
    }
}
