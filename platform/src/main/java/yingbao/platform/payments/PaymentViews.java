package yingbao.platform.payments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.documents.Forms;
import yingbao.platform.documents.Papers;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.Register;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Money;

/** What people see of runs: recipients with their lines, sums, a household's payments, lists to be signed. */
@Service
public class PaymentViews {
    private static final int ROSTER_MAX = 5_000;
    private static final int HISTORY_MAX = 200;

    private final ViewQueries queries;
    private final Payments payments;
    private final Packs packs;
    private final Divisions divisions;
    private final Register register;
    private final Payees payees;
    private final PayableAccounts accounts;
    private final Today today;
    private final Forms forms;
    private final Texts texts;

    PaymentViews(
            ViewQueries queries,
            Payments payments,
            Packs packs,
            Divisions divisions,
            Register register,
            Payees payees,
            PayableAccounts accounts,
            Today today,
            Forms forms,
            Texts texts) {
        this.queries = queries;
        this.payments = payments;
        this.packs = packs;
        this.divisions = divisions;
        this.register = register;
        this.payees = payees;
        this.accounts = accounts;
        this.today = today;
        this.forms = forms;
        this.texts = texts;
    }

    /**
     * Which recipients are wanted; what is empty does not narrow.
     *
     * @param household whose payments, of all confirmed runs
     * @param area a division in which they live
     * @param held why they are held back
     * @param wanted a part of the name, a household's number or a payment's reference
     */
    public record Filter(
            Optional<RunId> run,
            Optional<UUID> household,
            String programme,
            Optional<AreaCode> area,
            Optional<Reason> reason,
            Optional<RecipientView.State> state,
            Optional<HeldFor> held,
            String wanted,
            int offset,
            int size) {

        static Filter of(RunId run, String programme, AreaCode area) {
            return new Filter(
                    Optional.of(run),
                    Optional.empty(),
                    programme,
                    Optional.of(area),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    0,
                    ROSTER_MAX);
        }

        /** All of a run in a state. */
        public static Filter of(RunId run, RecipientView.State state) {
            return new Filter(
                    Optional.of(run),
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(state),
                    Optional.empty(),
                    "",
                    0,
                    ROSTER_MAX);
        }

        /** The same, another part of it. */
        Filter part(int from, int most) {
            return new Filter(run, household, programme, area, reason, state, held, wanted, from, most);
        }

        static Filter of(HouseholdId household) {
            return new Filter(
                    Optional.empty(),
                    Optional.of(household.value()),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    0,
                    HISTORY_MAX);
        }
    }

    /** A sum over recipients, such as those of a township. */
    public record PaymentSum(String key, String title, long recipients, long fen) {}

    /**
     * The sums of a run. Each of its lists comes to the same: what is paid and what is held back for want of an account.
     *
     * @param fundsRest what the levels do not bear in this run: carried, collected and held
     * @param reasonsRest what of the lines is not paid but carried, or collected
     * @param held those who are held back, by why
     */
    public record RunSums(
            List<PaymentSum> programmes,
            List<PaymentSum> townships,
            List<PaymentSum> funds,
            List<PaymentSum> fundsRest,
            List<PaymentSum> reasons,
            List<PaymentSum> reasonsRest,
            List<PaymentSum> states,
            List<PaymentSum> held) {}

    /** Recipients of a run. */
    @Transactional(readOnly = true)
    public Page<RecipientView> recipients(Filter filter) {
        return new Page<>(recipientRows(filter), queries.count(filter, scope(filter)));
    }

    /** The same, not counted. */
    @Transactional(readOnly = true)
    List<RecipientView> recipientRows(Filter filter) {
        return views(queries.recipients(filter, scope(filter)));
    }

    /** What a household and its members were paid, newest first. */
    @Transactional(readOnly = true)
    public List<RecipientView> ofHousehold(HouseholdId household) {
        Filter filter = Filter.of(household);
        return views(queries.recipients(filter, scope(filter)));
    }

    private static AreaScope scope(Filter filter) {
        AreaScope own = Callers.current().scope();
        return filter.area().map(AreaScope::of).map(own::intersect).orElse(own);
    }

    private List<RecipientView> views(List<ViewQueries.RecipientRow> rows) {
        Map<String, List<RecipientView.PaymentLine>> lines = queries.lines(rows);
        Map<String, RecipientView.Failed> failed = failed(rows);
        Map<String, String> titles = payments.titles();
        return rows.stream()
                .map(row -> view(
                        row,
                        titles.getOrDefault(row.programme(), row.programme()),
                        Optional.ofNullable(failed.get(ViewQueries.key(row))),
                        lines.getOrDefault(ViewQueries.key(row), List.of())))
                .toList();
    }

    /** What failed, and what was done about it: for that, the accounts of today are looked up. */
    private Map<String, RecipientView.Failed> failed(List<ViewQueries.RecipientRow> rows) {
        Map<String, ViewQueries.FailedRow> found = queries.failed(rows);
        Map<String, Recipient> whose = rows.stream()
                .filter(row -> found.containsKey(ViewQueries.key(row)))
                .collect(Collectors.toMap(ViewQueries::key, PaymentViews::recipient));
        Map<Recipient, Payees.Payee> known = payees.find(whose.values(), today.date());
        Map<String, RecipientView.Failed> failed = new HashMap<>();
        found.forEach((key, row) -> failed.put(
                key,
                new RecipientView.Failed(
                        row.run(),
                        row.reference(),
                        row.bank() + " …" + row.accountTail(),
                        row.why(),
                        remedy(
                                row,
                                Optional.ofNullable(known.get(whose.get(key))).flatMap(Payees.Payee::account)),
                        row.stated())));
        return failed;
    }

