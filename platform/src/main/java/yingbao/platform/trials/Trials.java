package yingbao.platform.trials;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.drafts.DraftContents;
import yingbao.platform.drafts.DraftId;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.platform.kernel.UserId;
import yingbao.platform.population.Populations;
import yingbao.platform.population.Taken;
import yingbao.platform.programmes.Packs;
import yingbao.policy.batch.ChangedRow;
import yingbao.policy.batch.Trial;
import yingbao.policy.batch.Watch;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.StandardPath;
import yingbao.policy.value.AreaCode;

/** Tries other values of the policy on the register as it was taken last, and keeps what is tried under a name. */
@Service
public class Trials {
    private static final String SUBJECT = "scenario";
    private static final int SHOWN_MAX = 100;
    private static final long NANOS_A_MILLI = 1_000_000;

    private final Populations populations;
    private final Packs packs;
    private final Trying trying;
    private final DraftContents drafts;
    private final Grounds grounds;
    private final TrialQueries queries;
    private final Divisions divisions;
    private final Jobs jobs;
    private final Audit audit;
    private final Today today;
    private final Texts texts;
    /** What each user waits for: the next question of the same user ends it. */
    private final Map<UserId, AtomicBoolean> asking = new ConcurrentHashMap<>();

    Trials(
            Populations populations,
            Packs packs,
            Trying trying,
            DraftContents drafts,
            Grounds grounds,
            TrialQueries queries,
            Divisions divisions,
            Jobs jobs,
            Audit audit,
            Today today,
            Texts texts) {
        this.populations = populations;
        this.packs = packs;
        this.trying = trying;
        this.drafts = drafts;
        this.grounds = grounds;
        this.queries = queries;
        this.divisions = divisions;
        this.jobs = jobs;
        this.audit = audit;
        this.today = today;
        this.texts = texts;
    }

    /**
     * What can be tried.
     *
     * @param registerOn of which day the facts are; empty where the register was never taken
     * @param households how many of the caller's there are
     * @param paths paths of the pack that are ready
     * @param programmes those in force, id to title
     */
    record Options(
            Optional<LocalDate> registerOn,
            int households,
            List<Changeable> parameters,
            List<ReadyPath> paths,
            Map<String, String> programmes) {}

    /**
     * A parameter that may be changed.
     *
     * @param money whether it is an amount
     * @param present what holds for the caller's own area, in words; empty where that is set by smaller ones or not at all
     * @param presentNumber the same as a number, money in fen
     */
    record Changeable(
            String name, String label, String unit, boolean money, String present, Optional<Long> presentNumber) {}

    /** A path that is ready to be tried. */
    record ReadyPath(String id, String title, String says, int firstYear, int lastYear, List<String> cites) {}

    /** What can be tried; what holds before is decided meanwhile, for whoever reads this moves a slider next. */
    Options options() {
        Pack pack = packs.current();
        LocalDate on = today.date();
        AreaCode area = Callers.current().area();
        Set<String> effective = Trial.parameters(pack, on);
        List<Changeable> parameters = pack.parameters().stream()
                .filter(parameter -> effective.contains(parameter.symbol().name()))
                .map(parameter -> changeable(pack, parameter, area, on))
                .toList();
        ahead(first(parameters, YearMonth.from(on), area));
        return new Options(
                populations.latest().map(Taken::on),
                populations
                        .latest()
                        .map(taken -> taken.in(Callers.current().scope()).households())
                        .orElse(0),
                parameters,
                pack.paths().stream().map(path -> ready(path, pack)).toList(),
                pack.programmesOn(on).stream()
                        .collect(Collectors.toMap(Programme::id, Programme::title, (one, _) -> one, TreeMap::new)));
    }

    /** What the page of a new scenario begins with. */
    private static Asked first(List<Changeable> parameters, YearMonth month, AreaCode area) {
        List<Asked.AskedChange> changes = parameters.stream()
                .limit(1)
                .map(parameter -> new Asked.AskedChange(
                        parameter.name(), area.digits(), month, Optional.empty(), Asked.How.RAISE, "10", ""))
                .toList();
        return new Asked("", month, month, "", changes, List.of(), Optional.empty());
    }

