package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import yingbao.platform.flow.Measures;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdFile;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.value.Money;

/** Works out anew what many draw, and proposes what would have to be decided otherwise; it decides nothing. */
@Component
class Reassessing {
    /** That the same is drawn already, by another case. */
    static final String PAID_TWICE = "cases.paid-twice";

    private final DecisionQueries decisions;
    private final ProposalQueries proposals;
    private final Workings workings;
    private final CaseFiles files;
    private final Resting resting;
    private final Packs packs;
    private final Today today;

    Reassessing(
            DecisionQueries decisions,
            ProposalQueries proposals,
            Workings workings,
            CaseFiles files,
            Resting resting,
            Packs packs,
            Today today) {
        this.decisions = decisions;
        this.proposals = proposals;
        this.workings = workings;
        this.files = files;
        this.resting = resting;
        this.packs = packs;
        this.today = today;
    }

    /**
     * Why something is worked out anew.
     *
     * @param kind {@code FACTS} or {@code STANDARD}
     * @param reasons in the order in which they came
     * @param from the first day that may be touched
     */
    record Cause(String kind, List<Said> reasons, LocalDate from, Optional<UUID> batch) {

        /** The same for further reasons. */
        Cause because(List<Said> further) {
            return new Cause(kind, Said.joined(reasons, further), from, batch);
        }

        /** Where a changed fact waits to be looked at, it goes on waiting by itself: no batch decides it along the way. */
        Cause after(ProposalRow waiting) {
            LocalDate first = waiting.fromMonth().atDay(1);
            return new Cause(
                    waiting.cause(),
                    Said.joined(waiting.reasons(), reasons),
                    first.isBefore(from) ? first : from,
                    Optional.empty());
        }
    }

    /** What came of it. */
    record Tally(int proposed, int unchanged, int undetermined) {
        Tally plus(Tally other) {
            return new Tally(proposed + other.proposed, unchanged + other.unchanged, undetermined + other.undetermined);
        }
    }

    /** Compares what is decided with what the rules say now, for as many as fit into one transaction. */
    Tally compare(List<DecisionQueries.EntitlementRow> rows, Cause cause) {
        Pack pack = packs.current();
        YearMonth present = YearMonth.from(today.date());
        List<EntitlementId> ids =
                rows.stream().map(DecisionQueries.EntitlementRow::id).toList();
        Map<EntitlementId, DecisionQueries.Earlier> twice = decisions.paidTwice(ids);
        Map<EntitlementId, NavigableMap<YearMonth, DecisionQueries.Decided>> decided = decisions.months(
                Stream.concat(ids.stream(), twice.values().stream().map(DecisionQueries.Earlier::id))
                        .distinct()
                        .toList(),
                present.plusMonths(1));
        Map<LocalDate, Map<EntitlementId, HouseholdFile>> known = new HashMap<>();
        Function<LocalDate, Map<EntitlementId, HouseholdFile>> filesOn =
                day -> known.computeIfAbsent(day, wanted -> files.of(rows, wanted));
        Map<EntitlementId, Set<YearMonth>> stopped = resting.stopped(pack, rows, present.plusMonths(1));
        Map<EntitlementId, ProposalRow> waiting = proposals.single(rows);
        List<ProposalRow> found = new ArrayList<>();
        List<UUID> settled = new ArrayList<>();
        Tally tally = new Tally(0, 0, 0);
        for (DecisionQueries.EntitlementRow row : rows) {
            Optional<DecisionQueries.Earlier> earlier = Optional.ofNullable(twice.get(row.id()));
            Optional<ProposalRow> before = Optional.ofNullable(waiting.get(row.id()))
                    .map(was -> was.because(standing(was.reasons(), earlier)));
            Cause own = before.map(cause::after).orElseGet(() -> cause.because(standing(List.of(), earlier)));
            Set<YearMonth> none = stopped.getOrDefault(row.id(), Set.of());
            // What rests on something suspended is worked out for the month after too, in which that may be drawn
            // again.
            YearMonth last = none.isEmpty() ? present : present.plusMonths(1);
            Optional<Compared> compared = compared(
                            pack, row, decided.getOrDefault(row.id(), new TreeMap<>()), own.from(), filesOn, last)
                    .map(found1 -> found1.of(present).without(none::contains))
                    .map(alone -> earlier.map(other -> decided.getOrDefault(other.id(), new TreeMap<>()))
                            .map(alone::beside)
                            .orElse(alone));
            Optional<ProposalRow> proposal = compared.flatMap(found1 -> proposal(row, found1, own))
                    .map(now -> before.filter(now::proposesSameAs)
                            .map(was -> now.because(was.reasons()))
                            .orElse(now))
                    .map(now -> waiting(pack, row, now, before));
            proposal.ifPresent(found::add);
            if (proposal.isEmpty()) {
                settled.add(row.id().value());
            }
            boolean open = compared.map(Compared::open).orElse(false);
            tally = tally.plus(
                    new Tally(proposal.isPresent() ? 1 : 0, proposal.isPresent() || open ? 0 : 1, open ? 1 : 0));
        }
        proposals.withdraw(settled, Callers.current().name(), cause.reasons(), today.instant());
        proposals.replace(found, today.instant());
        return tally;
    }

