package yingbao.platform.payments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Sealer;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.policy.value.Money;

/** Takes what the bank reports: each payment is posted or voided, once. */
@Service
public class BankReturns {
    static final String RETURN = "payments.return";
    private static final int BYTES_MAX = 10 * 1024 * 1024;
    private static final int FAULTS_SHOWN = 200;
    private static final int REFERENCE_SHOWN = 60;

    private final ReturnQueries queries;
    private final LedgerQueries ledger;
    private final RunQueries runs;
    private final Payments payments;
    private final Divisions divisions;
    private final Sealer sealer;
    private final Audit audit;
    private final Jobs jobs;
    private final Texts texts;
    private final Today today;

    BankReturns(
            ReturnQueries queries,
            LedgerQueries ledger,
            RunQueries runs,
            Payments payments,
            Divisions divisions,
            Sealer sealer,
            Audit audit,
            Jobs jobs,
            Texts texts,
            Today today) {
        this.queries = queries;
        this.ledger = ledger;
        this.runs = runs;
        this.payments = payments;
        this.divisions = divisions;
        this.sealer = sealer;
        this.audit = audit;
        this.jobs = jobs;
        this.texts = texts;
        this.today = today;
    }

    /** A file that was received; the job that takes it, unless it was taken before. */
    public record OrderedReturn(ReturnId file, Optional<JobId> job) {}

    /**
     * Takes a file at once. A file that was taken before changes nothing and gives the result it had.
     *
     * @param name with the extension .csv, .xlsx or .xml
     * @throws Refusal {@code payments.return-state} when the run is not at the bank, {@code payments.return-size}, and
     *     those of {@link ReturnSheet#read}
     */
    @Transactional
    public ReturnView take(RunId run, String name, byte[] content) {
        Received received = receive(run, name, content);
        return received.isNew() ? carryOut(received.id()) : require(received.id());
    }

    /** Receives a file and plans to take it. */
    @Transactional
    public OrderedReturn order(RunId run, String name, byte[] content) {
        Received received = receive(run, name, content);
        if (!received.isNew()) {
            return new OrderedReturn(received.id(), Optional.empty());
        }
        RunView of = payments.require(run);
        String title = texts.text("payments.job-return", divisions.name(of.county()), of.month());
        return new OrderedReturn(
                received.id(), Optional.of(jobs.submit(RETURN, title, "/payments/runs/" + run.value(), received.id())));
    }

    private record Received(ReturnId id, boolean isNew) {}