    private static ReadyPath ready(StandardPath path, Pack pack) {
        return new ReadyPath(
                path.id(),
                path.title(),
                path.says(),
                path.firstYear(),
                path.lastYear(),
                path.cites().stream().map(pack::cited).toList());
    }

    private static Changeable changeable(Pack pack, Parameter parameter, AreaCode area, LocalDate on) {
        Optional<Parameter.Setting.Stated> present = Standing.stated(pack, parameter, area, on);
        return new Changeable(
                parameter.symbol().name(),
                parameter.symbol().label(),
                parameter.symbol().unit().label(),
                parameter.symbol().unit().isMoney(),
                present.map(stated -> Standing.words(parameter, stated)).orElse(""),
                present.map(stated -> stated.value().value()));
    }

    /** Plans to take the register as it is now. */
    @Transactional
    JobId takeRegister() {
        return jobs.submit(RegisterJob.KIND, texts.text("trials.job-register"), "/trials", Map.of());
    }

    /** What a trial looks at: an area of the caller's, or all of theirs. */
    static AreaScope scope(Asked asked, AreaScope seen) {
        return asked.areaCode().isEmpty()
                ? seen
                : AreaScope.of(AreaCode.parse(asked.areaCode())).intersect(seen);
    }

    /**
     * What the changes do in the month in which all have begun.
     *
     * @throws Refusal {@code trials.no-register}, {@code trials.superseded} when the same user has asked something else
     */
    Answer answer(Asked asked) {
        long begin = System.nanoTime();
        asked.examine();
        Taken taken = taken();
        Tried tried = tried(asked);
        AreaScope scope = scope(asked, Callers.current().scope());
        Watch watch = watch();
        return grounds.of(taken, tried, scope, watch)
                .flatMap(trial -> trial.against(tried.after(), watch))
                .map(comparison -> new Answering(tried, comparison)
                        .answer(taken, taken.in(scope).households(), (System.nanoTime() - begin) / NANOS_A_MILLI))
                .orElseThrow(() -> Refusal.conflict("trials.superseded"));
    }

    /** Has decided what holds before, for whoever opens what will ask for it next. */
    void ahead(Asked asked) {
        populations.latest().ifPresent(taken -> {
            try {
                grounds.ahead(
                        taken, tried(asked), scope(asked, Callers.current().scope()));
            } catch (Refusal later) {
                // Whoever asks is told then.
            }
        });
    }

    /** Whose decisions change in that month, the largest changes first. */
    List<ChangedRow> rows(Asked asked, Tried tried, Predicate<ChangedRow> wanted, int most) {
        asked.examine();
        Taken taken = taken();
        AreaScope scope = scope(asked, Callers.current().scope());
        return grounds.of(taken, tried, scope, Watch.NOBODY)
                .flatMap(trial -> trial.rows(tried.after(), wanted, most, Watch.NOBODY))
                .orElseThrow();
    }

    /** Of those who may do something else besides, only who may run trials does it here. */
    static void requireRight() {
        if (!Callers.current().may(Right.TRIAL_RUN.id())) {
            throw Refusal.forbidden("access.forbidden");
        }
    }

    Taken taken() {
        return populations.latest().orElseThrow(() -> Refusal.conflict("trials.no-register"));
    }

    /** The pack that holds now. */
    Pack present() {
        return packs.current();
    }

    /** Both packs of what is asked. */
    Tried tried(Asked asked) {
        return trying.tried(asked);
    }

    /** The text of a programme as it is in force in a month, with the path of its file. */
    Asked.AskedText ruleText(String programme, YearMonth month) {
        return packs.current().programmesOn(month.atDay(1)).stream()
                .filter(known -> known.id().equals(programme))
                .findFirst()
                .map(known -> new Asked.AskedText(known.location().file(), packs.text(known)))
                .orElseThrow(() -> Refusal.notFound("trials.programme-unknown", programme));
    }

    private Watch watch() {
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicBoolean former = asking.put(Callers.current().user(), stopped);
        if (former != null) {
            former.set(true);
        }
        return new Watch() {
            @Override
            public boolean isStopped() {
                return stopped.get();
            }

            @Override
            public void at(long households, long ofAll) {
                // Whoever waits sees the answer before a number would have changed.
            }
        };
    }

