package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import yingbao.platform.registry.HouseholdFile;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Phrases;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.CitizenId;
import yingbao.policy.value.Money;
import yingbao.policy.value.ValueException;

/** Facts as people read them. */
final class FrozenFacts {
    private FrozenFacts() {}

    static List<CaseViews.FactLine> lines(Pack pack, HouseholdFile file) {
        List<CaseViews.FactLine> lines = new ArrayList<>();
        lines(pack, file, Holder.HOUSEHOLD, file.household().facts(), file.number(), lines);
        for (Facts member : file.household().members()) {
            lines(
                    pack,
                    file,
                    Holder.PERSON,
                    member,
                    NoticeTexts.text(member, "name").orElse(""),
                    lines);
        }
        return lines;
    }

    private static void lines(
            Pack pack, HouseholdFile file, Holder holder, Facts facts, String about, List<CaseViews.FactLine> lines) {
        List<Fact> known = pack.catalogue().facts(holder);
        for (Fact fact : known) {
            String name = fact.symbol().name();
            facts.given(name)
                    .ifPresent(value -> lines.add(new CaseViews.FactLine(
                            about,
                            fact.symbol().label(),
                            words(pack, file.on(), fact, value),
                            file.source(facts, name)
                                    .map(source -> pack.catalogue()
                                            .suppliers()
                                            .getOrDefault(source.supplier(), source.supplier()))
                                    .orElse(""),
                            file.source(facts, name)
                                    .map(source -> source.from().toString())
                                    .orElse(""))));
        }
    }

    private static String words(Pack pack, LocalDate on, Fact fact, Value value) {
        Phrases phrases = Phrases.in(pack.words().language());
        return switch (value) {
            case Value.Flag(boolean flag) -> phrases.say(flag ? "yes" : "no");
            case Value.Whole(long whole) ->
                switch (fact.kind()) {
                    case MONEY -> Money.ofFen(whole).yuan() + " " + phrases.say("unit-FEN");
                    case DATE -> LocalDate.ofEpochDay(whole).toString();
                    case COUNT, FLAG, CODE, TEXT, AREA, CITIZEN_ID -> Long.toString(whole);
                };
            case Value.Text(String code)
            when fact.kind() == Fact.Kind.AREA && pack.areas().knows(new AreaCode(code)) ->
                pack.areas().path(new AreaCode(code), on);
            case Value.Text(String text) -> text(fact, text);
            case Value.Fraction _, Value.Unknown _, Value.Failure _ -> "";
        };
    }

    /** Whoever may see a case need not see whole numbers of persons and accounts. */
    private static String text(Fact fact, String text) {
        if (fact.kind() == Fact.Kind.CITIZEN_ID) {
            try {
                return CitizenId.parse(text).masked();
            } catch (ValueException malformed) {
                return "*".repeat(text.length());
            }
        }
        if (fact.sensitivity() == Fact.Sensitivity.ACCOUNT && text.length() > 4) {
            return "*".repeat(text.length() - 4) + text.substring(text.length() - 4);
        }
        return fact.symbol().codes().getOrDefault(text, text);
    }
}
