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
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Citation;
import yingbao.policy.value.Money;

/** Prints the papers of a case. */
@Service
class Letters {
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
     * The letter about a decision: a grant or a refusal in writing.
     *
     * @throws Refusal {@code cases.no-letter} for a decision of another kind or one taken before the platform
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
        Workflow workflow = caseFlow.workflow(row);
        String office = caseFlow.office(workflow, deciderOf(row, workflow), row.area());
        Papers.Letter letter = new Papers.Letter(
                caseFlow.programmeTitle(row.programme(), row.appliedOn()),
                row.number(),
                row.applicant(),
                row.appliedOn(),
                decision.on(),
                office,
                divisions
                                .within(AreaLevel.COUNTY, row.area())
                                .map(divisions::name)
                                .orElse("") + "人民政府");
        Pack pack = packs.version(decision.packVersion());
        print("letter", row);
        return forms.pdf(
                decision.kind() == Effect.REFUSE
                        ? Papers.refused(letter, reasons(decision, frozen.trace()))
                        : granted(row, decision, letter, pack));
    }

    private Form granted(CaseRow row, DecisionQueries.DecisionRow decision, Papers.Letter letter, Pack pack) {
        List<MonthAmount> amounts = decisions.amounts(decision.id());
        if (amounts.isEmpty() || decision.kind() == Effect.SUSPEND || decision.kind() == Effect.END) {
            throw Refusal.notFound("cases.no-letter");
        }
        MonthAmount last = amounts.getLast();
        YearMonth from = amounts.getFirst().from();
        String article = row.subject()
                .version(pack, decision.asOf())
                .flatMap(version -> version.cites().stream().findFirst())
                .map((Citation citation) -> pack.cited(citation))
                .orElse("");
        return Papers.granted(
                letter,
                article,
                Money.ofFen(last.amountFen()),
                from,
                List.of(Form.Field.of("家庭编号", row.householdNumber()), Form.Field.of("领款人", row.payee())));
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
