package yingbao.platform.programmes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Explainer;
import yingbao.policy.decide.Explanation;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Phrases;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.Language;
import yingbao.policy.value.Money;

/** Says what a household and its members are entitled to on a day, programme by programme, with the reasons. */
@Service
public class Assessments {
    private static final String NAME = "name";

    private final Packs packs;

    Assessments(Packs packs) {
        this.packs = packs;
    }

    /**
     * What one programme says to one household or person.
     *
     * @param programme id of the programme
     * @param member the person's position among the members; empty for a household's programme
     * @param outcome ELIGIBLE, NOT_ELIGIBLE or UNDETERMINED
     * @param amount what is due per period, where eligible
     * @param explanation the reasons
     */
    public record Assessed(
            String programme,
            String title,
            OptionalInt member,
            String outcome,
            Optional<Money> amount,
            Explanation explanation) {

        /** The reasons as JSON. */
        public ExplanationView view() {
            return ExplanationView.of(explanation);
        }
    }

    /** Every programme in force on the day, by the pack that holds now. */
    public List<Assessed> assess(Household household, LocalDate on) {
        return assess(packs.current(), household, on);
    }

    /** Every programme in force on the day, by some version of the pack. */
    public List<Assessed> assess(Pack pack, Household household, LocalDate on) {
        Engine engine = packs.engine(pack, on);
        Assessment assessment = engine.assess(household);
        Explainer explainer =
                packs.explainer(pack, names(household, pack.words().language()), _ -> "");
        List<Assessed> assessed = new ArrayList<>();
        for (Programme programme : engine.programmes()) {
            for (int holder : Engine.holders(programme, household)) {
                assessed.add(assessed(explainer, assessment, programme, holder));
            }
        }
        return assessed;
    }

    /**
     * One programme alone.
     *
     * @param member the person's position among the members; not looked at for a household's programme
     * @return empty where the programme is not in force on the day
     */
    public Optional<Assessed> assess(
            Pack pack, Household household, LocalDate on, String programme, OptionalInt member) {
        Engine engine = packs.engine(pack, on);
        Explainer explainer =
                packs.explainer(pack, names(household, pack.words().language()), _ -> "");
        return engine.programmes().stream()
                .filter(candidate -> candidate.id().equals(programme))
                .findFirst()
                .map(found -> assessed(
                        explainer,
                        engine.assess(household),
                        found,
                        found.holder() == Holder.HOUSEHOLD ? Entitlements.HOUSEHOLD_ITSELF : member.orElseThrow()));
    }

    private static Assessed assessed(Explainer explainer, Assessment assessment, Programme programme, int holder) {
        Explanation explanation = explainer.explain(assessment, programme, holder);
        return new Assessed(
                programme.id(),
                programme.title(),
                holder == Entitlements.HOUSEHOLD_ITSELF ? OptionalInt.empty() : OptionalInt.of(holder),
                explanation.decision().outcome(),
                ExplanationView.amount(explanation.decision()),
                explanation);
    }

    /** A person is called by name, a household by the name of its first member. */
    private static Function<Facts, String> names(Household household, Language language) {
        return facts -> {
            if (facts != household.facts()) {
                return name(facts).orElse(facts.id());
            }
            return household.members().stream()
                    .findFirst()
                    .flatMap(Assessments::name)
                    .map(head -> Phrases.in(language).say("family", head))
                    .orElse(facts.id());
        };
    }

    private static Optional<String> name(Facts facts) {
        return facts.given(NAME)
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast)
                .map(Value.Text::value);
    }
}
