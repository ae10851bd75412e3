package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yingbao.platform.flow.Obstacle;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.ExplanationView;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdFile;
import yingbao.policy.decide.Question;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.value.Money;

/** Decides, where a step of a case does: works out what is due, freezes what it rests on, and keeps both. */
@Component
class Deciding {
    private final Workings workings;
    private final DecisionQueries queries;
    private final ProposalQueries proposals;
    private final CaseFiles files;
    private final GivenBefore before;
    private final Resting resting;
    private final Packs packs;
    private final Texts texts;
    private final Today today;

    Deciding(
            Workings workings,
            DecisionQueries queries,
            ProposalQueries proposals,
            CaseFiles files,
            GivenBefore before,
            Resting resting,
            Packs packs,
            Texts texts,
            Today today) {
        this.workings = workings;
        this.queries = queries;
        this.proposals = proposals;
        this.files = files;
        this.before = before;
        this.resting = resting;
        this.packs = packs;
        this.texts = texts;
        this.today = today;
    }

    /** What the rules say of a case today, by the pack that holds now in some language. */
    ExplanationView opinion(Pack pack, CaseRow row) {
        LocalDate on = today.date();
        return workings.explanation(pack, row.subject(), files.of(row, on), on);
    }

    /** What would be paid if it were granted today; empty where nothing would. */
    Optional<Money> proposed(CaseRow row) {
        Pack pack = packs.current();
        LocalDate on = today.date();
        YearMonth first = version(pack, row.subject(), on)
                .map(version -> row.subject().firstMonth(version, on))
                .orElse(YearMonth.from(on));
        HouseholdFile file = files.of(row, row.subject().day(first));
        return switch (workings.due(pack, row.subject(), first, file)) {
            case Workings.Due.Amount(Money money) -> Optional.of(money);
            case Workings.Due.Nothing _, Workings.Due.Open _ -> Optional.empty();
        };
    }

    /** What is paid this month, or will be in the next; empty where nothing was decided. */
    Optional<Money> drawn(CaseRow row) {
        YearMonth month = YearMonth.from(today.date());
        return queries.entitlementOf(row.id())
                .map(queries::decided)
                .flatMap(spans -> spans.stream()
                        .filter(span -> span.covers(month) || span.from().isAfter(month))
                        .findFirst()
                        .map(span -> Money.ofFen(span.amountFen())));
    }

    /**
     * Whether an effect decides anything. What was decided for single months ends with them: a case of it is closed, and
     * nothing is stopped.
     */
    boolean decides(CaseRow row, Effect effect) {
        List<MonthAmount> spans =
                queries.entitlementOf(row.id()).map(queries::decided).orElse(List.of());
        return effect != Effect.END
                || spans.isEmpty()
                || spans.stream().anyMatch(span -> span.to().isEmpty());
    }

    /** What stands in the way of a grant today, apart from the rules; empty where nothing does. */
    Optional<Obstacle> hindrance(CaseRow row, Effect effect) {
        LocalDate on = today.date();
        return effect == Effect.GRANT
                ? version(packs.current(), row.subject(), on).flatMap(version -> before.hindrance(row, version, on))
                : Optional.empty();
    }

    /** What other cases of the same programme gave once, or for a year. */
    List<GivenView> givenBeside(CaseRow row) {
        return version(packs.current(), row.subject(), today.date())
                .map(version -> before.beside(row, version))
                .orElse(List.of());
    }

    private static Optional<Programme> version(Pack pack, Subject subject, LocalDate on) {
        return subject.version(pack, on);
    }

