package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.flow.Flow;
import yingbao.platform.flow.Measures;
import yingbao.platform.flow.Standing;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.platform.notices.NewNotice;
import yingbao.platform.notices.Notices;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.Register;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Workflow;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Money;

/** Takes over those who drew before the platform: their cases rest where a granted one would. */
@Component
class TakeOver {
    private final TakeOverQueries queries;
    private final CaseQueries cases;
    private final CaseFlow caseFlow;
    private final Register register;
    private final Notices notices;
    private final Packs packs;
    private final Divisions divisions;
    private final Audit audit;
    private final Today today;

    TakeOver(
            TakeOverQueries queries,
            CaseQueries cases,
            CaseFlow caseFlow,
            Register register,
            Notices notices,
            Packs packs,
            Divisions divisions,
            Audit audit,
            Today today) {
        this.queries = queries;
        this.cases = cases;
        this.caseFlow = caseFlow;
        this.register = register;
        this.notices = notices;
        this.packs = packs;
        this.divisions = divisions;
        this.audit = audit;
        this.today = today;
    }

    /** One who is taken over, with what the platform makes of it. */
    private record Taken(Existing existing, CaseRow row, Workflow workflow, Optional<HouseholdFile> file) {}

    @Transactional(propagation = Propagation.MANDATORY)
    List<EntitlementId> take(List<Existing> existing) {
        LocalDate on = today.date();
        Pack pack = packs.current();
        Map<HouseholdId, HouseholdFile> files =
                register.find(existing.stream().map(Existing::household).toList(), on).stream()
                        .collect(Collectors.toMap(HouseholdFile::id, Function.identity()));
        Map<AreaCode, Integer> used = new HashMap<>();
        Map<AreaCode, String> first = new HashMap<>();
        existing.stream()
                .collect(Collectors.groupingBy(this::county, Collectors.counting()))
                .forEach((county, many) ->
                        first.put(county, cases.nextNumber(county, on.getYear(), Math.toIntExact(many))));
        List<Taken> taken = new ArrayList<>();
        for (Existing one : existing) {
            AreaCode county = county(one);
            String begin = first.getOrDefault(county, "");
            int dash = begin.indexOf('-');
            int number = Integer.parseInt(begin.substring(dash + 1)) + used.merge(county, 1, Integer::sum) - 1;
            taken.add(taken(
                    pack,
                    one,
                    county,
                    "%s-%05d".formatted(begin.substring(0, dash), number),
                    Optional.ofNullable(files.get(one.household())),
                    on));
        }
        return keep(taken, on);
    }

    private AreaCode county(Existing existing) {
        return divisions.within(AreaLevel.COUNTY, existing.area()).orElse(existing.area());
    }

    private Taken taken(
            Pack pack, Existing one, AreaCode county, String number, Optional<HouseholdFile> file, LocalDate on) {
        Programme version = pack.programmesOn(on).stream()
                .filter(candidate -> candidate.id().equals(one.programme()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("cases.programme-not-in-force", one.programme(), on));
        Workflow workflow = pack.workflow(version.workflow()).orElseThrow();
        Workflow.State rest = workflow.states().values().stream()
                .filter(state -> state.onReview().isPresent())
                .findFirst()
                .orElseThrow();
        CaseRow row = new CaseRow(
                new CaseId(today.newId()),
                number,
                county,
                one.programme(),
                workflow.id(),
                one.household(),
                one.person(),
                one.area(),
                one.householdNumber(),
                one.applicant(),
                rest.id(),
                Optional.empty(),
                one.decidedOn(),
                one.decidedOn(),
                Optional.empty(),
                on,
                one.appliedOn(),
                Optional.empty(),
                false,
                "",
                Optional.empty(),
                one.payee(),
                Optional.empty(),
                0);
        return new Taken(one, row, workflow, file);
    }

    private List<EntitlementId> keep(List<Taken> taken, LocalDate on) {
        List<TakeOverQueries.Kept> kept = new ArrayList<>();
        List<NewNotice> hung = new ArrayList<>();
        List<EntitlementId> ids = new ArrayList<>();
        for (Taken one : taken) {
            EntitlementId id = new EntitlementId(today.newId());
            ids.add(id);
            Optional<LocalDate> reviewOn = one.file()
                    .flatMap(file -> nextReview(one.row(), one.existing().decidedOn(), file, on));
            kept.add(TakeOverQueries.Kept.of(
                    id,
                    new DecisionId(today.newId()),
                    one.row(),
                    one.existing(),
                    reviewOn,
                    packs.current().version()));
            one.file().flatMap(file -> longList(one, file, on)).ifPresent(hung::add);
        }
        queries.insert(kept);
        notices.openAll(hung);
        audit.recordAll(taken.stream()
                .map(one -> new yingbao.platform.audit.Audit.Deed(
                        "case.take-over",
                        Cases.SUBJECT,
                        one.row().id().value().toString(),
                        one.row().area(),
                        Map.of(
                                "number",
                                one.row().number(),
                                "former",
                                one.existing().formerNumber())))
                .toList());
        return ids;
    }

    /** The first review after today, counted from the old decision in the interval that holds. */
    private Optional<LocalDate> nextReview(CaseRow row, LocalDate decidedOn, HouseholdFile file, LocalDate on) {
        Optional<LocalDate> review = caseFlow.reviewOn(row, on, file);
        if (review.isEmpty()) {
            return review;
        }
        long months = java.time.temporal.ChronoUnit.MONTHS.between(YearMonth.from(on), YearMonth.from(review.get()));
        LocalDate next = decidedOn.plusMonths(months);
        while (!next.isAfter(on) && months > 0) {
            next = next.plusMonths(months);
        }
        return Optional.of(next);
    }

    private Optional<NewNotice> longList(Taken one, HouseholdFile file, LocalDate on) {
        Measures measures = new Measures(packs.current(), one.row().area());
        CaseFlow.Told told = new CaseFlow.Told(
                one.workflow(),
                new Flow(one.workflow(), measures),
                measures,
                new Standing(
                        one.row().state(),
                        one.row().appliedOn(),
                        List.of(),
                        java.util.Set.of(),
                        false,
                        Optional.empty(),
                        0,
                        Optional.empty()),
                (_, _, _, _, _) -> new yingbao.platform.flow.Samples.Sample(0, 0));
        Money amount = MonthAmount.at(one.existing().amounts(), YearMonth.from(on));
        return caseFlow.notice(one.row(), told, told.state(), on, file, Optional.of(amount));
    }
}
