package yingbao.platform.payments;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Money;

/** What families owe after recoveries, and what they pay back otherwise than out of later payments. */
@Service
public class Repayments {
    static final String SUBJECT = "repayment";

    private final RepaymentQueries queries;
    private final RunQueries runs;
    private final Payments payments;
    private final Register register;
    private final Divisions divisions;
    private final Audit audit;
    private final Today today;

    Repayments(
            RepaymentQueries queries,
            RunQueries runs,
            Payments payments,
            Register register,
            Divisions divisions,
            Audit audit,
            Today today) {
        this.queries = queries;
        this.runs = runs;
        this.payments = payments;
        this.register = register;
        this.divisions = divisions;
        this.audit = audit;
        this.today = today;
    }

    /**
     * What somebody owes to a county by a programme.
     *
     * @param county to which it is owed: the one that paid too much, also where they live elsewhere now
     * @param household where they live, as far as the county knows
     * @param movedAway whether they live where the caller does not see them, or in another county, by whose runs nothing of
     *     it is taken off
     * @param owedFen what is left of it in the ledger
     * @param waitingFen what of it was entered as paid back and waits for a second person
     * @param since when it was decided to take it back, before which nothing of it can have been paid; empty where nothing
     *     is owed
     */
    public record Debt(
            AreaCode county,
            String countyName,
            String programme,
            String programmeTitle,
            UUID recipient,
            UUID household,
            boolean movedAway,
            String name,
            long owedFen,
            long waitingFen,
            Optional<LocalDate> since) {}

    /** Debts of a household and what was paid back, newest first. */
    public record HouseholdDebts(List<Debt> debts, List<RepaymentView> repayments) {
        public HouseholdDebts {
            debts = List.copyOf(debts);
            repayments = List.copyOf(repayments);
        }
    }

    /**
     * Money that was received from a family.
     *
     * @param county which received it, against what is owed to it
     * @param yuan the amount as a clerk types it
     */
    public record NewRepayment(
            AreaCode county, String programme, UUID recipient, String yuan, LocalDate receivedOn, String receipt) {}

    /**
     * What a household and its members owe to the counties that the caller sees and have paid back; empty where they never
     * owed anything.
     */
    @Transactional(readOnly = true)
    public HouseholdDebts of(HouseholdId household) {
        Map<String, String> titles = payments.titles();
        return new HouseholdDebts(
                titled(queries.debts(household.value()), titles),
                queries.of(household.value()).stream()
                        .map(one -> titled(one, titles))
                        .toList());
    }

    /** What is still owed to a county by those whom it paid in the caller's area, wherever they live now, the most first. */
    @Transactional(readOnly = true)
    public Page<Debt> owedTo(AreaCode county, int offset, int size) {
        Map<String, String> titles = payments.titles();
        Page<RepaymentQueries.DebtRow> page =
                queries.debts(county, Callers.current().scope(), offset, Page.bounded(size));
        return new Page<>(titled(page.rows(), titles), page.total());
    }

    private List<Debt> titled(List<RepaymentQueries.DebtRow> debts, Map<String, String> titles) {
        Map<UUID, AreaCode> homes = homes(debts);
        return debts.stream()
                .map(debt -> new Debt(
                        debt.county(),
                        divisions.name(debt.county()),
                        debt.programme(),
                        titles.getOrDefault(debt.programme(), debt.programme()),
                        debt.recipient(),
                        debt.household(),
                        !Optional.ofNullable(homes.get(debt.recipient()))
                                .flatMap(home -> divisions.within(AreaLevel.COUNTY, home))
                                .equals(Optional.of(debt.county())),
                        debt.name(),
                        debt.owedFen(),
                        debt.waitingFen(),
                        debt.since()))
                .toList();
    }

    /** Where those live whom the caller sees: persons wherever they live now, and households. */
    private Map<UUID, AreaCode> homes(List<RepaymentQueries.DebtRow> debts) {
        Map<UUID, AreaCode> homes = new HashMap<>();
        register.lines(debts.stream()
                        .map(debt -> new PersonId(debt.recipient()))
                        .distinct()
                        .toList())
                .forEach((person, line) -> homes.put(person.value(), line.area()));
        List<HouseholdId> households = debts.stream()
                .filter(debt -> debt.recipient().equals(debt.household()))
                .map(debt -> new HouseholdId(debt.household()))
                .distinct()
                .toList();
        register.find(households, today.date())
                .forEach(file -> homes.put(file.id().value(), file.area()));
        return homes;
    }

    /** What waits for a second person, to be confirmed or to be taken back, in the caller's area, the oldest first. */
    @Transactional(readOnly = true)
    public List<RepaymentView> waiting() {
        Map<String, String> titles = payments.titles();
        return queries.waiting(Callers.current().scope()).stream()
                .map(one -> titled(one, titles))
                .toList();
    }

