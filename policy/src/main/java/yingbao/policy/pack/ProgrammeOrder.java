package yingbao.policy.pack;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import yingbao.policy.expr.Expr;
import yingbao.policy.pack.Programme.Clause;

/** Puts programmes after those that they ask about, and refuses those that ask about each other. */
final class ProgrammeOrder {
    private final List<Programme> programmes;
    private final List<Group> groups;
    private final Faults faults;

    ProgrammeOrder(List<Programme> programmes, List<Group> groups, Faults faults) {
        this.programmes = programmes;
        this.groups = groups;
        this.faults = faults;
    }

    List<Programme> ordered() {
        Cycles<String> cycles = new Cycles<>();
        for (Programme programme : programmes) {
            cycles.add(programme.id(), dependencies(programme));
        }
        for (Group group : groups) {
            // Who gives way is known only once every member is decided, so whoever asks about one waits for all.
            for (Programme programme : programmes) {
                Set<String> asked = dependencies(programme);
                boolean waits = asked.stream().anyMatch(group.programmes()::contains);
                if (waits && !group.programmes().contains(programme.id())) {
                    cycles.add(programme.id(), group.programmes());
                }
            }
        }
        cycles.find().ifPresent(path -> faults.add(
                programmes.stream()
                        .filter(programme -> programme.id().equals(path.getFirst()))
                        .findFirst()
                        .orElseThrow()
                        .location(),
                "programme.cycle",
                String.join(" → ", path)));
        List<String> order = cycles.ordered();
        return programmes.stream()
                .sorted((left, right) -> {
                    int byOrder = Integer.compare(order.indexOf(left.id()), order.indexOf(right.id()));
                    return byOrder != 0
                            ? byOrder
                            : left.range().from().compareTo(right.range().from());
                })
                .toList();
    }

    static Set<String> dependencies(Programme programme) {
        Set<String> ids = new LinkedHashSet<>();
        expressions(programme).forEach(expr -> ids.addAll(References.programmes(expr)));
        return ids;
    }

    /** Every expression of a programme that decides something. */
    static Collection<Expr> expressions(Programme programme) {
        Set<Expr> expressions = new HashSet<>();
        programme.lets().forEach(let -> expressions.add(let.expr()));
        programme.clauses().forEach(clause -> collect(clause, expressions));
        expressions.add(programme.amount().expr());
        return expressions;
    }

    private static void collect(Clause clause, Set<Expr> into) {
        switch (clause) {
            case Clause.Test test -> into.add(test.when());
            case Clause.AnyOf anyOf -> anyOf.parts().forEach(part -> collect(part, into));
        }
    }
}
