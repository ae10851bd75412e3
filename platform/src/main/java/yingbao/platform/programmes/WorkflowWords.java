package yingbao.platform.programmes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yingbao.platform.kernel.Texts;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Notice;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.State;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** The steps of a workflow in words, with the limits in force in an area on a day. */
final class WorkflowWords {
    private final Pack pack;
    private final AreaCode area;
    private final LocalDate on;
    private final Texts texts;

    WorkflowWords(Pack pack, AreaCode area, LocalDate on, Texts texts) {
        this.pack = pack;
        this.area = area;
        this.on = on;
        this.texts = texts;
    }

    /** Names of the parameters that a workflow measures by. */
    static Set<String> parameters(Workflow workflow) {
        Set<String> names = new LinkedHashSet<>();
        workflow.changes().ifPresent(names::add);
        for (State state : workflow.states().values()) {
            state.clock().ifPresent(clock -> names.add(clock.parameter()));
            state.notice().flatMap(Notice::parameter).ifPresent(names::add);
            for (Workflow.Requirement requirement : state.requires()) {
                requirement.parameter().ifPresent(names::add);
                requirement.check().ifPresent(check -> names.addAll(measures(check)));
            }
        }
        return names;
    }

    private static List<String> measures(Workflow.Check check) {
        return switch (check) {
            case Workflow.Check.AtLeast atLeast -> List.of(atLeast.measure());
            case Workflow.Check.Share share -> List.of(share.numerator(), share.denominator());
            case Workflow.Check.Sample sample -> List.of(sample.measure());
            case Workflow.Check.AllKin _, Workflow.Check.Says _, Workflow.Check.Posted _ -> List.of();
        };
    }

    List<ProgrammeView.ProgrammeStep> steps(Workflow workflow) {
        List<ProgrammeView.ProgrammeStep> steps = new ArrayList<>();
        for (State state : workflow.states().values()) {
            steps.add(new ProgrammeView.ProgrammeStep(
                    state.id(),
                    state.title(),
                    workflow.actors().getOrDefault(state.actor(), ""),
                    state.clock().map(clock -> limit(clock.parameter())).orElse(""),
                    state.notice().map(this::notice).orElse(""),
                    state.papers(),
                    state.papersIfAny(),
                    state.form().stream().map(Field::title).toList(),
                    state.requires().stream().map(Workflow.Requirement::title).toList(),
                    state.actions().stream()
                            .map(action -> new ProgrammeView.ProgrammeAction(
                                    action.title(), workflow.state(action.to()).title()))
                            .toList(),
                    state.end(),
                    ProgrammePages.cited(pack, state.cites())));
        }
        return steps;
    }

    private String limit(String name) {
        return pack.parameter(name)
                .flatMap(parameter -> pack.setting(parameter, area, on)
                        .map(setting -> StandardEntry.words(setting, parameter))
                        .filter(words -> !words.isEmpty())
                        .or(() -> Optional.of(texts.text(
                                "programmes.limit-unset", parameter.symbol().label()))))
                .orElse(name);
    }

    private String notice(Notice notice) {
        String place = place(notice.where());
        return notice.parameter()
                .map(days -> texts.text("programmes.posted", place, limit(days)))
                .orElseGet(() -> texts.text("programmes.posted-long", place));
    }

    private String place(AreaLevel level) {
        return texts.text(
                switch (level) {
                    case PROVINCE -> "programmes.at-province";
                    case PREFECTURE -> "programmes.at-prefecture";
                    case COUNTY -> "programmes.at-county";
                    case TOWNSHIP -> "programmes.at-township";
                    case VILLAGE -> "programmes.at-village";
                });
    }
}
