package yingbao.platform.trials;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.population.Taken;
import yingbao.policy.batch.Comparison;
import yingbao.policy.batch.Comparison.Line;
import yingbao.policy.batch.Pieces;
import yingbao.policy.batch.Trial;
import yingbao.policy.batch.Watch;

/** Works out a scenario over its months. */
final class Years {
    private final Tried tried;
    private final Taken taken;
    private final AreaScope scope;
    private List<Answer.Assumption> assumed = List.of();

    Years(Tried tried, Taken taken, AreaScope scope) {
        this.tried = tried;
        this.taken = taken;
        this.scope = scope;
    }

    YearsAnswer answer(Asked asked, String version, JobProgress progress) {
        Map<Integer, List<Pieces.Piece>> byYear = new TreeMap<>();
        List<Pieces.Piece> pieces = Pieces.of(asked.from(), asked.to(), List.of(tried.before(), tried.after()));
        pieces.forEach(piece -> byYear.computeIfAbsent(piece.on().getYear(), _ -> new ArrayList<>())
                .add(piece));
        List<YearsAnswer.OfYear> years = new ArrayList<>();
        int done = 0;
        for (List<Pieces.Piece> ofYear : byYear.values()) {
            years.add(year(ofYear));
            done += ofYear.size();
            progress.report(done, pieces.size());
        }
        return new YearsAnswer(taken.on(), version, years, assumed, tried.ofDraft());
    }

    private YearsAnswer.OfYear year(List<Pieces.Piece> pieces) {
        Costs costs = new Costs();
        Comparison last = compared(pieces.getFirst(), costs);
        for (Pieces.Piece piece : pieces.subList(1, pieces.size())) {
            last = compared(piece, costs);
        }
        int year = last.on().getYear();
        LocalDate lastMonth = pieces.getLast().on().plusMonths(pieces.getLast().months() - 1L);
        Standing standing = new Standing(tried, last.areas()).measured(year);
        assumed = new Answering(tried, last).answer(taken, 0, 0).assumed();
        Comparison counted = last;
        return new YearsAnswer.OfYear(
                year,
                pieces.stream().mapToInt(Pieces.Piece::months).sum(),
                costs.all().beforeFen(),
                costs.all().afterFen(),
                last.byArea().values().stream()
                        .flatMap(List::stream)
                        .mapToLong(Line::before)
                        .sum(),
                last.byArea().values().stream()
                        .flatMap(List::stream)
                        .mapToLong(Line::after)
                        .sum(),
                costs.funds(tried.after()),
                costs.areas().stream()
                        .map(area -> new YearsAnswer.AreaCost(
                                area.digits(),
                                Standing.name(tried.after(), area, counted.on()),
                                costs.of(area).beforeFen(),
                                costs.of(area).afterFen()))
                        .toList(),
                Answering.yardsticks(last, tried.after()),
                standing.broken(),
                standing.kept(),
                standing.values(lastMonth));
    }

    private Comparison compared(Pieces.Piece piece, Costs costs) {
        Comparison comparison = Trial.of(tried.before(), piece.on(), taken.population(), taken.in(scope), Watch.NOBODY)
                .flatMap(trial -> trial.against(tried.after(), Watch.NOBODY))
                .orElseThrow();
        costs.add(comparison, tried, piece.months());
        return comparison;
    }
}