    private Received receive(RunId id, String name, byte[] content) {
        Caller caller = Payments.allowed(Right.PAYMENT_BANK);
        RunView run = payments.require(id);
        if (content.length == 0 || content.length > BYTES_MAX) {
            throw Refusal.invalid("payments.return-size", BYTES_MAX / 1024 / 1024);
        }
        byte[] sha256 = sha256(content);
        runs.hold(run.county());
        Optional<ReturnId> same = queries.same(id, sha256);
        if (same.isPresent()) {
            return new Received(same.get(), false);
        }
        if (run.state() != RunView.State.CONFIRMED
                && run.state() != RunView.State.SENT
                && run.state() != RunView.State.SETTLED) {
            throw Refusal.conflict("payments.return-state");
        }
        // Whatever cannot be read is refused before it is kept, so that it may come again under a better name.
        ReturnSheet.read(name, content);
        ReturnId file = new ReturnId(today.newId());
        String shortName = name.substring(Math.max(0, name.length() - 200));
        queries.insert(
                new ReturnQueries.Received(file, run, shortName.isEmpty() ? "-" : shortName, Bytes.of(sha256)),
                sealer.seal(content),
                caller,
                today.date(),
                today.instant());
        audit.record(
                "payment.return",
                "payment-run",
                id.value(),
                run.county(),
                Map.of("file", file.value().toString()));
        return new Received(file, true);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes a file that was received; one that was taken stays as it is. */
    @Transactional
    ReturnView carryOut(ReturnId id) {
        ReturnView file = require(id);
        RunView run = payments.require(file.run());
        runs.hold(run.county());
        if (require(id).state() != ReturnView.State.RECEIVED) {
            return require(id);
        }
        List<ReturnSheet.Row> rows = ReturnSheet.read(file.name(), sealer.open(queries.content(id)));
        Map<String, ReturnQueries.Known> known = queries.payments(run.id());
        List<ReturnQueries.Outcome> outcomes = new ArrayList<>();
        Set<String> once = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (ReturnSheet.Row row : rows) {
            if (!once.add(row.reference())) {
                twice.add(row.reference());
            }
        }
        Map<String, ReturnQueries.Elsewhere> elsewhere = queries.elsewhere(
                run.id(), once.stream().filter(one -> !known.containsKey(one)).toList());
        for (ReturnSheet.Row row : rows) {
            Optional<ReturnQueries.Known> payment = Optional.ofNullable(known.get(row.reference()));
            ReturnQueries.Fault fault = payment.map(found -> fault(row, found, twice))
                    .orElseGet(() -> unknown(row, Optional.ofNullable(elsewhere.get(row.reference()))));
            outcomes.add(outcome(row, payment, fault, run));
        }
        queries.insertRows(id, outcomes);
        ledger.resolve(id, today.date(), today.instant());
        queries.done(id);
        return require(id);
    }

    private static ReturnQueries.Outcome outcome(
            ReturnSheet.Row row, Optional<ReturnQueries.Known> payment, ReturnQueries.Fault fault, RunView run) {
        String outcome;
        if (!fault.equals(ReturnQueries.Fault.NONE)) {
            outcome = "FAULT";
        } else if (payment.flatMap(ReturnQueries.Known::resolved).isPresent()) {
            outcome = "REPEATED";
        } else {
            outcome = row.result() == ReturnSheet.Result.PAID ? "POSTED" : "VOIDED";
        }
        String reference = row.reference();
        return new ReturnQueries.Outcome(
                row.number(),
                payment.map(ReturnQueries.Known::area).orElse(run.county()),
                reference.substring(0, Math.min(reference.length(), REFERENCE_SHOWN)),
                outcome,
                payment.map(ReturnQueries.Known::id),
                row.reason(),
                fault);
    }

    private static ReturnQueries.Fault unknown(ReturnSheet.Row row, Optional<ReturnQueries.Elsewhere> elsewhere) {
        if (row.reference().isEmpty()) {
            return ReturnQueries.Fault.of("payments.row-without");
        }
        return elsewhere
                .map(run ->
                        ReturnQueries.Fault.of("payments.row-elsewhere", row.reference(), run.month(), run.number()))
                .orElseGet(() -> ReturnQueries.Fault.of("payments.row-unknown", row.reference()));
    }

    private static ReturnQueries.Fault fault(ReturnSheet.Row row, ReturnQueries.Known known, Set<String> twice) {
        if (row.result() == ReturnSheet.Result.UNDER_WAY) {
            return ReturnQueries.Fault.of("payments.row-under-way", row.resultText());
        }
        if (row.result() == ReturnSheet.Result.UNKNOWN) {
            return row.resultText().isEmpty()
                    ? ReturnQueries.Fault.of("payments.row-empty")
                    : ReturnQueries.Fault.of("payments.row-result", row.resultText());
        }
        if (!row.amountText().isEmpty()
                && row.amount()
                        .filter(amount -> amount.fen() == known.amountFen())
                        .isEmpty()) {
            return ReturnQueries.Fault.of("payments.row-amount", row.amountText(), Money.ofFen(known.amountFen()));
        }
        if (twice.contains(row.reference())) {
            return ReturnQueries.Fault.of("payments.row-twice", row.reference());
        }
        boolean paid = row.result() == ReturnSheet.Result.PAID;
        if (known.resolved().filter(kind -> kind.equals("POST") != paid).isPresent()) {
            return ReturnQueries.Fault.of(paid ? "payments.row-voided" : "payments.row-posted");
        }
        return ReturnQueries.Fault.NONE;
    }

    /** Keeps why a file could not be taken at all. */
    @Transactional
    void refuse(ReturnId id, String note) {
        queries.refuse(id, note);
    }

    private ReturnView require(ReturnId id) {
        return queries.find(id).orElseThrow(() -> Refusal.notFound("payments.return-unknown"));
    }

    /** A file with its faulty rows. */
    @Transactional(readOnly = true)
    public ReturnView find(ReturnId id) {
        ReturnView file = require(id);
        List<ReturnView.ReturnFault> faults = queries.faults(id, FAULTS_SHOWN).stream()
                .map(row -> new ReturnView.ReturnFault(
                        row.row(),
                        row.reference(),
                        texts.text(row.fault().code(), row.fault().args().toArray())))
                .toList();
        return new ReturnView(
                file.id(),
                file.run(),
                file.name(),
                file.state(),
                file.receivedName(),
                file.receivedAt(),
                file.posted(),
                file.postedFen(),
                file.voided(),
                file.voidedFen(),
                file.repeated(),
                file.faults(),
                file.note(),
                faults);
    }

    /** The files of a run, newest first. */
    @Transactional(readOnly = true)
    public List<ReturnView> of(RunId run) {
        payments.require(run);
        return queries.of(run);
    }
}
