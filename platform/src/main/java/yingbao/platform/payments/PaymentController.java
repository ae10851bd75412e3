package yingbao.platform.payments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import yingbao.platform.registry.HouseholdId;
import yingbao.policy.value.AreaCode;

/** Runs: prepared, looked at, confirmed, sent to the bank, reported on. */
@RestController
@RequestMapping("/api")
class PaymentController {
    private final Payments payments;
    private final PaymentViews views;
    private final BankFiles bank;
    private final BankReturns returns;
    private final FailedPayments failed;
    private final RecipientExport export;

    PaymentController(
            Payments payments,
            PaymentViews views,
            BankFiles bank,
            BankReturns returns,
            FailedPayments failed,
            RecipientExport export) {
        this.payments = payments;
        this.views = views;
        this.bank = bank;
        this.returns = returns;
        this.failed = failed;
        this.export = export;
    }

    record NewRunBody(
            @NotNull @Size(max = 12) String county,
            @NotNull YearMonth month,
            @NotNull @Size(max = 50) Set<@Size(max = 60) String> programmes) {}

    record SeenDigest(@NotNull @Size(max = 64) String digest) {}

    record SameAccountBody(
            @NotNull @Size(min = 1, max = 35) String reference,
            @NotNull @Size(max = 500) String reason) {}

    /** A job that was planned. */
    record PlannedJob(JobId job) {}

    @GetMapping("/payments/programmes")
    @Requires(Right.PAYMENT_READ)
    Map<String, String> programmes(@RequestParam YearMonth month) {
        return payments.payable(month);
    }

    @GetMapping("/payments/runs")
    @Requires(Right.PAYMENT_READ)
    Page<RunView> runs(@RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int size) {
        return payments.list(Math.max(0, offset), size);
    }

    @PostMapping("/payments/runs")
    @Requires(Right.PAYMENT_PREPARE)
    Payments.OrderedRun prepare(@Valid @RequestBody NewRunBody run) {
        return payments.order(new Payments.NewRun(AreaCode.parse(run.county()), run.month(), run.programmes()));
    }

    @GetMapping("/payments/runs/{id}")
    @Requires(Right.PAYMENT_READ)
    RunView run(@PathVariable RunId id) {
        return payments.find(id);
    }

    @DeleteMapping("/payments/runs/{id}")
    @Requires(Right.PAYMENT_PREPARE)
    void drop(@PathVariable RunId id) {
        payments.drop(id);
    }

    @GetMapping("/payments/runs/{id}/sums")
    @Requires(Right.PAYMENT_READ)
    PaymentViews.RunSums sums(@PathVariable RunId id) {
        return views.sums(id);
    }

    @GetMapping("/payments/runs/{id}/recipients")
    @Requires(Right.PAYMENT_READ)
    Page<RecipientView> recipients(
            @PathVariable RunId id,
            @RequestParam(defaultValue = "") @Size(max = 60) String programme,
            @RequestParam(defaultValue = "") @Size(max = 12) String area,
            @RequestParam Optional<Reason> reason,
            @RequestParam Optional<RecipientView.State> state,
            @RequestParam Optional<HeldFor> held,
            @RequestParam(defaultValue = "") @Size(max = 60) String q,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        return views.recipients(
                filter(id, programme, area, reason, state, held, q).part(Math.max(0, offset), Page.bounded(size)));
    }

    /** The recipients as a workbook. */
    @GetMapping("/payments/runs/{id}/recipients/export")
    @Requires(Right.PAYMENT_READ)
    ResponseEntity<byte[]> export(
            @PathVariable RunId id,
            @RequestParam(defaultValue = "") @Size(max = 60) String programme,
            @RequestParam(defaultValue = "") @Size(max = 12) String area,
            @RequestParam Optional<Reason> reason,
            @RequestParam Optional<RecipientView.State> state,
            @RequestParam Optional<HeldFor> held,
            @RequestParam(defaultValue = "") @Size(max = 60) String q) {
        return export.workbook(filter(id, programme, area, reason, state, held, q));
    }

    private static PaymentViews.Filter filter(
            RunId id,
            String programme,
            String area,
            Optional<Reason> reason,
            Optional<RecipientView.State> state,
            Optional<HeldFor> held,
            String q) {
        return new PaymentViews.Filter(
                Optional.of(id),
                Optional.empty(),
                programme,
                area.isEmpty() ? Optional.empty() : Optional.of(AreaCode.parse(area)),
                reason,
                state,
                held,
                q.strip(),
                0,
                Page.SIZE_MAX);
    }

    @PostMapping("/payments/runs/{id}/confirmation")
    @Requires(Right.PAYMENT_CONFIRM)
    PlannedJob confirm(@PathVariable RunId id, @Valid @RequestBody SeenDigest given) {
        return new PlannedJob(payments.orderConfirmation(id, given.digest()));
    }

    /** Hands out the bank's file; by POST, because each time is an entry in the log. */
    @PostMapping("/payments/runs/{id}/bank-file")
    @Requires(Right.PAYMENT_BANK)
    ResponseEntity<byte[]> bankFile(@PathVariable RunId id, @RequestParam BankFormat format) {
        BankFiles.BankFile file = bank.write(id, format);
        return attached(file.name(), file.mediaType(), file.content());
    }

    @GetMapping("/payments/runs/{id}/returns")
    @Requires(Right.PAYMENT_READ)
    List<ReturnView> returned(@PathVariable RunId id) {
        return returns.of(id);
    }

    @PostMapping(path = "/payments/runs/{id}/returns", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Requires(Right.PAYMENT_BANK)
    BankReturns.OrderedReturn takeReturn(
            @PathVariable RunId id, @RequestParam @Size(max = 200) String name, @RequestBody byte[] content) {
        return returns.order(id, name, content);
    }

    @GetMapping("/payments/returns/{id}")
    @Requires(Right.PAYMENT_READ)
    ReturnView returned(@PathVariable ReturnId id) {
        return returns.find(id);
    }

    /** Says that the account of a failed payment is right, so that it is paid there again. */
    @PostMapping("/payments/runs/{id}/same-account")
    @Requires(Right.PAYMENT_BANK)
    void sameAccount(@PathVariable RunId id, @Valid @RequestBody SameAccountBody said) {
        failed.stateSameAccount(id, said.reference(), said.reason());
    }

    /** The list to be signed in a village or township. */
    @GetMapping("/payments/runs/{id}/roster")
    @Requires(Right.PAYMENT_READ)
    ResponseEntity<byte[]> roster(
            @PathVariable RunId id,
            @RequestParam(defaultValue = "") @Size(max = 60) String programme,
            @RequestParam @Size(max = 12) String area) {
        byte[] pdf = views.roster(id, programme, AreaCode.parse(area));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(pdf);
    }

    @GetMapping("/households/{id}/payments")
    @Requires(Right.PAYMENT_READ)
    List<RecipientView> ofHousehold(@PathVariable HouseholdId id) {
        return views.ofHousehold(id);
    }

    private static ResponseEntity<byte[]> attached(String name, String mediaType, byte[] content) {
        String disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(content);
    }
}
