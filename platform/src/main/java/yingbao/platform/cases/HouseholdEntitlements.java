package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.Assessments;
import yingbao.platform.programmes.ExplanationView;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Workflow;

/** Says what a family is entitled to on a day, beside what it draws or has applied for. */
@Service
public class HouseholdEntitlements {
    private final Register register;
    private final Assessments assessments;
    private final CaseQueries cases;
    private final GivenBefore before;
    private final Work work;
    private final Packs packs;
    private final Audit audit;
    private final Today today;

    HouseholdEntitlements(
            Register register,
            Assessments assessments,
            CaseQueries cases,
            GivenBefore before,
            Work work,
            Packs packs,
            Audit audit,
            Today today) {
        this.register = register;
        this.assessments = assessments;
        this.cases = cases;
        this.before = before;
        this.work = work;
        this.packs = packs;
        this.audit = audit;
        this.today = today;
    }

    /**
     * What one programme says to the household or one of its members.
     *
     * @param person of a person's programme
     * @param name whom it is about
     * @param once whether it is given once, for something that happened
     * @param before what was given once, or for a year, already, the latest first
     * @param given whether what is given every year was given in this one, so that it cannot be granted again
     * @param openCase the case that is not over; empty where one may apply
     */
    public record EntitlementLine(
            String programme,
            String title,
            Optional<PersonId> person,
            String name,
            String outcome,
            Optional<Long> amountFen,
            boolean once,
            List<GivenView> before,
            boolean given,
            ExplanationView explanation,
            Optional<CaseLine> openCase) {}

    /** What a family is entitled to on a day, and its cases, newest first. */
    public record EntitlementPanel(
            HouseholdId household, LocalDate on, List<EntitlementLine> lines, List<CaseLine> cases) {}

    /**
     * Everything for a household on a day, by the rules that hold now; that it was looked at is an entry in the log.
     *
     * @throws Refusal {@code cases.household-unknown}
     */
    @Transactional
    public EntitlementPanel of(HouseholdId id, LocalDate on) {
        HouseholdFile file = register.find(id, on).orElseThrow(() -> Refusal.notFound("cases.household-unknown"));
        Map<String, CaseRow> open = cases.openByUnit(id);
        List<GivenQueries.Given> given = before.to(id, file.memberIds());
        List<EntitlementLine> lines = assessments.assess(packs.spoken(packs.current()), file.household(), on).stream()
                .map(assessed -> line(assessed, file, open, given))
                .toList();
        audit.record("household.entitlements", "household", id.value(), file.area(), Map.of("on", on.toString()));
        return new EntitlementPanel(id, on, lines, work.lines(cases.ofHousehold(id)));
    }

    private EntitlementLine line(
            Assessments.Assessed assessed,
            HouseholdFile file,
            Map<String, CaseRow> open,
            List<GivenQueries.Given> given) {
        Programme version = assessed.explanation().decision().basis().programme();
        Optional<PersonId> person = assessed.member().isPresent()
                ? Optional.of(file.memberIds().get(assessed.member().getAsInt()))
                : Optional.empty();
        Optional<CaseRow> row = Optional.ofNullable(open.get(CaseQueries.unit(assessed.programme(), person)));
        List<GivenView> ofThis = GivenBefore.by(version, person, given).stream()
                .filter(one ->
                        row.filter(opened -> opened.id().equals(one.caseId())).isEmpty())
                .toList();
        YearMonth month = YearMonth.from(today.date());
        return new EntitlementLine(
                assessed.programme(),
                assessed.title(),
                person,
                assessed.explanation().unit(),
                assessed.outcome(),
                assessed.amount().map(yingbao.policy.value.Money::fen),
                version.pay() == Programme.Pay.ONCE,
                ofThis,
                GivenBefore.inYear(version, month, ofThis).isPresent(),
                assessed.view(),
                row.map(found -> work.line(packs.current(), found)));
    }

    /**
     * What an application begins with.
     *
     * @param kin whether the declaration of close kin is asked for
     * @param authorisation whether the authorisation to check finances is
     * @param papers what must be handed in
     * @param papersIfAny what is handed in where it applies
     */
    public record ApplicationDraft(
            String programme,
            String title,
            HouseholdId household,
            String householdNumber,
            Optional<PersonId> person,
            String applicant,
            String address,
            List<String> members,
            boolean kin,
            boolean authorisation,
            List<String> papers,
            List<String> papersIfAny,
            LocalDate appliedOn,
            Optional<EntitlementLine> opinion) {}

    /**
     * An application, filled in from the register as far as it goes.
     *
     * @throws Refusal {@code cases.household-unknown}, {@code cases.programme-not-in-force}
     */
    @Transactional
    public ApplicationDraft draft(HouseholdId id, String programme, Optional<PersonId> person) {
        LocalDate on = today.date();
        HouseholdFile file = register.find(id, on).orElseThrow(() -> Refusal.notFound("cases.household-unknown"));
        Optional<EntitlementLine> opinion = of(id, on).lines().stream()
                .filter(line ->
                        line.programme().equals(programme) && line.person().equals(person))
                .findFirst();
        Programme version = packs.current().programmesOn(on).stream()
                .filter(candidate -> candidate.id().equals(programme))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("cases.programme-not-in-force", programme, on));
        Workflow workflow = packs.current().workflow(version.workflow()).orElseThrow();
        List<String> members = file.household().members().stream()
                .map(member -> NoticeTexts.text(member, "name").orElse(""))
                .toList();
        return new ApplicationDraft(
                programme,
                version.title(),
                id,
                file.number(),
                person,
                person.flatMap(file::member)
                        .flatMap(member -> NoticeTexts.text(member, "name"))
                        .or(() -> members.stream().findFirst())
                        .orElse(""),
                file.address(),
                members,
                workflow.kin(),
                workflow.authorisation(),
                workflow.state(workflow.start()).papers(),
                workflow.state(workflow.start()).papersIfAny(),
                on,
                opinion);
    }
}