    /** The scenarios of the caller's area; those of drafts where the caller may read drafts. */
    @Transactional(readOnly = true)
    public List<ScenarioView> all() {
        return queries.all(Callers.current().scope(), DraftContents.mayRead(), SHOWN_MAX).stream()
                .map(this::view)
                .toList();
    }

    /**
     * One of them.
     *
     * @throws Refusal {@code trials.unknown}
     */
    @Transactional(readOnly = true)
    public ScenarioView find(ScenarioId id) {
        return view(row(id));
    }

    private ScenarioView.Row row(ScenarioId id) {
        return queries.find(id, Callers.current().scope())
                .filter(row -> row.asked().draft().isEmpty() || DraftContents.mayRead())
                .orElseThrow(() -> Refusal.notFound("trials.unknown"));
    }

    /** Keeps a scenario for the caller's area. */
    @Transactional
    ScenarioView keep(String name, String note, Asked asked) {
        return save(new ScenarioId(today.newId()), Callers.current().area().digits(), name, note, asked);
    }

    /** Keeps the scenario that tries a draft for the caller's area; where another was kept meanwhile, that is it. */
    @Transactional
    ScenarioView keepTrial(String name, Asked asked, DraftId draft) {
        ScenarioView.Row row =
                row(new ScenarioId(today.newId()), Callers.current().area().digits(), name, "", asked);
        if (queries.saveTrial(row, draft, today.instant())) {
            record("scenario.save", row);
            return find(row.id());
        }
        return find(queries.ofDraft(draft, Callers.current().area()).orElseThrow());
    }

    /** Keeps a scenario as it has become. */
    @Transactional
    ScenarioView change(ScenarioId id, String name, String note, Asked asked) {
        return save(id, row(id).areaCode(), name, note, asked);
    }

    private ScenarioView save(ScenarioId id, String area, String name, String note, Asked asked) {
        ScenarioView.Row row = row(id, area, name, note, asked);
        queries.save(row, today.instant());
        record("scenario.save", row);
        return find(id);
    }

    private void record(String action, ScenarioView.Row row) {
        audit.record(action, SUBJECT, row.id().value(), new AreaCode(row.areaCode()), Map.of("name", row.name()));
    }

    /** A scenario as the caller asks for it, which can be tried. */
    private ScenarioView.Row row(ScenarioId id, String area, String name, String note, Asked asked) {
        asked.examine();
        tried(asked);
        Caller caller = Callers.current();
        return new ScenarioView.Row(
                id,
                name.strip(),
                note.strip(),
                area,
                asked,
                caller.user(),
                caller.name(),
                today.date(),
                Optional.empty(),
                Optional.empty());
    }

    /** Does away with a scenario. */
    @Transactional
    void delete(ScenarioId id) {
        ScenarioView.Row row = row(id);
        queries.delete(id);
        record("scenario.delete", row);
    }

    /** Plans to work a scenario out over all its months. */
    @Transactional
    JobId workOut(ScenarioId id) {
        ScenarioView.Row row = row(id);
        taken();
        return jobs.submit(
                YearsJob.KIND,
                texts.text("trials.job-years", row.name()),
                "/trials/" + id.value(),
                new YearsJob.Order(id));
    }

    private ScenarioView view(ScenarioView.Row row) {
        boolean stale = row.result().filter(result -> !isFresh(result)).isPresent();
        return new ScenarioView(
                row.id(),
                row.name(),
                row.note(),
                row.areaCode(),
                divisions.path(new AreaCode(row.areaCode())),
                row.asked(),
                row.byName(),
                row.on(),
                row.by().equals(Callers.current().user()),
                row.result(),
                stale,
                row.asked().draft().flatMap(drafts::standing));
    }

    private boolean isFresh(YearsAnswer result) {
        return result.packVersion().equals(packs.current().version())
                && populations
                        .latest()
                        .filter(taken -> taken.on().equals(result.registerOn()))
                        .isPresent()
                && result.draft()
                        .map(draft -> drafts.changes(draft.id()) == draft.change())
                        .orElse(true);
    }
}