    /**
     * Decides what a step decides.
     *
     * @return the decision and the entitlement, where there is one
     * @throws Refusal {@code cases.not-eligible} (the reasons) or {@code cases.undetermined} (what to ask) when something
     *     is to be paid that the rules do not grant; {@code cases.given-this-year} (the programme, the year, the number of
     *     the other case, month, amount) when what is given every year was given already; {@code cases.rests-on-stopped} (the
     *     number, the month) when what it rests on is not drawn
     */
    DecisionId decide(CaseRow row, Effect effect, String reason) {
        LocalDate on = today.date();
        Pack pack = packs.current();
        Optional<EntitlementId> entitlement = queries.entitlementOf(row.id());
        Optional<ProposalRow> proposal = entitlement.flatMap(proposals::open);
        YearMonth next = YearMonth.from(on).plusMonths(1);
        YearMonth from = proposal.map(ProposalRow::fromMonth).orElse(next);
        Ready ready = switch (effect) {
            case GRANT -> granted(pack, row, on);
            case ADJUST -> adjusted(pack, row, entitlement.orElseThrow(), from);
            case RESUME -> paid(pack, row, next);
            case SUSPEND -> new Ready(explained(pack, row, on), stopped(next));
            case END -> new Ready(explained(pack, row, on), stopped(from));
            case REFUSE -> new Ready(explained(pack, row, on), List.of());
        };
        Optional<EntitlementId> about = effect == Effect.GRANT ? Optional.of(begin(row, on)) : entitlement;
        String why = reason.isBlank()
                ? proposal.map(taken -> Said.onPaper(taken.reasons(), texts)).orElse("")
                : reason;
        DecisionId id = keep(row, about, effect, on, why, pack, ready);
        if (effect == Effect.ADJUST || effect == Effect.END) {
            proposal.ifPresent(taken -> proposals.close(
                    taken.id(), ProposalView.State.TAKEN, Callers.current().name(), reason, today.instant()));
        }
        return id;
    }

    /** What was worked out, and what it comes to month by month. */
    record Ready(Workings.Worked worked, List<MonthAmount> amounts) {}

    DecisionId keep(
            CaseRow row,
            Optional<EntitlementId> about,
            Effect effect,
            LocalDate on,
            String reason,
            Pack pack,
            Ready ready) {
        DecisionId id = new DecisionId(today.newId());
        queries.insert(
                new DecisionQueries.NewDecision(
                        id,
                        effect == Effect.REFUSE ? Optional.empty() : about,
                        row,
                        queries.nextSeq(row.id()),
                        effect,
                        on,
                        reason,
                        pack.version(),
                        ready.worked().asOf(),
                        ready.worked().basis(),
                        ready.worked().trace(),
                        ready.amounts()),
                Callers.current(),
                today.instant());
        return id;
    }

    private EntitlementId begin(CaseRow row, LocalDate on) {
        EntitlementId id = new EntitlementId(today.newId());
        queries.insertEntitlement(id, row, on);
        return id;
    }

    private Workings.Worked explained(Pack pack, CaseRow row, LocalDate on) {
        return workings.explain(pack, row.subject(), files.of(row, on));
    }

    private static List<MonthAmount> stopped(YearMonth from) {
        return List.of(MonthAmount.from(from, Money.ZERO));
    }

    private Ready granted(Pack pack, CaseRow row, LocalDate on) {
        Programme version = version(pack, row.subject(), on)
                .orElseThrow(() -> Refusal.conflict("cases.programme-not-in-force", row.programme(), on));
        before.hindrance(row, version, on).ifPresent(given -> {
            throw Refusal.conflict(given.code(), given.args().toArray());
        });
        YearMonth first = row.subject().firstMonth(version, on);
        Ready ready = paid(pack, row, first);
        return switch (version.pay()) {
            case MONTHLY -> ready;
            // Whatever is paid once, or once a year, is paid for its first month and decided anew for the next.
            case ONCE, YEARLY ->
                new Ready(
                        ready.worked(),
                        List.of(new MonthAmount(
                                first,
                                Optional.of(first),
                                MonthAmount.at(ready.amounts(), first).fen())));
        };
    }

