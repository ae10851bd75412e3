package yingbao.platform.radar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.cases.CaseId;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.Assessments;
import yingbao.platform.programmes.ExplanationView;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Money;

/** Shows leads, with the reasons as they are today, and closes them. */
@Service
class Leads {
    private final LeadQueries queries;
    private final Register register;
    private final Assessments assessments;
    private final Packs packs;
    private final Rules rules;
    private final Divisions divisions;
    private final Audit audit;
    private final Today today;

    Leads(
            LeadQueries queries,
            Register register,
            Assessments assessments,
            Packs packs,
            Rules rules,
            Divisions divisions,
            Audit audit,
            Today today) {
        this.queries = queries;
        this.register = register;
        this.assessments = assessments;
        this.packs = packs;
        this.rules = rules;
        this.divisions = divisions;
        this.audit = audit;
        this.today = today;
    }

    /**
     * What a list is narrowed to.
     *
     * @param area twelve digits or fewer; empty for the caller's whole area
     * @param kind empty for all, like the others
     */
    record Filter(String area, Optional<Kind> kind, String programme, String cause, Standing standing) {

        /** Everything that waits for somebody. */
        static Filter none() {
            return new Filter("", Optional.empty(), "", "", Standing.OPEN);
        }
    }

    /** A programme by its name. */
    record ProgrammeName(String id, String title) {}

    /**
     * A cause.
     *
     * @param id a stable name
     * @param text the question that is not answered with yes, or what is missing
     */
    record CauseView(String id, String text) {}

    /**
     * A lead in a list.
     *
     * @param name whom it is about; a household is called by its head
     * @param cause one line a cause
     * @param amountFen what would be due, or is drawn, a time
     * @param caseId the application under way, or the case by which it is drawn
     */
    record LeadLine(
            LeadId id,
            Kind kind,
            List<ProgrammeName> programmes,
            HouseholdId household,
            String householdNumber,
            Optional<PersonId> person,
            String name,
            String areaPath,
            List<CauseView> cause,
            String whom,
            long amountFen,
            int people,
            Optional<CaseId> caseId,
            LocalDate foundOn,
            Standing standing,
            Optional<Closing> closing) {}

    /** What a programme says today to whom a lead is about. */
    record Explained(
            String programme,
            String title,
            Optional<PersonId> person,
            String name,
            String outcome,
            Optional<Long> amountFen,
            ExplanationView explanation) {}

    /**
     * A lead, with the reasons of today.
     *
     * @param explained empty where the register knows nobody there any more
     * @param canClose whether the caller may close it
     */
    record LeadView(LeadLine line, LocalDate on, List<Explained> explained, boolean canClose) {}

    /** The leads that a filter leaves, those that would settle most first. */
    @Transactional(readOnly = true)
    Page<LeadLine> list(Filter filter, int offset, int size) {
        return new Page<>(rows(filter, offset, size), queries.count(wanted(filter)));
    }

    /** The same, not counted. */
    @Transactional(readOnly = true)
    List<LeadLine> rows(Filter filter, int offset, int size) {
        return lines(queries.list(wanted(filter), Math.max(0, offset), Page.bounded(size)));
    }

    LeadQueries.Wanted wanted(Filter filter) {
        AreaScope own = Callers.current().scope();
        AreaScope scope = filter.area().isBlank() ? own : own.intersect(AreaScope.of(AreaCode.parse(filter.area())));
        return new LeadQueries.Wanted(
                scope, filter.kind().map(Kind::name).orElse(""), filter.programme(), filter.cause(), filter.standing());
    }

    private List<LeadLine> lines(List<LeadQueries.LeadRow> rows) {
        Pack pack = rules.spoken();
        Map<HouseholdId, Register.HouseholdLine> households = register.households(
                rows.stream().map(LeadQueries.LeadRow::household).toList());
        Map<PersonId, Register.PersonLine> persons = register.lines(
                rows.stream().flatMap(row -> row.person().stream()).toList());
        return rows.stream()
                .map(row -> line(
                        pack,
                        row,
                        Optional.ofNullable(households.get(row.household())),
                        row.person().map(persons::get)))
                .toList();
    }

