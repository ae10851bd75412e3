package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yingbao.policy.expr.Derivations.Derivation;
import yingbao.policy.expr.Expr;
import yingbao.policy.pack.Catalogue;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;

/** Puts programmes after those that they ask about, and refuses those that ask about each other. */
final class ProgrammeOrder {
    private final List<Programme> programmes;
    private final List<Group> groups;
    private final Catalogue catalogue;
    private final Faults faults;

    ProgrammeOrder(List<Programme> programmes, List<Group> groups, Catalogue catalogue, Faults faults) {
        this.programmes = programmes;
        this.groups = groups;
        this.catalogue = catalogue;
        this.faults = faults;
    }

    List<Programme> ordered() {
        Cycles<String> cycles = new Cycles<>();
        asked().forEach((asker, asked) -> {
            cycles.add(asker, asked);
            for (Group group : groups) {
                // Who gives way is known only once every member is decided, so whoever asks about one waits for all.
                if (asked.stream().anyMatch(group.programmes()::contains)) {
                    cycles.add(asker, group.programmes());
                }
            }
        });
        cycles.find().ifPresent(this::refuse);
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

    /** A cycle of facts alone is the catalogue's to refuse. */
    private void refuse(List<String> path) {
        programmes.stream()
                .filter(programme -> path.contains(programme.id()))
                .findFirst()
                .ifPresent(programme -> faults.add(programme.location(), "programme.cycle", String.join(" → ", path)));
    }

    /** Programme ids, and names of derived facts, to the programmes and facts that they ask about. */
    private Map<String, Set<String>> asked() {
        Map<String, Set<String>> asked = new LinkedHashMap<>();
        for (Programme programme : programmes) {
            Set<String> names = asked.computeIfAbsent(programme.id(), _ -> new LinkedHashSet<>());
            expressions(programme).forEach(expr -> collect(expr, names));
        }
        collect(catalogue.household(), catalogue.derivations().household(), asked);
        collect(catalogue.person(), catalogue.derivations().person(), asked);
        return asked;
    }

    private static void collect(List<Fact> facts, Map<Integer, Derivation> derivations, Map<String, Set<String>> into) {
        for (int slot = 0; slot < facts.size(); slot++) {
            Derivation derivation = derivations.get(slot);
            if (derivation != null) {
                Set<String> names = new LinkedHashSet<>();
                collect(derivation.expr(), names);
                into.put(facts.get(slot).fullName(), names);
            }
        }
    }

    private static void collect(Expr expr, Set<String> names) {
        names.addAll(References.programmes(expr));
        names.addAll(References.facts(expr));
    }

    /** Every expression of a programme that decides something. */
    private static List<Expr> expressions(Programme programme) {
        List<Expr> expressions = new ArrayList<>();
        programme.lets().forEach(let -> expressions.add(let.expr()));
        programme.clauses().forEach(clause -> collect(clause, expressions));
        expressions.add(programme.amount().expr());
        return expressions;
    }

    private static void collect(Clause clause, List<Expr> into) {
        switch (clause) {
            case Clause.Test test -> into.add(test.when());
            case Clause.AnyOf anyOf -> anyOf.parts().forEach(part -> collect(part, into));
        }
    }
}