    /** Paid from a month on, with the months up to the present one worked out each for itself. */
    private Ready paid(Pack pack, CaseRow row, YearMonth first) {
        YearMonth last = latest(first);
        Workings.Worked worked = rested(
                row,
                resting.stopped(pack, row, last),
                workings.work(pack, row.subject(), first, last, day -> files.of(row, day)));
        requireEligible(worked);
        SortedMap<YearMonth, Money> months = new TreeMap<>();
        worked.months().forEach((month, due) -> months.put(month, amount(due).orElse(Money.ZERO)));
        return new Ready(worked, MonthAmount.openEnded(months));
    }

    /** Worked out anew from a month on; months that were suspended stay so, and an open one keeps what it had. */
    private Ready adjusted(Pack pack, CaseRow row, EntitlementId entitlement, YearMonth from) {
        YearMonth last = latest(from);
        SortedMap<YearMonth, DecisionQueries.Decided> former =
                queries.months(List.of(entitlement), last).getOrDefault(entitlement, new TreeMap<>());
        YearMonth first = former.isEmpty() || former.firstKey().isBefore(from) ? from : former.firstKey();
        Set<YearMonth> stopped = resting.stopped(pack, row, latest(first).plusMonths(1));
        // Where some months bring nothing for that, the one after says what goes on.
        YearMonth until = stopped.isEmpty() ? latest(first) : latest(first).plusMonths(1);
        Workings.Worked worked =
                rested(row, stopped, workings.work(pack, row.subject(), first, until, day -> files.of(row, day)));
        requireEligible(worked);
        return new Ready(worked, MonthAmount.openEnded(adjusted(worked.months(), former)));
    }

    /** Nothing is due in months in which what it rests on is not drawn. */
    private static Workings.Worked rested(CaseRow row, Set<YearMonth> stopped, Workings.Worked worked) {
        if (stopped.contains(worked.months().lastKey())) {
            throw Refusal.conflict(
                    "cases.rests-on-stopped", row.number(), worked.months().lastKey());
        }
        SortedMap<YearMonth, Workings.Due> months = new TreeMap<>(worked.months());
        months.replaceAll((month, due) -> stopped.contains(month) ? new Workings.Due.Nothing() : due);
        return new Workings.Worked(months, worked.asOf(), worked.basis(), worked.trace(), worked.explanation());
    }

    /** What is due after an adjustment, month by month. */
    static NavigableMap<YearMonth, Money> adjusted(
            SortedMap<YearMonth, Workings.Due> worked, SortedMap<YearMonth, DecisionQueries.Decided> former) {
        NavigableMap<YearMonth, Money> months = new TreeMap<>();
        worked.forEach((month, due) -> {
            Optional<DecisionQueries.Decided> before = Optional.ofNullable(former.get(month));
            boolean suspended = before.map(DecisionQueries.Decided::kind)
                    .filter(kind -> kind == Effect.SUSPEND)
                    .isPresent();
            Money kept = before.map(DecisionQueries.Decided::amount).orElse(Money.ZERO);
            months.put(
                    month,
                    suspended
                            ? kept
                            : switch (due) {
                                case Workings.Due.Amount(Money money) -> money;
                                case Workings.Due.Nothing _ -> Money.ZERO;
                                case Workings.Due.Open _ -> kept;
                            });
        });
        return months;
    }

    static Optional<Money> amount(Workings.Due due) {
        return due instanceof Workings.Due.Amount(Money money) ? Optional.of(money) : Optional.empty();
    }

    YearMonth latest(YearMonth first) {
        YearMonth present = YearMonth.from(today.date());
        return first.isAfter(present) ? first : present;
    }

    private static void requireEligible(Workings.Worked worked) {
        ExplanationView explanation = worked.explanation();
        switch (worked.months().get(worked.months().lastKey())) {
            case Workings.Due.Amount _ -> {}
            case Workings.Due.Nothing _ ->
                throw Refusal.conflict("cases.not-eligible", String.join("；", explanation.refusals()));
            case Workings.Due.Open _ ->
                throw Refusal.conflict(
                        "cases.undetermined",
                        explanation.questions().stream()
                                .map(Question::label)
                                .distinct()
                                .collect(Collectors.joining("、")));
            case null -> throw new IllegalStateException("nothing was worked out");
        }
    }
}