    private static Recipient recipient(ViewQueries.RecipientRow row) {
        return new Recipient(row.recipient(), row.household(), !row.recipient().equals(row.household()));
    }

    private RecipientView.Remedy remedy(ViewQueries.FailedRow row, Optional<Payees.Account> now) {
        if (row.reissued()) {
            return RecipientView.Remedy.REISSUED;
        }
        if (row.stated().isPresent()) {
            return RecipientView.Remedy.STATED;
        }
        boolean corrected = now.filter(account -> !accounts.index(account).hex().equals(row.accountIndex())
                        || !account.holder().equals(row.payee())
                        || !account.bank().equals(row.bank()))
                .isPresent();
        return corrected ? RecipientView.Remedy.CORRECTED : RecipientView.Remedy.OPEN;
    }

    private RecipientView view(
            ViewQueries.RecipientRow row,
            String title,
            Optional<RecipientView.Failed> failed,
            List<RecipientView.PaymentLine> lines) {
        return new RecipientView(
                row.run(),
                row.month(),
                row.number(),
                row.programme(),
                title,
                row.recipient(),
                row.household(),
                !row.recipient().equals(row.household()),
                row.name(),
                row.householdNumber(),
                row.area(),
                divisions.shortPath(new AreaCode(row.area())),
                row.linesFen(),
                row.payFen(),
                row.collectedFen(),
                row.carriedFen(),
                row.state(),
                row.payee(),
                row.bank(),
                row.accountTail(),
                row.reference(),
                row.resolvedOn(),
                row.failure(),
                row.heldFor(),
                failed,
                packs.current().funds(),
                lines);
    }

    /** The sums of a run, as far as the caller sees its recipients. */
    @Transactional(readOnly = true)
    public RunSums sums(RunId run) {
        payments.require(run);
        Map<String, String> titles = payments.titles();
        Map<String, String> funds = packs.current().funds();
        return new RunSums(
                titled(queries.byProgramme(run), titles),
                queries.byTownship(run).stream()
                        .map(row -> new PaymentSum(
                                row.key(), divisions.name(new AreaCode(row.key())), row.recipients(), row.fen()))
                        .toList(),
                titled(queries.byFund(run), funds),
                worded("payments.rest.", queries.besideFunds(run)),
                worded("payments.reason.", queries.byReason(run)),
                worded("payments.rest.", queries.besideReasons(run)),
                worded("payments.state.", queries.byState(run)),
                worded("payments.held.", queries.byHeld(run)));
    }

    private List<PaymentSum> worded(String prefix, List<ViewQueries.SumRow> rows) {
        return rows.stream()
                .map(row -> new PaymentSum(row.key(), texts.text(prefix + row.key()), row.recipients(), row.fen()))
                .toList();
    }

    private static List<PaymentSum> titled(List<ViewQueries.SumRow> rows, Map<String, String> titles) {
        return rows.stream()
                .map(row -> new PaymentSum(
                        row.key(), titles.getOrDefault(row.key(), row.key()), row.recipients(), row.fen()))
                .toList();
    }

    /**
     * The list of a village or township to be signed (发放花名册), as PDF.
     *
     * @throws Refusal {@code payments.roster-empty} when the run pays nobody there
     */
    @Transactional(readOnly = true)
    public byte[] roster(RunId id, String programme, AreaCode area) {
        RunView run = payments.require(id);
        Filter filter = Filter.of(id, programme, area);
        List<RecipientView> rows = views(queries.recipients(filter, scope(filter))).stream()
                .filter(row -> row.payFen() > 0)
                .toList();
        if (rows.isEmpty()) {
            throw Refusal.notFound("payments.roster-empty", divisions.name(area));
        }
        Map<UUID, Integer> persons = register
                .find(
                        rows.stream()
                                .map(row -> new HouseholdId(row.household()))
                                .distinct()
                                .toList(),
                        run.preparedOn())
                .stream()
                .collect(Collectors.toMap(
                        file -> file.id().value(),
                        file -> file.household().members().size()));
        List<Papers.Payee> payees = rows.stream()
                .map(row -> payee(row, row.personal() ? 1 : persons.getOrDefault(row.household(), 0)))
                .toList();
        String title = payments.titles().getOrDefault(programme, texts.text("payments.all-programmes"));
        return forms.pdf(Papers.paymentList(title, divisions.path(area), run.month(), payees));
    }

    private Papers.Payee payee(RecipientView row, int persons) {
        String account = row.accountTail().isEmpty() ? "" : row.bank() + " …" + row.accountTail();
        String note = row.lines().stream()
                .map(RecipientView.PaymentLine::reason)
                .filter(reason -> reason != Reason.UNCHANGED)
                .distinct()
                .map(reason -> texts.text("payments.reason." + reason))
                .collect(Collectors.joining("、"));
        String held = row.heldFor()
                .map(why -> texts.text("payments.held." + why) + " ")
                .orElse("");
        return new Papers.Payee(row.name(), "", account, persons, Money.ofFen(row.payFen()), held + note);
    }
}
