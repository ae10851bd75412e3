package yingbao.platform.payments;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.Packs;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Runs that pay a county's recipients: prepared by one person, confirmed by another. */
@Service
public class Payments {
    static final String PREPARE = "payments.prepare";
    static final String CONFIRM = "payments.confirm";
    private static final String SUBJECT = "payment-run";
    private static final int NAMES_SHOWN = 5;

    private final RunQueries runs;
    private final DraftQueries drafts;
    private final LedgerQueries ledger;
    private final Preparation preparation;
    private final Packs packs;
    private final Divisions divisions;
    private final Audit audit;
    private final Jobs jobs;
    private final Texts texts;
    private final Today today;

    Payments(
            RunQueries runs,
            DraftQueries drafts,
            LedgerQueries ledger,
            Preparation preparation,
            Packs packs,
            Divisions divisions,
            Audit audit,
            Jobs jobs,
            Texts texts,
            Today today) {
        this.runs = runs;
        this.drafts = drafts;
        this.ledger = ledger;
        this.preparation = preparation;
        this.packs = packs;
        this.divisions = divisions;
        this.audit = audit;
        this.jobs = jobs;
        this.texts = texts;
        this.today = today;
    }

    /**
     * A run that somebody wants.
     *
     * @param month up to which months are paid; not after the present one
     * @param programmes whom to pay, by programme; empty for all that pay by the month
     */
    public record NewRun(AreaCode county, YearMonth month, Set<String> programmes) {
        public NewRun {
            programmes = Set.copyOf(programmes);
        }
    }

    /** A run and the job that works on it. */
    public record OrderedRun(RunId run, JobId job) {}

    /**
     * Works out a run at once: decided less posted and pending, for every month up to the run's.
     *
     * @throws Refusal {@code payments.month} when the month has not come, {@code payments.county} when the area is no
     *     county of the caller's, {@code payments.programme} (the name) when it does not pay by the month,
     *     {@code payments.open} (month, number) while another run waits for its confirmation, {@code payments.shares}
     *     (what is unset, and where) when it is not known which level bears which share, {@code payments.nothing} when
     *     there is nothing to pay, {@code payments.only-held} (month, how many) when nobody of those to be paid has an
     *     account
     */
    @Transactional
    public RunView prepare(NewRun wanted) {
        RunId run = begin(wanted);
        return fill(run);
    }

    /** Plans the same as a job. */
    @Transactional
    public OrderedRun order(NewRun wanted) {
        RunId run = begin(wanted);
        String title = texts.text("payments.job-prepare", divisions.name(wanted.county()), wanted.month());
        return new OrderedRun(run, jobs.submit(PREPARE, title, "/payments/runs/" + run.value(), run));
    }

    private RunId begin(NewRun wanted) {
        Caller caller = allowed(Right.PAYMENT_PREPARE);
        Area county = divisions.require(wanted.county());
        if (county.level() != AreaLevel.COUNTY || !caller.scope().contains(county.code())) {
            throw Refusal.at("/county", "payments.county", county.name());
        }
        if (wanted.month().isAfter(YearMonth.from(today.date()))) {
            throw Refusal.at("/month", "payments.month", wanted.month(), YearMonth.from(today.date()));
        }
        Map<String, String> payable = payable(wanted.month());
        if (payable.isEmpty()) {
            throw Refusal.at("/month", "payments.month-none", wanted.month());
        }
        for (String programme : wanted.programmes()) {
            if (!payable.containsKey(programme)) {
                throw Refusal.at("/programmes", "payments.programme", programme);
            }
        }
        runs.hold(county.code());
        runs.open(county.code()).ifPresent(open -> {
            throw Refusal.conflict("payments.open", open.month(), open.number());
        });
        RunId id = new RunId(today.newId());
        Set<String> programmes = wanted.programmes().isEmpty() ? payable.keySet() : wanted.programmes();
        runs.insert(id, county.code(), wanted.month(), programmes, caller, today.date(), today.instant());
        record(
                "payment.prepare",
                id,
                county.code(),
                Map.of("month", wanted.month().toString()));
        return id;
    }

    /**
     * Programmes that were in force by a month, id to title. What is paid once, or once a year, is decided for one month
     * and so is in the run of that month like what is paid every month.
     */
    public Map<String, String> payable(YearMonth month) {
        Pack pack = packs.current();
        Map<String, String> payable = new LinkedHashMap<>();
        for (Programme programme : pack.programmes()) {
            if (!programme.range().from().isAfter(month.atEndOfMonth())) {
                payable.put(programme.id(), programme.title());
            }
        }
        return payable;
    }

    /** Works out a run that was begun; one that is worked out stays as it is. */
    @Transactional
    RunView fill(RunId id) {
        allowed(Right.PAYMENT_PREPARE);
        RunView run = held(id);
        if (run.state() == RunView.State.PREPARING) {
            draft(run);
            preparation.keep(run);
            runs.toPreview(id);
        }
        return require(id);
    }

