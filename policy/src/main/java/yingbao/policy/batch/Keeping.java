package yingbao.policy.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Programme;

/** Keeps what some programmes give to whom. */
final class Keeping implements Sink<Map<String, Amounts>> {
    private final List<Programme> programmes;
    private final Map<String, Amounts> kept = new HashMap<>();

    Keeping(BatchEngine engine, Span span, Set<String> ids) {
        this.programmes = engine.plan().programmes();
        Population population = engine.population();
        for (Programme programme : programmes) {
            if (ids.contains(programme.id())) {
                kept.put(programme.id(), room(programme.holder(), population, span));
            }
        }
    }

    private static Amounts room(Holder holder, Population population, Span span) {
        return switch (holder) {
            case HOUSEHOLD -> new Amounts(span.from(), span.households());
            case PERSON -> {
                int first = population.firstPerson(span.from());
                yield new Amounts(first, population.firstPerson(span.to()) - first);
            }
        };
    }

    @Override
    public void take(DecidedChunk chunk) {
        for (int number = 0; number < programmes.size(); number++) {
            Amounts into = kept.get(programmes.get(number).id());
            if (into != null) {
                OfProgramme of = chunk.of(number);
                int first = chunk.first(of.holder());
                for (int row = 0; row < chunk.rows(of.holder()); row++) {
                    Baseline.put(of, row, first + row, into);
                }
            }
        }
    }

    @Override
    public Map<String, Amounts> result(long decidedApart) {
        return kept;
    }
}
