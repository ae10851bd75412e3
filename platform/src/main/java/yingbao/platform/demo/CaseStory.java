package yingbao.platform.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yingbao.platform.cases.Act;
import yingbao.platform.cases.CaseId;
import yingbao.platform.cases.Cases;
import yingbao.platform.cases.NewCase;
import yingbao.platform.documents.Documents;
import yingbao.platform.documents.Form;
import yingbao.platform.documents.Forms;
import yingbao.platform.kernel.Caller;
import yingbao.platform.notices.NoticeView;
import yingbao.platform.notices.Notices;
import yingbao.platform.notices.ObjectionView;
import yingbao.platform.notices.Objections;
import yingbao.platform.notices.Wall;
import yingbao.policy.pack.Notice;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.State;

/** Cases that together take every action of every workflow, so that some stand in every state; and a few are late. */
@Component
class CaseStory {
    private static final LocalDate NOTICE_FROM = LocalDate.of(2016, 10, 8);
    private static final LocalDate LATEST = LocalDate.of(2016, 10, 9);
    private static final LocalDate LATE_SINCE = LocalDate.of(2016, 8, 12);
    private static final int SPREAD_DAYS = 18;
    private static final int STRIDE = 5;
    private static final int DAYS_A_STEP = 2;
    private static final int DAYS_A_NOTICE = 9;
    private static final int KIN_EVERY = 9;

    private final Pack pack;
    private final Casting casting;
    private final Cases cases;
    private final Notices notices;
    private final Wall wall;
    private final Objections objections;
    private final Documents documents;
    private final Forms forms;
    private final Steps steps;
    private final FormFiller filler = new FormFiller();
    private final Map<String, byte[]> papers = new HashMap<>();

    CaseStory(
            Pack pack,
            Casting casting,
            Cases cases,
            Notices notices,
            Wall wall,
            Objections objections,
            Documents documents,
            Forms forms,
            Steps steps) {
        this.pack = pack;
        this.casting = casting;
        this.cases = cases;
        this.notices = notices;
        this.wall = wall;
        this.objections = objections;
        this.documents = documents;
        this.forms = forms;
        this.steps = steps;
    }

    /** One case that is told. */
    private record Tale(
            String name, Programme programme, Route route, Candidate candidate, LocalDate ends, Objection objection) {}

    /** What passers-by hold against a notice, and what becomes of it. */
    private enum Objection {
        NONE,
        LODGED,
        ANSWERED
    }

    List<Step> steps(Scene scene) {
        Map<String, List<Candidate>> reserved = casting.candidates(scene).stream()
                .filter(Candidate::reserved)
                .collect(Collectors.groupingBy(Candidate::programme));
        List<Step> story = new ArrayList<>();
        for (Programme programme : pack.programmesOn(LATE_SINCE)) {
            Workflow workflow = pack.workflow(programme.workflow()).orElseThrow();
            List<Candidate> pool = reserved.getOrDefault(programme.id(), List.of());
            tales(programme, workflow, pool).forEach(tale -> story.addAll(told(scene, tale)));
        }
        return story;
    }

    private static List<Tale> tales(Programme programme, Workflow workflow, List<Candidate> pool) {
        List<Tale> tales = new ArrayList<>();
        List<Route> routes = Route.all(workflow);
        int onWalls = 0;
        for (int number = 0; number < routes.size() && tales.size() < pool.size(); number++) {
            Route route = routes.get(number);
            String name = "case/" + programme.id() + "/" + route.name();
            boolean onWall =
                    route.end().notice().filter(notice -> !notice.longList()).isPresent();
            LocalDate ends = onWall ? NOTICE_FROM : LATEST.minusDays((long) number * STRIDE % SPREAD_DAYS);
            Objection objection = onWall ? Objection.values()[onWalls++ % Objection.values().length] : Objection.NONE;
            tales.add(new Tale(name, programme, route, pool.get(tales.size()), ends, objection));
        }
        List<Route> timed =
                routes.stream().filter(route -> route.end().clock().isPresent()).toList();
        for (int number = 0; number < timed.size() && tales.size() < pool.size(); number++) {
            Route route = timed.get(number);
            String name = "late/" + programme.id() + "/" + route.name();
            tales.add(new Tale(name, programme, route, pool.get(tales.size()), LATE_SINCE, Objection.NONE));
        }
        return tales;
    }

    /** On which day each hop is taken, reckoned back from the last; the first is the day of the application. */
    private List<LocalDate> days(Tale tale) {
        List<LocalDate> days = new ArrayList<>(List.of(tale.ends()));
        for (Route.Hop hop : tale.route().hops().reversed()) {
            boolean hung =
                    hop.from().notice().filter(notice -> !notice.longList()).isPresent();
            boolean waits = hung
                    && hop.from()
                            .notice()
                            .flatMap(Notice::onClear)
                            .filter(hop.action().id()::equals)
                            .isPresent();
            days.addFirst(worked(days.getFirst().minusDays(waits ? DAYS_A_NOTICE : DAYS_A_STEP)));
        }
        return days;
    }

