package yingbao.platform.trials;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.drafts.DraftId;
import yingbao.platform.jobs.JobId;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.programmes.EnteredView;
import yingbao.policy.batch.Comparison.Kind;

@RestController
@RequestMapping("/api/trials")
class TrialController {
    private final Trials trials;
    private final ChangedPeople people;
    private final ScenarioExport export;
    private final Proposing proposing;
    private final DraftTrials drafts;

    TrialController(
            Trials trials, ChangedPeople people, ScenarioExport export, Proposing proposing, DraftTrials drafts) {
        this.trials = trials;
        this.people = people;
        this.export = export;
        this.proposing = proposing;
        this.drafts = drafts;
    }

    record NewScenario(
            @NotNull @Size(min = 1, max = 60) String name,
            @NotNull @Size(max = 500) String remark,
            @NotNull @Valid Asked asked) {}

    record TrialJob(JobId job) {}

    /** What can be tried, and on which register. */
    @GetMapping("/options")
    @Requires(Right.TRIAL_RUN)
    Trials.Options options() {
        return trials.options();
    }

    /** The text of a programme as it is in force in a month. */
    @GetMapping("/rules/{programme}")
    @Requires(Right.TRIAL_RUN)
    Asked.AskedText ruleText(
            @PathVariable @Size(max = 80) String programme, @RequestParam @Size(max = 7) String month) {
        return trials.ruleText(programme, month(month));
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException notAMonth) {
            throw Refusal.at("/month", "trials.month", typed);
        }
    }

    /** Takes the register as it is now. */
    @PostMapping("/register")
    @Requires(Right.TRIAL_RUN)
    TrialJob takeRegister() {
        return new TrialJob(trials.takeRegister());
    }

    /** What the changes do, at once; a later question of the same user ends an earlier one. */
    @PostMapping("/answer")
    @Requires(Right.TRIAL_RUN)
    Answer answer(@Valid @RequestBody Asked asked) {
        return trials.answer(asked);
    }

    /** Whom the changes concern, the largest first. */
    @PostMapping("/people")
    @Requires(Right.REGISTRY_READ)
    List<ChangedPeople.ChangedPerson> people(@Valid @RequestBody Asked asked, @RequestParam Optional<Kind> kind) {
        return people.largest(asked, kind);
    }

    /** All whom a scenario concerns, as a workbook. */
    @GetMapping("/{id}/people/export")
    @Requires(Right.REGISTRY_READ)
    ResponseEntity<byte[]> peopleExport(@PathVariable ScenarioId id, @RequestParam Optional<Kind> kind) {
        return people.workbook(trials.find(id).asked(), kind);
    }

    @GetMapping
    @Requires(Right.TRIAL_RUN)
    List<ScenarioView> all() {
        return trials.all();
    }

    @GetMapping("/{id}")
    @Requires(Right.TRIAL_RUN)
    ScenarioView find(@PathVariable ScenarioId id) {
        ScenarioView found = trials.find(id);
        trials.ahead(found.asked());
        return found;
    }

    @PostMapping
    @Requires(Right.TRIAL_RUN)
    ScenarioView keep(@Valid @RequestBody NewScenario given) {
        return trials.keep(given.name(), given.remark(), given.asked());
    }

    @PutMapping("/{id}")
    @Requires(Right.TRIAL_RUN)
    ScenarioView change(@PathVariable ScenarioId id, @Valid @RequestBody NewScenario given) {
        return trials.change(id, given.name(), given.remark(), given.asked());
    }

    /** The scenario of a draft, found again or made; whoever may not read the draft gets none. */
    @PostMapping("/drafts/{draft}")
    @Requires(Right.TRIAL_RUN)
    ScenarioView ofDraft(@PathVariable DraftId draft) {
        return drafts.scenario(draft);
    }

    /** What of a draft as it stands is tried, and what is not. */
    @GetMapping("/drafts/{draft}")
    @Requires(Right.TRIAL_RUN)
    DraftTrials.TriedParts partsOfDraft(@PathVariable DraftId draft) {
        return drafts.parts(draft);
    }

    @DeleteMapping("/{id}")
    @Requires(Right.TRIAL_RUN)
    void delete(@PathVariable ScenarioId id) {
        trials.delete(id);
    }

    /** Works a scenario out over all its months. */
    @PostMapping("/{id}/years")
    @Requires(Right.TRIAL_RUN)
    TrialJob workOut(@PathVariable ScenarioId id) {
        return new TrialJob(trials.workOut(id));
    }

    /** What came of some scenarios, as a workbook. */
    @GetMapping("/export")
    @Requires(Right.TRIAL_RUN)
    ResponseEntity<byte[]> export(@RequestParam @Size(max = 3) List<ScenarioId> id) {
        return export.workbook(id);
    }

    /** Enters what a scenario gives, to be confirmed by somebody else. */
    @PostMapping("/{id}/proposal")
    @Requires(Right.STANDARD_ENTER)
    List<EnteredView> propose(@PathVariable ScenarioId id, @Valid @RequestBody Proposing.NewProposal given) {
        return proposing.propose(id, given);
    }
}
