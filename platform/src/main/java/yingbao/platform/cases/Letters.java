package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.documents.Form;
import yingbao.platform.documents.Forms;
import yingbao.platform.documents.Papers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdFile;
import yingbao.policy.decide.Node;
import yingbao.policy.expr.Facts;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.value.Citation;
import yingbao.policy.value.Money;

/** Prints the papers of a case. */
@Service
class Letters {
    /** Parameters of the pack that say until when a decision can be appealed against. */
    private static final String REVIEW = "review_days";

    private static final String SUIT = "suit_months";

    private final CaseViews views;
    private final CaseQueries queries;
    private final DecisionQueries decisions;
    private final CaseFlow caseFlow;
    private final CaseFiles files;
    private final Workings workings;
    private final Forms forms;
    private final Packs packs;
    private final Divisions divisions;
    private final Audit audit;

    Letters(
            CaseViews views,
            CaseQueries queries,
            DecisionQueries decisions,
            CaseFlow caseFlow,
            CaseFiles files,
            Workings workings,
            Forms forms,
            Packs packs,
            Divisions divisions,
            Audit audit) {
        this.views = views;
        this.queries = queries;
        this.decisions = decisions;
        this.caseFlow = caseFlow;
        this.files = files;
        this.workings = workings;
        this.forms = forms;
        this.packs = packs;
        this.divisions = divisions;
        this.audit = audit;
    }

    /** The application and approval form (申请审批表) with the opinions given so far. */
    @Transactional
    byte[] application(CaseId id) {
        CaseRow row = views.require(id);
        HouseholdFile file = files.of(row, row.openedOn());
        String programme = caseFlow.programmeTitle(row.programme(), row.appliedOn());
        List<Form.Field> applicant = new ArrayList<>(List.of(
                Form.Field.of("申请人", row.applicant()),
                Form.Field.of("家庭编号", row.householdNumber()),
                Form.Field.of("申请日期", Papers.day(row.appliedOn())),
                Form.Field.of("领款人", row.payee()),
                Form.Field.wide("住址", divisions.path(row.area()) + file.address())));
        Workflow workflow = caseFlow.workflow(row);
        if (workflow.kin()) {
            applicant.add(Form.Field.of("近亲属申明", row.kin() ? "有：" + row.kinRemark() : "无"));
        }
        if (workflow.authorisation()) {
            applicant.add(
                    Form.Field.of("授权核查", row.authorisedOn().map(Papers::day).orElse("——")));
        }
        List<List<String>> members = file.household().members().stream()
                .map(member -> member(packs.current(), member))
                .toList();
        Form.Table table = new Form.Table(
                "二、家庭成员",
                List.of(
                        new Form.Column("姓名", 3, Form.Align.LEFT),
                        new Form.Column("性别", 2, Form.Align.CENTRE),
                        new Form.Column("与户主关系", 3, Form.Align.LEFT)),
                members,
                List.of());
        print("application", row);
        return forms.pdf(Papers.application(new Papers.Applied(
                programme,
                row.number(),
                applicant,
                workflow.authorisation(),
                List.of(table),
                opinions(row, workflow))));
    }

    private static List<String> member(Pack pack, Facts member) {
        return List.of(
                NoticeTexts.text(member, "name").orElse(""),
                coded(pack, member, "sex"),
                coded(pack, member, "relation"));
    }

    private static String coded(Pack pack, Facts member, String fact) {
        String code = NoticeTexts.text(member, fact).orElse("");
        return pack.catalogue()
                .find("person." + fact)
                .map(known -> known.symbol().codes().getOrDefault(code, code))
                .orElse(code);
    }

    /** What each step said, by the last time it was taken. */
    private List<Form.Opinion> opinions(CaseRow row, Workflow workflow) {
        Map<String, Form.Opinion> last = new LinkedHashMap<>();
        for (CaseQueries.StepRow step : queries.steps(row.id())) {
            Optional<Workflow.State> state =
                    Optional.ofNullable(workflow.states().get(step.from()));
            state.filter(known -> !known.id().equals(workflow.start())).ifPresent(known -> {
                String words = CaseFlow.words(workflow, step).entrySet().stream()
                        .map(entry -> entry.getKey() + "：" + entry.getValue())
                        .collect(Collectors.joining("；"));
                String action =
                        known.action(step.action()).map(Workflow.Action::title).orElse(step.action());
                String remarks = step.remarks().isBlank() ? "" : "。" + step.remarks();
                last.put(
                        known.id(),
                        new Form.Opinion(
                                known.title(),
                                action + (words.isEmpty() ? "" : "（" + words + "）") + remarks,
                                step.actorName(),
                                Papers.day(step.on())));
            });
        }
        return List.copyOf(last.values());
    }