    private LocalDate worked(LocalDate day) {
        LocalDate worked = day;
        while (!pack.calendar().isWorkingDay(worked).orElse(true)) {
            worked = worked.minusDays(1);
        }
        return worked;
    }

    private List<Step> told(Scene scene, Tale tale) {
        List<Step> told = new ArrayList<>();
        List<LocalDate> days = days(tale);
        Candidate candidate = tale.candidate();
        State start = tale.route().workflow().state(tale.route().workflow().start());
        Caller applies = scene.cast().acting(start.actor(), candidate.area()).getFirst();
        String applied = tale.name() + "/0";
        Step before = Step.of(applied, days.getFirst(), applies, () -> applied(tale, days.getFirst()));
        told.add(before);
        Map<String, Caller> acted = new HashMap<>();
        for (int number = 1; number <= tale.route().hops().size(); number++) {
            Route.Hop hop = tale.route().hops().get(number - 1);
            List<Caller> may = scene.cast().acting(hop.from().actor(), candidate.area());
            Caller acts = may.stream()
                    .filter(caller ->
                            hop.from().notSameAs().stream().noneMatch(other -> caller.equals(acted.get(other))))
                    .findFirst()
                    .orElse(may.getFirst());
            acted.put(hop.from().id(), acts);
            LocalDate on = days.get(number);
            Step step = Step.after(
                    before, tale.name() + "/" + number, on, acts, () -> taken(applied, hop, candidate, on, may));
            told.add(step);
            before = step;
        }
        if (tale.objection() != Objection.NONE) {
            told.addAll(objected(scene, tale, before));
        }
        return told;
    }

    /** A passer-by objects on the wall; where it is answered, the case is looked into again first. */
    private List<Step> objected(Scene scene, Tale tale, Step hung) {
        String applied = tale.name() + "/0";
        Caller acts = scene.cast()
                .acting(tale.route().end().actor(), tale.candidate().area())
                .getFirst();
        Step lodged = Step.after(hung, tale.name() + "/objection", LATEST, acts, () -> {
            NoticeView notice = notices.ofCase(idOf(applied).value()).stream()
                    .filter(view -> view.closedOn().isEmpty())
                    .findFirst()
                    .orElseThrow();
            return wall.lodge(notice.id(), filler.objection(), "", tale.name());
        });
        if (tale.objection() == Objection.LODGED) {
            return List.of(lodged);
        }
        Step answered = Step.after(lodged, tale.name() + "/answer", LATEST, acts, () -> {
            CaseId id = idOf(applied);
            ObjectionView objection = objections.ofCase(id.value()).getFirst();
            cases.takeUp(id, objection.id());
            objections.answer(objection.id(), filler.answer());
            return "";
        });
        return List.of(lodged, answered);
    }

    private CaseId idOf(String applied) {
        return CaseId.valueOf(steps.result(applied).orElseThrow());
    }

    private String applied(Tale tale, LocalDate on) {
        Candidate candidate = tale.candidate();
        Workflow workflow = tale.route().workflow();
        boolean kin = workflow.kin() && candidate.ordinal() % KIN_EVERY == 0;
        return cases.apply(new NewCase(
                        tale.programme().id(),
                        candidate.household(),
                        candidate.person(),
                        on,
                        kin,
                        kin ? "村（居）民委员会成员的近亲属（演示）" : "",
                        workflow.authorisation() ? Optional.of(on) : Optional.empty(),
                        ""))
                .value()
                .toString();
    }

    private String taken(String applied, Route.Hop hop, Candidate candidate, LocalDate on, List<Caller> people) {
        CaseId id = idOf(applied);
        boolean free = hop.action().free();
        if (!free) {
            for (String paper : hop.from().papers()) {
                cases.file(id, paper, documents.store(paper, pdf(paper), candidate.area()));
            }
        }
        Map<String, Object> form = free ? Map.of() : filler.form(hop.from(), on, people);
        String remarks = hop.action().remarks() ? filler.remarks() : "";
        cases.act(id, Act.of(hop.action().id(), form, remarks));
        return hop.action().to();
    }

    /** A sheet that stands for the scan of a paper. */
    private byte[] pdf(String paper) {
        return papers.computeIfAbsent(
                paper,
                title -> forms.pdf(new Form(
                        Form.Paper.PORTRAIT, title, "", List.of(Form.Text.of("本页代替原件的扫描件。人物和情节都是虚构的，只供演示。")), "演示")));
    }

    /** Steps in the order of their days; those of one day in the order told. */
    static List<Step> inOrder(List<Step> steps) {
        return steps.stream().sorted(Comparator.comparing(Step::on)).toList();
    }
}
