package yingbao.platform.trials;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yingbao.platform.kernel.Labels;
import yingbao.platform.population.Taken;
import yingbao.policy.batch.Comparison;
import yingbao.policy.batch.Comparison.Line;
import yingbao.policy.expr.Value;
import yingbao.policy.expr.Wording;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Yardstick;
import yingbao.policy.value.AreaCode;

/** Puts what a comparison found in front of people. */
final class Answering {
    private final Tried tried;
    private final Comparison comparison;

    Answering(Tried tried, Comparison comparison) {
        this.tried = tried;
        this.comparison = comparison;
    }

    Answer answer(Taken taken, int households, long millis) {
        Costs costs = new Costs();
        costs.add(comparison, tried, 1);
        LocalDate on = comparison.on();
        Standing standing = new Standing(tried, comparison.areas()).measured(on.getYear());
        return new Answer(
                on,
                taken.on(),
                households,
                millis,
                programmes(),
                areas(costs),
                costs.funds(tried.after()),
                yardsticks(comparison, tried.after()),
                standing.broken(),
                standing.kept(),
                standing.values(on),
                assumptions(tried, on),
                tried.ofDraft(),
                Comparison.EDGES_FEN);
    }

    private List<Answer.OfProgramme> programmes() {
        List<Answer.OfProgramme> all = new ArrayList<>();
        for (int number = 0; number < comparison.programmes().size(); number++) {
            Programme programme = comparison.programmes().get(number);
            Line line = comparison.everywhere(number);
            all.add(new Answer.OfProgramme(
                    programme.id(),
                    programme.title(),
                    switch (programme.holder()) {
                        case HOUSEHOLD -> false;
                        case PERSON -> true;
                    },
                    line.before(),
                    line.after(),
                    Costs.over(programme, line.beforeFen(), 1),
                    Costs.over(programme, line.afterFen(), 1),
                    line.openBefore(),
                    line.openAfter(),
                    Answer.Moves.of(line),
                    line.distribution()));
        }
        return all;
    }

    private List<Answer.OfArea> areas(Costs costs) {
        List<Answer.OfArea> all = new ArrayList<>();
        comparison.byArea().forEach((area, lines) -> {
            Costs.Cost cost = costs.of(area);
            all.add(new Answer.OfArea(
                    area.digits(),
                    Standing.name(tried.after(), area, comparison.on()),
                    cost.beforeFen(),
                    cost.afterFen(),
                    Answer.Moves.of(lines.stream().reduce(Line::plus).orElseThrow())));
        });
        return all;
    }

    static List<Answer.OfYardstick> yardsticks(Comparison comparison, Pack pack) {
        List<Answer.OfYardstick> all = new ArrayList<>();
        for (int number = 0; number < pack.yardsticks().size(); number++) {
            Yardstick yardstick = pack.yardsticks().get(number);
            Comparison.Under under = comparison.underEverywhere(number);
            all.add(new Answer.OfYardstick(
                    yardstick.id(),
                    yardstick.title(),
                    yardstick.says(),
                    under.householdsBefore(),
                    under.personsBefore(),
                    under.householdsAfter(),
                    under.personsAfter(),
                    under.householdsUnknown(),
                    yardstick.parameter().flatMap(pack::parameter).flatMap(line -> unset(line, comparison, pack))));
        }
        return all;
    }

    /** Of a line that is set nowhere on the day, why nobody can be counted. */
    private static Optional<Answer.UnsetLine> unset(Parameter line, Comparison comparison, Pack pack) {
        LocalDate on = comparison.on();
        boolean set = comparison.areas().stream()
                .anyMatch(area -> Standing.stated(pack, line, area, on).isPresent());
        return set
                ? Optional.empty()
                : Optional.of(new Answer.UnsetLine(
                        line.symbol().label(),
                        line.setBy(),
                        line.settings().values().stream()
                                .flatMap(timeline -> timeline.segments().stream())
                                .filter(segment -> segment.value() instanceof Parameter.Setting.Stated)
                                .map(segment -> segment.range().to())
                                .filter(on::isAfter)
                                .max(LocalDate::compareTo)));
    }

    /** What was assumed for the counties in which somebody lives. */
    private List<Answer.Assumption> assumptions(Tried tried, LocalDate on) {
        List<AreaCode> lived = comparison.areas();
        return tried.assumed().stream()
                .filter(assumed -> lived.contains(assumed.area()))
                .map(assumed -> {
                    Parameter parameter =
                            tried.after().parameter(assumed.parameter()).orElseThrow();
                    return new Answer.Assumption(
                            assumed.area().digits(),
                            Standing.name(tried.after(), assumed.area(), on),
                            assumed.parameter(),
                            parameter.symbol().label(),
                            Wording.value(
                                    Labels.language(),
                                    new Value.Whole(assumed.valueFen()),
                                    parameter.symbol().unit()));
                })
                .toList();
    }
}
