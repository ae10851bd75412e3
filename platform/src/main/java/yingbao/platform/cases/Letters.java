package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.value.AreaLevel;
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
                Form.Field.of("申请日期", row.appliedOn().toString()),
                Form.Field.of("领款人", row.payee()),
                Form.Field.wide("住址", divisions.path(row.area()) + file.address()),
                Form.Field.of("近亲属申明", row.kin() ? "有：" + row.kinRemark() : "无"),
                Form.Field.of(
                        "授权核查", row.authorisedOn().map(LocalDate::toString).orElse("——"))));
        List<List<String>> members = file.household().members().stream()
                .map(member -> member(packs.current(), member))
                .toList();
        Form.Table table = new Form.Table(
                "家庭成员",
                List.of(
                        new Form.Column("姓名", 3, Form.Align.LEFT),
                        new Form.Column("性别", 2, Form.Align.CENTRE),
                        new Form.Column("与户主关系", 3, Form.Align.LEFT)),
                members,
                List.of());
        print("application", row);
        return forms.pdf(Papers.application(
                new Papers.Applied(programme, row.number(), applicant, List.of(table), opinions(row))));
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
    private List<Form.Opinion> opinions(CaseRow row) {
        Workflow workflow = caseFlow.workflow(row);
        Map<String, Form.Opinion> last = new java.util.LinkedHashMap<>();
        for (CaseQueries.StepRow step : queries.steps(row.id())) {
            Optional<Workflow.State> state =
                    Optional.ofNullable(workflow.states().get(step.from()));
            state.filter(known -> !known.id().equals(workflow.start())).ifPresent(known -> {
                String words = CaseFlow.words(workflow, step).entrySet().stream()
                        .map(entry -> entry.getKey() + "：" + entry.getValue())
                        .collect(java.util.stream.Collectors.joining("；"));
                String action =
                        known.action(step.action()).map(Workflow.Action::title).orElse(step.action());
                String remarks = step.remarks().isBlank() ? "" : "。" + step.remarks();
                last.put(
                        known.id(),
                        new Form.Opinion(
                                known.title(),
                                action + (words.isEmpty() ? "" : "（" + words + "）") + remarks,
                                step.actorName(),
                                step.on().toString()));
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
        String office = caseFlow.office(workflow, deciderOf(row, workflow), row.area());
        Papers.Letter letter = new Papers.Letter(
                caseFlow.programmeTitle(row.programme(), row.appliedOn()),
                decision.number(row),
                row.applicant(),
                row.appliedOn(),
                decision.on(),
                office,
                divisions
                                .within(AreaLevel.COUNTY, row.area())
                                .map(divisions::name)
                                .orElse("") + "人民政府",
                remedies(pack, row, decision.on()));
        print("letter", row);
        return forms.pdf(
                switch (decision.kind()) {
                    case REFUSE -> Papers.refused(letter, reasons(decision, frozen.trace()));
                    case GRANT -> granted(row, decision, letter, pack);
                    case ADJUST -> changed(row, decision, letter, Papers.Change.ADJUSTED);
                    case SUSPEND -> changed(row, decision, letter, Papers.Change.SUSPENDED);
                    case RESUME -> changed(row, decision, letter, Papers.Change.RESUMED);
                    case END -> changed(row, decision, letter, Papers.Change.ENDED);
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
            CaseRow row, DecisionQueries.DecisionRow decision, Papers.Letter letter, Papers.Change change) {
        List<MonthAmount> amounts = decisions.amounts(decision.id());
        return Papers.changed(
                letter,
                change,
                decision.reason(),
                amounts.getFirst().from(),
                Money.ofFen(amounts.getLast().amountFen()),
                particulars(row));
    }

    private static List<Form.Field> particulars(CaseRow row) {
        return List.of(Form.Field.of("家庭编号", row.householdNumber()), Form.Field.of("领款人", row.payee()));
    }

    private Form granted(CaseRow row, DecisionQueries.DecisionRow decision, Papers.Letter letter, Pack pack) {
        List<MonthAmount> amounts = decisions.amounts(decision.id());
        MonthAmount last = amounts.getLast();
        YearMonth from = amounts.getFirst().from();
        String article = row.subject()
                .version(pack, decision.asOf())
                .flatMap(version -> version.cites().stream().findFirst())
                .map((Citation citation) -> pack.cited(citation))
                .orElse("");
        return Papers.granted(letter, article, Money.ofFen(last.amountFen()), from, particulars(row));
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

    private static String deciderOf(CaseRow row, Workflow workflow) {
        return workflow.states().values().stream()
                .filter(state -> state.actions().stream()
                        .anyMatch(action -> action.decides()
                                .filter(effect -> effect == Effect.GRANT)
                                .isPresent()))
                .map(Workflow.State::actor)
                .findFirst()
                .orElse(row.state());
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