    /**
     * Enters money that a family paid back; it lowers the debt once a second person has confirmed it.
     *
     * @throws Refusal {@code payments.repay-none} when nothing is owed to the county by the programme, {@code payments.repay-amount}
     *     (what is left to be entered) when the amount is none or more than that, {@code payments.repay-day} when the day
     *     has not come, {@code payments.repay-early} (since when it is owed, today) when it was before it was owed, {@code payments.repay-receipt} (the number) when the receipt was entered already
     */
    @Transactional
    public RepaymentView enter(HouseholdId household, NewRepayment entered) {
        Caller caller = Payments.allowed(Right.PAYMENT_BANK);
        AreaCode county = debt(household, entered).county();
        runs.hold(county);
        RepaymentQueries.DebtRow debt = debt(household, entered);
        long leftFen = debt.owedFen() - debt.waitingFen();
        if (leftFen <= 0) {
            throw Refusal.conflict("payments.repay-none");
        }
        long amountFen = Money.ofYuan(entered.yuan()).fen();
        if (amountFen <= 0 || amountFen > leftFen) {
            throw Refusal.at("/yuan", "payments.repay-amount", Money.ofFen(leftFen));
        }
        if (entered.receivedOn().isAfter(today.date())) {
            throw Refusal.at("/receivedOn", "payments.repay-day", today.date());
        }
        debt.since().filter(entered.receivedOn()::isBefore).ifPresent(since -> {
            throw Refusal.at("/receivedOn", "payments.repay-early", since, today.date());
        });
        if (entered.receipt().isEmpty() || queries.receiptTaken(county, entered.receipt())) {
            throw Refusal.at("/receipt", "payments.repay-receipt", entered.receipt());
        }
        RepaymentId id = new RepaymentId(today.newId());
        queries.insert(id, debt, amountFen, entered, caller, today.instant());
        record("payment.repay", require(id));
        return require(id);
    }

    private RepaymentQueries.DebtRow debt(HouseholdId household, NewRepayment entered) {
        return queries.debts(household.value()).stream()
                .filter(one -> one.county().equals(entered.county())
                        && one.programme().equals(entered.programme())
                        && one.recipient().equals(entered.recipient()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("payments.repay-none"));
    }

    /**
     * Confirms it: it comes to the bank's account in the ledger, and the debt is so much less.
     *
     * @throws Refusal {@code payments.repay-unknown}, {@code payments.repay-decided}, {@code payments.repay-same-person},
     *     {@code payments.repay-exceeds} (what is owed now) when a run has taken it off meanwhile
     */
    @Transactional
    public RepaymentView confirm(RepaymentId id) {
        RepaymentView repayment = decidable(id);
        long owedFen = queries.owedFen(repayment.county(), repayment.programme(), repayment.recipient());
        if (repayment.amountFen() > owedFen) {
            throw Refusal.conflict("payments.repay-exceeds", Money.ofFen(owedFen));
        }
        queries.decide(id, RepaymentView.State.CONFIRMED, Callers.current(), today.instant());
        queries.post(id, today.date(), today.instant());
        record("payment.repay-confirm", repayment);
        return require(id);
    }

    /** Refuses it: nothing changes, and its receipt may be entered again. */
    @Transactional
    public RepaymentView refuse(RepaymentId id) {
        RepaymentView repayment = decidable(id);
        queries.decide(id, RepaymentView.State.REFUSED, Callers.current(), today.instant());
        record("payment.repay-refuse", repayment);
        return require(id);
    }

    private RepaymentView decidable(RepaymentId id) {
        Caller caller = Payments.allowed(Right.PAYMENT_CONFIRM);
        runs.hold(require(id).county());
        RepaymentView repayment = require(id);
        if (repayment.state() != RepaymentView.State.ENTERED) {
            throw Refusal.conflict("payments.repay-decided");
        }
        if (repayment.enteredBy().equals(caller.user())) {
            throw Refusal.forbidden("payments.repay-same-person");
        }
        return repayment;
    }

    RepaymentView require(RepaymentId id) {
        return titled(
                queries.find(id).orElseThrow(() -> Refusal.notFound("payments.repay-unknown")), payments.titles());
    }

    private void record(String action, RepaymentView repayment) {
        audit.record(
                action,
                SUBJECT,
                repayment.id().value(),
                repayment.area(),
                Map.of(
                        "household",
                        repayment.household().toString(),
                        "amountFen",
                        Long.toString(repayment.amountFen()),
                        "receipt",
                        repayment.receipt()));
    }

    private static RepaymentView titled(RepaymentView one, Map<String, String> titles) {
        return new RepaymentView(
                one.id(),
                one.county(),
                one.area(),
                one.programme(),
                titles.getOrDefault(one.programme(), one.programme()),
                one.recipient(),
                one.household(),
                one.name(),
                one.amountFen(),
                one.receivedOn(),
                one.receipt(),
                one.state(),
                one.enteredBy(),
                one.enteredName(),
                one.enteredAt(),
                one.decidedName(),
                one.reversal());
    }
}