    private void draft(RunView run) {
        drafts.make(AreaScope.of(run.county()), run.month(), Set.copyOf(run.programmes()));
    }

    /** Gives up a run that could not be worked out, with the reason. */
    @Transactional
    void giveUp(RunId id, String note) {
        RunView run = held(id);
        if (run.state() == RunView.State.PREPARING) {
            runs.drop(id, note);
        }
    }

    /** Writes on a run why its confirmation was refused, for whoever has to prepare it anew. */
    @Transactional
    void noteRefusal(RunId id, String note) {
        RunView run = held(id);
        if (run.state() == RunView.State.PREVIEW) {
            runs.note(id, note);
        }
    }

    /** Drops a run that was not confirmed. */
    @Transactional
    public void drop(RunId id) {
        allowed(Right.PAYMENT_PREPARE);
        RunView run = held(id);
        if (run.state() != RunView.State.PREPARING && run.state() != RunView.State.PREVIEW) {
            throw Refusal.conflict("payments.not-open");
        }
        runs.drop(id, "");
        record("payment.drop", id, run.county(), Map.of());
    }

    /**
     * Confirms a run: what it pays becomes pending in the ledger, what it nets out is posted.
     *
     * @param digest of the preview that the caller has looked at
     * @throws Refusal {@code payments.not-open}, {@code payments.same-person} for who prepared it,
     *     {@code payments.digest} when the caller has seen another preview, {@code payments.changed} (how many, some
     *     names) when decisions, transfers or accounts have changed since the preview
     */
    @Transactional
    public RunView confirm(RunId id, String digest) {
        Caller caller = allowed(Right.PAYMENT_CONFIRM);
        RunView run = confirmable(id, digest, caller);
        draft(run);
        Set<UUID> changed = new LinkedHashSet<>(drafts.changedRecipients(id, run.county()));
        changed.addAll(preparation.changedAccounts(id));
        changed.addAll(preparation.changedGrounds(run));
        if (!changed.isEmpty()) {
            List<String> names = runs.names(id, changed, NAMES_SHOWN);
            throw Refusal.conflict("payments.changed", changed.size(), String.join("、", names));
        }
        ledger.post(id, run.county(), today.date(), today.instant());
        long unequal = drafts.unequal(id, run.month());
        if (unequal > 0) {
            throw new IllegalStateException(
                    unequal + " lines of run " + id.value() + " do not come to what is decided");
        }
        runs.confirm(id, caller, today.date(), today.instant());
        record("payment.confirm", id, run.county(), Map.of("month", run.month().toString(), "digest", digest));
        return require(id);
    }

    /** Plans the confirmation as a job, after what can be refused at once. */
    @Transactional
    public JobId orderConfirmation(RunId id, String digest) {
        RunView run = confirmable(id, digest, allowed(Right.PAYMENT_CONFIRM));
        String title = texts.text("payments.job-confirm", divisions.name(run.county()), run.month());
        return jobs.submit(CONFIRM, title, "/payments/runs/" + id.value(), new Confirmation(id, digest));
    }

    /** What a job needs to confirm a run. */
    record Confirmation(RunId run, String digest) {}

    private RunView confirmable(RunId id, String digest, Caller caller) {
        RunView run = held(id);
        if (run.state() != RunView.State.PREVIEW) {
            throw Refusal.conflict("payments.not-open");
        }
        if (run.preparedBy().equals(caller.user())) {
            throw Refusal.forbidden("payments.same-person");
        }
        if (!run.digest().equals(digest)) {
            throw Refusal.conflict("payments.digest");
        }
        return run;
    }

    /** Holds the county, so that what is read afterwards stays true until the transaction ends. */
    private RunView held(RunId id) {
        runs.hold(require(id).county());
        return require(id);
    }

    RunView require(RunId id) {
        return runs.find(id).orElseThrow(() -> Refusal.notFound("payments.unknown"));
    }

    /** One run that the caller may see. */
    @Transactional(readOnly = true)
    public RunView find(RunId id) {
        return require(id);
    }

    /** Runs of the caller's area and of the county around it, newest month first. */
    @Transactional(readOnly = true)
    public Page<RunView> list(int offset, int size) {
        Caller caller = Callers.current();
        String county = divisions
                .within(AreaLevel.COUNTY, caller.area())
                .map(AreaCode::digits)
                .orElse("");
        return new Page<>(
                runs.list(caller.scope(), county, offset, Page.bounded(size)), runs.count(caller.scope(), county));
    }

    private void record(String action, RunId id, AreaCode county, Map<String, String> detail) {
        audit.record(action, SUBJECT, id.value(), county, detail);
    }

    static Caller allowed(Right right) {
        Caller caller = Callers.current();
        if (!caller.may(right.id())) {
            throw Refusal.forbidden("access.forbidden");
        }
        return caller;
    }

    /** Titles of programmes, by id. */
    Map<String, String> titles() {
        return packs.current().programmes().stream()
                .collect(Collectors.toMap(Programme::id, Programme::title, (_, later) -> later, LinkedHashMap::new));
    }
}