    /**
     * What is decided beside what the rules say.
     *
     * @param worked month by month from the first that may be touched
     * @param open whether the last month cannot be said
     */
    private record Compared(
            NavigableMap<YearMonth, DecisionQueries.Decided> former,
            NavigableMap<YearMonth, Workings.Due> worked,
            YearMonth present,
            boolean open) {

        /** Nothing is due in a month in which the same is drawn already. */
        Compared beside(SortedMap<YearMonth, DecisionQueries.Decided> earlier) {
            return without(month -> Optional.ofNullable(earlier.get(month))
                    .filter(decided -> decided.amount().fen() > 0)
                    .isPresent());
        }

        Compared of(YearMonth running) {
            return new Compared(former, worked, running, open);
        }

        /** Nothing is due in some months, whatever the rules say of them. */
        Compared without(Predicate<YearMonth> months) {
            NavigableMap<YearMonth, Workings.Due> left = new TreeMap<>(worked);
            left.replaceAll((month, due) -> months.test(month) ? new Workings.Due.Nothing() : due);
            return new Compared(former, left, present, left.lastEntry().getValue() instanceof Workings.Due.Open);
        }
    }

    /** The reasons of a proposal that still stand, and that something is paid twice as long as it is. */
    private static List<Said> standing(List<Said> reasons, Optional<DecisionQueries.Earlier> earlier) {
        List<Said> others = reasons.stream()
                .filter(reason -> !reason.code().equals(PAID_TWICE))
                .toList();
        return Said.joined(
                others,
                earlier.map(other -> Said.of(PAID_TWICE, other.caseNumber())).stream()
                        .toList());
    }

    /** It waits since the first that somebody should have looked at, however often it was worked out anew since. */
    private ProposalRow waiting(
            Pack pack, DecisionQueries.EntitlementRow row, ProposalRow now, Optional<ProposalRow> before) {
        LocalDate since = before.map(ProposalRow::madeOn).orElse(now.madeOn());
        Optional<LocalDate> until = now.batch().isPresent()
                ? Optional.empty()
                : pack.workflow(row.workflow())
                        .flatMap(Workflow::changes)
                        .flatMap(limit -> new Measures(pack, row.area()).deadline(limit, since));
        return now.waiting(since, until);
    }

    private Optional<Compared> compared(
            Pack pack,
            DecisionQueries.EntitlementRow row,
            NavigableMap<YearMonth, DecisionQueries.Decided> former,
            LocalDate from,
            Function<LocalDate, Map<EntitlementId, HouseholdFile>> files,
            YearMonth present) {
        boolean over = former.isEmpty() || former.lastEntry().getValue().kind() == Effect.END;
        // What is given once is given for what happened then, and decided anew when it happens again.
        boolean monthly = row.subject()
                .version(pack, present.atDay(1))
                .filter(version -> version.pay() != Programme.Pay.MONTHLY)
                .isEmpty();
        if (over || !monthly) {
            return Optional.empty();
        }
        YearMonth touched = from.getDayOfMonth() == 1
                ? YearMonth.from(from)
                : YearMonth.from(from).plusMonths(1);
        YearMonth first = touched.isBefore(former.firstKey()) ? former.firstKey() : touched;
        YearMonth last = first.isAfter(present) ? first : present;
        NavigableMap<YearMonth, Workings.Due> worked = new TreeMap<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            LocalDate day = row.subject().day(month);
            HouseholdFile file = files.apply(day).get(row.id());
            worked.put(
                    month, file == null ? new Workings.Due.Nothing() : workings.due(pack, row.subject(), month, file));
        }
        return Optional.of(
                new Compared(former, worked, present, worked.lastEntry().getValue() instanceof Workings.Due.Open));
    }

    private Optional<ProposalRow> proposal(DecisionQueries.EntitlementRow row, Compared compared, Cause cause) {
        NavigableMap<YearMonth, Money> proposed = Deciding.adjusted(compared.worked(), compared.former());
        NavigableMap<YearMonth, Money> former = new TreeMap<>();
        proposed.keySet()
                .forEach(month -> former.put(
                        month,
                        Optional.ofNullable(compared.former().get(month))
                                .map(DecisionQueries.Decided::amount)
                                .orElse(Money.ZERO)));
        boolean doubtful = compared.open() && cause.kind().equals(ProposalView.FACTS);
        if (proposed.equals(former) && !doubtful) {
            return Optional.empty();
        }
        YearMonth first = proposed.entrySet().stream()
                .filter(month -> !month.getValue().equals(former.get(month.getKey())))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(proposed.firstKey());
        boolean ends = compared.worked().lastEntry().getValue() instanceof Workings.Due.Nothing;
        return Optional.of(new ProposalRow(
                new ProposalId(today.newId()),
                row.id(),
                row.caseId(),
                cause.batch(),
                row.area(),
                cause.kind(),
                cause.reasons(),
                doubtful
                        ? ProposalQueries.Kind.UNDETERMINED
                        : ends ? ProposalQueries.Kind.END : ProposalQueries.Kind.ADJUST,
                first,
                MonthAmount.openEnded(former),
                MonthAmount.openEnded(proposed),
                former.lastEntry().getValue().fen(),
                proposed.lastEntry().getValue().fen(),
                // The month that is running is paid by its own run, whatever is decided for it until then.
                sum(proposed.headMap(compared.present())) - sum(former.headMap(compared.present())),
                today.date(),
                Optional.empty(),
                Optional.empty()));
    }

    private static long sum(Map<YearMonth, Money> months) {
        return months.values().stream().mapToLong(Money::fen).sum();
    }
}
