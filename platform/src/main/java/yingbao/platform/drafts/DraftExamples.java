package yingbao.platform.drafts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yingbao.platform.drafts.DraftView.DraftExample;
import yingbao.policy.decide.GoldenCases;
import yingbao.policy.pack.Example;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;

/** The golden cases, decided by a pack, with what differs in words. */
final class DraftExamples {
    private static final String BETWEEN = "；";

    private final Pack pack;
    private final Map<String, String> titles;
    private final Map<String, String> asked = new HashMap<>();

    private DraftExamples(Pack pack) {
        this.pack = pack;
        this.titles =
                pack.programmes().stream().collect(Collectors.toMap(Programme::id, Programme::title, (one, _) -> one));
        pack.programmes().forEach(programme -> programme.clauses().forEach(clause -> learn(programme.id(), clause)));
    }

    private void learn(String programme, Clause clause) {
        asked.put(programme + " " + clause.id(), clause.ask());
        switch (clause) {
            case Clause.Test _ -> {}
            case Clause.AnyOf anyOf -> anyOf.parts().forEach(part -> learn(programme, part));
        }
    }

    static List<DraftExample> of(Pack pack) {
        DraftExamples examples = new DraftExamples(pack);
        return pack.examples().stream().map(examples::decided).toList();
    }

    private DraftExample decided(Example example) {
        Optional<GoldenCases.Difference> difference = GoldenCases.run(pack, example);
        return new DraftExample(
                example.name(),
                titles.getOrDefault(example.programme(), example.programme()),
                example.on(),
                pack.areas().path(example.area(), example.on()),
                difference.isEmpty(),
                difference.map(found -> words(example, found.expected())).orElse(""),
                difference.map(found -> words(example, found.actual())).orElse(""));
    }

    /** An outcome, and after a blank its clauses by their questions and its facts by their labels. */
    private String words(Example example, String result) {
        String[] words = result.split(" ", -1);
        String rest = Stream.of(words)
                .skip(1)
                .map(word -> Optional.ofNullable(asked.get(example.programme() + " " + word))
                        .or(() -> pack.catalogue().find(word).map(Fact::symbol).map(symbol -> symbol.label()))
                        .or(() -> pack.parameter(word.replaceFirst("^param[.]", ""))
                                .map(parameter -> parameter.symbol().label()))
                        .orElse(word))
                .collect(Collectors.joining(BETWEEN));
        return rest.isEmpty() ? words[0] : words[0] + " " + rest;
    }
}