    private LeadLine line(
            Pack pack,
            LeadQueries.LeadRow row,
            Optional<Register.HouseholdLine> household,
            Optional<Register.PersonLine> person) {
        return new LeadLine(
                row.id(),
                row.kind(),
                row.programmes().stream()
                        .map(id -> new ProgrammeName(id, Rules.title(pack, id)))
                        .toList(),
                row.household(),
                household.map(Register.HouseholdLine::number).orElse(""),
                row.person(),
                person.map(Register.PersonLine::name)
                        .or(() -> household.map(Register.HouseholdLine::headName))
                        .orElse(""),
                divisions.shortPath(row.area()),
                causes(pack, row),
                row.kind() == Kind.ONE_VISIT ? Rules.whom(pack, row.cause().getFirst()) : "",
                row.amountFen(),
                row.people(),
                row.caseId(),
                row.foundOn(),
                row.standing(),
                row.closing());
    }

    private List<CauseView> causes(Pack pack, LeadQueries.LeadRow row) {
        return row.cause().stream()
                .limit(row.kind() == Kind.NOT_RECEIVING ? 1 : row.cause().size())
                .map(cause -> new CauseView(cause, rules.words(pack, row.kind(), row.programme(), cause)))
                .toList();
    }

    /**
     * A lead with the reasons as the register knows them today; that it was looked at is an entry in the log.
     *
     * @throws Refusal {@code radar.unknown}
     */
    @Transactional
    LeadView view(LeadId id) {
        LeadQueries.LeadRow row = queries.find(id).orElseThrow(() -> Refusal.notFound("radar.unknown"));
        LocalDate on = today.date();
        List<Explained> explained = register.find(row.household(), on)
                .map(file -> explained(row, file, on))
                .orElse(List.of());
        audit.record(
                "radar.read",
                "lead",
                id.value(),
                row.area(),
                Map.of("household", row.household().value().toString()));
        boolean canClose = row.standing() == Standing.OPEN && Callers.current().may(Right.RADAR_CLOSE.id());
        return new LeadView(lines(List.of(row)).getFirst(), on, explained, canClose);
    }

    private List<Explained> explained(LeadQueries.LeadRow row, HouseholdFile file, LocalDate on) {
        return assessments.assess(packs.spoken(packs.current()), file.household(), on).stream()
                .map(assessed -> new Explained(
                        assessed.programme(),
                        assessed.title(),
                        assessed.member().isPresent()
                                ? Optional.of(
                                        file.memberIds().get(assessed.member().getAsInt()))
                                : Optional.empty(),
                        assessed.explanation().unit(),
                        assessed.outcome(),
                        assessed.amount().map(Money::fen),
                        assessed.view()))
                .filter(one -> row.programmes().contains(one.programme()))
                .filter(one -> row.kind() == Kind.ONE_VISIT
                        ? one.explanation().questions().stream()
                                .anyMatch(question -> row.cause().contains(question.name()))
                        : one.person().equals(row.person()))
                .toList();
    }

    /**
     * Closes a lead for a reason; it does not open again as long as its cause goes on.
     *
     * @throws Refusal {@code radar.unknown}, {@code radar.closed-already}, {@code radar.under-way-by-case}, {@code
     *     radar.closing-text} where the reason is another one and nobody says which
     */
    @Transactional
    void close(LeadId id, Closing.Reason reason, String text) {
        LeadQueries.LeadRow row = queries.hold(id).orElseThrow(() -> Refusal.notFound("radar.unknown"));
        switch (row.standing()) {
            case CLOSED -> throw Refusal.conflict("radar.closed-already");
            case UNDER_WAY -> throw Refusal.conflict("radar.under-way-by-case");
            case OPEN -> {
                if (reason == Closing.Reason.OTHER && text.isBlank()) {
                    throw Refusal.at("/text", "radar.closing-text");
                }
                queries.close(id, reason, text.strip(), today.date(), Callers.current(), today.instant());
                audit.record(
                        "radar.close",
                        "lead",
                        id.value(),
                        row.area(),
                        Map.of(
                                "kind",
                                row.kind().name(),
                                "programme",
                                String.join(" ", row.programmes()),
                                "cause",
                                String.join(" ", row.cause()),
                                "reason",
                                reason.name()));
            }
        }
    }
}