    /**
     * The letter about a decision.
     *
     * @throws Refusal {@code cases.no-letter} for one taken before the platform
     */
    @Transactional
    byte[] letter(CaseId id, DecisionId decisionId) {
        CaseRow row = views.require(id);
        DecisionQueries.DecisionRow decision = decisions.decisions(id).stream()
                .filter(candidate -> candidate.id().equals(decisionId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("cases.unknown"));
        DecisionQueries.Frozen frozen =
                decisions.frozen(id, decisionId).orElseThrow(() -> Refusal.notFound("cases.no-letter"));
        Pack pack = packs.version(decision.packVersion());
        Workflow workflow = caseFlow.workflow(row);
        String office = caseFlow.office(workflow, deciderOf(row, workflow, decision), row.area());
        Papers.Letter letter = new Papers.Letter(
                caseFlow.programmeTitle(row.programme(), row.appliedOn()),
                decision.number(row),
                row.applicant(),
                row.appliedOn(),
                decision.on(),
                office,
                divisions.name(row.county()),
                remedies(pack, row, decision.on()));
        HouseholdFile file = workings.present(frozen.basis());
        print("letter", row);
        return forms.pdf(
                switch (decision.kind()) {
                    case REFUSE -> Papers.refused(letter, reasons(decision, frozen.trace()));
                    case GRANT -> granted(row, decision, letter, pack, file, noticed(row, workflow, decision));
                    case ADJUST -> changed(row, decision, letter, Papers.Change.ADJUSTED, file);
                    case SUSPEND -> changed(row, decision, letter, Papers.Change.SUSPENDED, file);
                    case RESUME -> changed(row, decision, letter, Papers.Change.RESUMED, file);
                    case END -> changed(row, decision, letter, Papers.Change.ENDED, file);
                });
    }

    /** What the law grants against a decision of a day; empty where the pack does not say. */
    private static Optional<Papers.Remedies> remedies(Pack pack, CaseRow row, LocalDate on) {
        Optional<Parameter.Setting.Stated> review = stated(pack, REVIEW, row, on);
        Optional<Parameter.Setting.Stated> suit = stated(pack, SUIT, row, on);
        return review.flatMap(days -> suit.map(months -> new Papers.Remedies(
                days.value().value(), article(pack, days), months.value().value(), article(pack, months))));
    }

    private static Optional<Parameter.Setting.Stated> stated(Pack pack, String parameter, CaseRow row, LocalDate on) {
        return pack.parameter(parameter)
                .flatMap(known -> pack.setting(known, row.area(), on))
                .filter(Parameter.Setting.Stated.class::isInstance)
                .map(Parameter.Setting.Stated.class::cast);
    }

    private static String article(Pack pack, Parameter.Setting.Stated stated) {
        return stated.cites().stream().findFirst().map(pack::cited).orElse("");
    }

    private Form changed(
            CaseRow row,
            DecisionQueries.DecisionRow decision,
            Papers.Letter letter,
            Papers.Change change,
            HouseholdFile file) {
        List<MonthAmount> amounts = decisions.amounts(decision.id());
        YearMonth from = amounts.getFirst().from();
        List<List<MonthAmount>> before = decisions.decisions(row.id()).reversed().stream()
                .filter(other -> other.seq() < decision.seq())
                .map(other -> decisions.amounts(other.id()))
                .toList();
        YearMonth decided = YearMonth.from(decision.on());
        long past = 0;
        for (YearMonth month = from; month.isBefore(decided); month = month.plusMonths(1)) {
            past += said(List.of(amounts), month) - said(before, month);
        }
        return Papers.changed(
                letter,
                change,
                decision.reason(),
                new Papers.Amounts(
                        from,
                        Money.ofFen(said(before, from)),
                        Money.ofFen(amounts.getLast().amountFen()),
                        past),
                particulars(row, file));
    }

    /** What the first of some decisions that covers a month says of it. */
    private static long said(List<List<MonthAmount>> decisions, YearMonth month) {
        return decisions.stream()
                .flatMap(List::stream)
                .filter(span -> span.covers(month))
                .findFirst()
                .map(MonthAmount::amountFen)
                .orElse(0L);
    }

    /** As they were when it was decided: a letter printed again says the same. */
    private static List<Form.Field> particulars(CaseRow row, HouseholdFile file) {
        return List.of(Form.Field.of("家庭编号", file.number()), Form.Field.of("领款人", row.payee()));
    }

    /** Whether the case hung in public on its way to a decision. */
    private boolean noticed(CaseRow row, Workflow workflow, DecisionQueries.DecisionRow decision) {
        return queries.steps(row.id()).stream()
                .filter(step -> !step.on().isAfter(decision.on()))
                .map(step -> workflow.states().get(step.from()))
                .anyMatch(state -> state != null && state.notice().isPresent());
    }

    private Form granted(
            CaseRow row,
            DecisionQueries.DecisionRow decision,
            Papers.Letter letter,
            Pack pack,
            HouseholdFile file,
            boolean noticed) {
        List<MonthAmount> amounts = decisions.amounts(decision.id());
        MonthAmount last = amounts.getLast();
        YearMonth from = amounts.getFirst().from();
        Optional<Programme> granted = row.subject().version(pack, decision.asOf());
        String article = granted.flatMap(version -> version.cites().stream().findFirst())
                .map((Citation citation) -> pack.cited(citation))
                .orElse("");
        List<Form.Field> particulars = new ArrayList<>(particulars(row, file));
        if (row.person().isEmpty()) {
            particulars.add(Form.Field.wide(
                    "家庭成员",
                    file.household().members().stream()
                            .map(member -> NoticeTexts.text(member, "name").orElse(""))
                            .collect(Collectors.joining("、"))));
        }
        return Papers.granted(
                letter,
                new Papers.Grant(article, Money.ofFen(last.amountFen()), rhythm(granted), from, noticed),
                particulars);
    }

    private static Papers.Rhythm rhythm(Optional<Programme> version) {
        return switch (version.map(Programme::pay).orElse(Programme.Pay.MONTHLY)) {
            case MONTHLY -> Papers.Rhythm.MONTHLY;
            case YEARLY -> Papers.Rhythm.YEARLY;
            case ONCE -> Papers.Rhythm.ONCE;
        };
    }

    /** The reasons of the rules with their articles, and what the office wrote where they give none. */
    private List<Papers.Reason> reasons(DecisionQueries.DecisionRow decision, String trace) {
        List<Papers.Reason> reasons = new ArrayList<>();
        workings.tree(trace).path("nodes").forEach(node -> {
            String refusal = node.path("evaluation").path("refusal").stringValue("");
            if (!refusal.isEmpty() && !node.path("kind").stringValue("").equals(Node.Kind.AMOUNT.name())) {
                reasons.add(
                        new Papers.Reason(refusal, node.path("cites").path(0).stringValue("")));
            }
        });
        boolean said = reasons.stream().anyMatch(reason -> decision.reason().contains(reason.words()));
        if (!decision.reason().isBlank() && !said) {
            reasons.add(new Papers.Reason(decision.reason(), ""));
        }
        return reasons;
    }

    /** Who took the step that decided; where it was decided together with many others, whoever grants. */
    private String deciderOf(CaseRow row, Workflow workflow, DecisionQueries.DecisionRow decision) {
        return queries.steps(row.id()).stream()
                .filter(step ->
                        step.on().equals(decision.on()) && step.actorName().equals(decision.by()))
                .flatMap(step -> Optional.ofNullable(workflow.states().get(step.from())).stream()
                        .filter(state -> decides(
                                state, decision.kind(), action -> action.id().equals(step.action()))))
                .map(Workflow.State::actor)
                .findFirst()
                .or(() -> workflow.states().values().stream()
                        .filter(state -> decides(state, Effect.GRANT, _ -> true))
                        .map(Workflow.State::actor)
                        .findFirst())
                .orElse(row.state());
    }

    private static boolean decides(Workflow.State state, Effect effect, Predicate<Workflow.Action> which) {
        return state.actions().stream()
                .filter(which)
                .anyMatch(action -> action.decides().equals(Optional.of(effect)));
    }

    private void print(String paper, CaseRow row) {
        audit.record(
                "case.print",
                Cases.SUBJECT,
                row.id().value(),
                row.area(),
                Map.of("number", row.number(), "paper", paper));
    }
}
