package yingbao.policy.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yingbao.policy.expr.Derivations.Derivation;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;

/**
 * Which programmes of a day may come out otherwise by another pack of the same facts, and which those ask about. The rest need
 * not be decided to see what a change does.
 */
final class Affected {
    private final Pack before;
    private final Pack after;
    private final List<Programme> programmes;
    private final Map<String, Programme> rulesBefore = new HashMap<>();
    private final Set<String> affected = new LinkedHashSet<>();
    private final Map<String, Set<String>> asked = new HashMap<>();
    private final Set<String> named = new LinkedHashSet<>();

    private Affected(Pack before, Pack after, LocalDate on) {
        this.before = before;
        this.after = after;
        this.programmes = after.programmesOn(on);
        before.programmesOn(on).forEach(programme -> rulesBefore.put(programme.id(), programme));
    }

    /** Ids of the programmes that may come out otherwise. */
    static Set<String> by(Pack before, Pack after, LocalDate on) {
        return new Affected(before, after, on).find();
    }

    /** Some programmes of a day with all that they ask about, in the pack's order. */
    static List<Programme> withAsked(Pack pack, LocalDate on, Set<String> ids) {
        Affected search = new Affected(pack, pack, on);
        search.programmes.forEach(search::walk);
        Set<String> kept = new HashSet<>();
        List<String> next = new ArrayList<>(ids);
        while (!next.isEmpty()) {
            String id = next.removeLast();
            if (kept.add(id)) {
                next.addAll(search.asked.getOrDefault(id, Set.of()));
                search.rivals(id).forEach(next::add);
            }
        }
        return search.programmes.stream()
                .filter(programme -> kept.contains(programme.id()))
                .toList();
    }

    /** Names of the parameters on which any programme of a day rests. */
    static Set<String> parameters(Pack pack, LocalDate on) {
        Affected search = new Affected(pack, pack, on);
        search.programmes.forEach(search::walk);
        return search.named;
    }

    private Set<String> find() {
        programmes.forEach(this::walk);
        programmes.stream()
                .filter(programme -> !programme.equals(rulesBefore.get(programme.id())))
                .forEach(programme -> affected.add(programme.id()));
        rulesBefore.keySet().stream()
                .filter(id -> programmes.stream()
                        .noneMatch(programme -> programme.id().equals(id)))
                .forEach(affected::add);
        int known = -1;
        while (known < affected.size()) {
            known = affected.size();
            for (Programme programme : programmes) {
                boolean asks =
                        asked.getOrDefault(programme.id(), Set.of()).stream().anyMatch(affected::contains);
                boolean gives = rivals(programme.id()).stream().anyMatch(affected::contains);
                if (asks || gives) {
                    affected.add(programme.id());
                }
            }
        }
        return affected;
    }

    private Set<String> rivals(String programme) {
        Set<String> rivals = new HashSet<>();
        for (Group group : after.groups()) {
            if (group.programmes().contains(programme)) {
                rivals.addAll(group.programmes());
            }
        }
        return rivals;
    }

    /** Finds what a programme asks about, and whether it rests on a parameter that is another now. */
    private void walk(Programme programme) {
        Set<String> asks = asked.computeIfAbsent(programme.id(), _ -> new HashSet<>());
        Set<Expr.FactRef> seen = new HashSet<>();
        programme.lets().forEach(let -> walk(programme, let.expr(), asks, seen));
        programme.clauses().forEach(clause -> walk(programme, clause, asks, seen));
        walk(programme, programme.amount().expr(), asks, seen);
    }

    private void walk(Programme programme, Clause clause, Set<String> asks, Set<Expr.FactRef> seen) {
        switch (clause) {
            case Clause.Test test -> walk(programme, test.when(), asks, seen);
            case Clause.AnyOf anyOf -> anyOf.parts().forEach(part -> walk(programme, part, asks, seen));
        }
    }

    private void walk(Programme programme, Expr expr, Set<String> asks, Set<Expr.FactRef> seen) {
        expr.walk(node -> {
            switch (node) {
                case Expr.ParameterRef parameter -> {
                    named.add(after.parameters().get(parameter.slot()).symbol().name());
                    if (isOther(parameter.slot())) {
                        affected.add(programme.id());
                    }
                }
                case Expr.Receives receives -> asks.add(receives.programme());
                case Expr.FactRef fact -> {
                    if (seen.add(fact)) {
                        derivation(fact).ifPresent(derived -> walk(programme, derived.expr(), asks, seen));
                    }
                }
                case Expr.Constant _, Expr.LetRef _, Expr.AsOf _, Expr.Not _, Expr.All _, Expr.Any _ -> {}
                case Expr.Choice _, Expr.Comparison _, Expr.Among _, Expr.Arithmetic _, Expr.Call _, Expr.Fold _ -> {}
            }
        });
    }

    private Optional<Derivation> derivation(Expr.FactRef fact) {
        Holder holder = switch (fact.subject()) {
            case Expr.Subject.TheHousehold _ -> Holder.HOUSEHOLD;
            case Expr.Subject.ThePerson _, Expr.Subject.TheMember _ -> Holder.PERSON;
        };
        return after.catalogue().derivations().of(holder, fact.slot());
    }

    /** Where a parameter is new or gone, those behind it have other slots: what stands in one may be another, or nothing. */
    private boolean isOther(int slot) {
        if (slot >= before.parameters().size()) {
            return true;
        }
        Parameter now = after.parameters().get(slot);
        Parameter then = before.parameters().get(slot);
        return !now.symbol().name().equals(then.symbol().name())
                || !now.settings().equals(then.settings());
    }
}
