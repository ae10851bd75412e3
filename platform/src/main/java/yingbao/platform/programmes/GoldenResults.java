package yingbao.platform.programmes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.decide.Explainer;
import yingbao.policy.decide.GoldenCases;
import yingbao.policy.decide.GoldenCases.Difference;
import yingbao.policy.expr.Missing;
import yingbao.policy.pack.Example;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;
import yingbao.policy.value.Money;

/** The golden cases of a pack, decided once when they are first looked at. */
final class GoldenResults {
    private final Pack pack;
    private final Map<Example, Optional<Difference>> results = new HashMap<>();

    GoldenResults(Pack pack) {
        this.pack = pack;
        pack.examples().forEach(example -> results.put(example, GoldenCases.run(pack, example)));
    }

    boolean isOf(Pack other) {
        return pack.version().equals(other.version());
    }

    /** Those of one version of a programme, in the order of the files. */
    List<ProgrammeView.GoldenCaseView> of(Programme programme) {
        return pack.examples().stream()
                .filter(example -> example.programme().equals(programme.id()))
                .filter(example -> programme.range().contains(example.on()))
                .map(example -> shown(example, programme))
                .toList();
    }

    private ProgrammeView.GoldenCaseView shown(Example example, Programme programme) {
        Optional<Difference> difference = results.getOrDefault(example, Optional.empty());
        Example.Expected expected = example.expected();
        List<String> reasons = new ArrayList<>();
        expected.refused().forEach(id -> reasons.add(ask(programme, id)));
        expected.missing().forEach(name -> reasons.add(label(name)));
        return new ProgrammeView.GoldenCaseView(
                example.name(),
                ask(programme, example.clause()),
                example.on(),
                pack.areas().path(example.area(), example.on()),
                expected.outcome(),
                expected.amount().map(Money::fen),
                reasons,
                difference.isEmpty(),
                difference.map(Difference::actual).orElse(""));
    }

    /** A clause by its question; an amount or a group by its id. */
    private static String ask(Programme programme, String id) {
        return programme.clauses().stream()
                .flatMap(clause -> find(clause, id).stream())
                .findFirst()
                .orElse(id);
    }

    private static Optional<String> find(Clause clause, String id) {
        if (clause.id().equals(id)) {
            return Optional.of(clause.ask());
        }
        return switch (clause) {
            case Clause.Test _ -> Optional.empty();
            case Clause.AnyOf anyOf ->
                anyOf.parts().stream().flatMap(part -> find(part, id).stream()).findFirst();
        };
    }

    private String label(String name) {
        return pack.catalogue()
                .find(name)
                .map(fact -> fact.symbol().label())
                .or(() -> pack.parameter(name.substring(name.indexOf('.') + 1))
                        .map(parameter -> parameter.symbol().label()))
                .orElse(name.equals(Missing.MEMBERS_NAME) ? Explainer.MEMBERS_LABEL : name);
    }
}
