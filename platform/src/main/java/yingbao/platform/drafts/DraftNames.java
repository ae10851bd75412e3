package yingbao.platform.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import yingbao.platform.drafts.DraftView.DraftName;
import yingbao.platform.kernel.Labels;
import yingbao.platform.kernel.Texts;
import yingbao.policy.expr.Function;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Unit;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;

/** The names that expressions of a pack may use, with what people call them. */
final class DraftNames {
    private final List<DraftName> names = new ArrayList<>();

    private DraftNames() {}

    static List<DraftName> of(Pack pack, Texts texts) {
        DraftNames all = new DraftNames();
        pack.vocabulary().household().forEach(fact -> all.fact("household.", fact));
        pack.vocabulary().person().forEach(fact -> {
            all.fact("person.", fact);
            all.fact("m.", fact);
        });
        pack.vocabulary().parameters().forEach(parameter -> {
            all.add("param." + parameter.name(), parameter);
            all.names.add(new DraftName(
                    "last_year." + parameter.name(),
                    texts.text("drafts.last-year", parameter.label()),
                    unit(parameter.unit()),
                    ""));
        });
        pack.programmes().stream()
                .map(programme -> new DraftName(
                        owner(programme) + ".receives(\"" + programme.id() + "\")",
                        texts.text("drafts.receives", programme.title()),
                        "",
                        ""))
                .distinct()
                .forEach(all.names::add);
        for (Function function : Function.values()) {
            all.names.add(new DraftName(
                    function.parameters().isEmpty() ? function.spelling() : function.spelling() + "(",
                    texts.text("drafts.function-"
                            + function.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    "",
                    ""));
        }
        all.names.add(new DraftName("as_of", texts.text("drafts.as-of"), unit(Unit.DATE), ""));
        return List.copyOf(all.names);
    }

    private static String owner(Programme programme) {
        return switch (programme.holder()) {
            case HOUSEHOLD -> "household";
            case PERSON -> "person";
        };
    }

    /** The values that a programme names itself. */
    static List<DraftName> lets(Programme programme) {
        return programme.lets().stream()
                .map(let -> new DraftName(
                        let.symbol().name(),
                        let.symbol().label(),
                        unit(let.symbol().unit()),
                        ""))
                .toList();
    }

    private void fact(String owner, Symbol fact) {
        add(owner + fact.name(), fact);
        fact.codes()
                .forEach((code, label) -> names.add(new DraftName("\"" + code + "\"", label, "", owner + fact.name())));
    }

    private void add(String insert, Symbol symbol) {
        names.add(new DraftName(insert, symbol.label(), unit(symbol.unit()), ""));
    }

    private static String unit(Unit unit) {
        return unit.equals(Unit.NONE) ? "" : unit.label(Labels.language(), true);
    }
}
