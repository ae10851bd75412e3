package yingbao.platform.programmes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.programmes.ProgrammeView.ParameterInForce;
import yingbao.platform.programmes.ProgrammeView.ParameterNeed;
import yingbao.policy.decide.Explainer;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Facts;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;
import yingbao.policy.pack.Workflow;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Citation;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Language;

/** Programmes as people read them. */
@Component
class ProgrammePages {
    private final Packs packs;
    private final Divisions divisions;
    private final Texts texts;
    private final Map<Language, GoldenResults> golden = new ConcurrentHashMap<>();

    ProgrammePages(Packs packs, Divisions divisions, Texts texts) {
        this.packs = packs;
        this.divisions = divisions;
        this.texts = texts;
    }

    /** The programmes in force on a day. */
    List<ProgrammeView.ProgrammeLine> list(LocalDate on) {
        Pack pack = packs.spoken(packs.current());
        return pack.programmesOn(on).stream()
                .map(programme -> line(pack, programme, on))
                .toList();
    }

    private ProgrammeView.ProgrammeLine line(Pack pack, Programme programme, LocalDate on) {
        Version days = Version.of(programme.range());
        return new ProgrammeView.ProgrammeLine(
                programme.id(),
                programme.title(),
                programme.holder().name(),
                programme.lead(),
                days.from(),
                days.to(),
                cited(pack, programme.cites()),
                programme.clauses().size(),
                workflow(pack, programme).title(),
                parameters(pack, programme, place(), on).stream()
                        .filter(needed -> needed.why() == ParameterNeed.RULE)
                        .filter(needed -> needed.setting().number().isEmpty())
                        .map(ParameterInForce::label)
                        .toList());
    }

    /** The steps of a programme; a pack that is read names only workflows that it has. */
    private static Workflow workflow(Pack pack, Programme programme) {
        return Optional.ofNullable(pack.workflows().get(programme.workflow())).orElseThrow();
    }

    /** Where the caller works: their county, or their whole division where that is larger. */
    private AreaCode place() {
        AreaCode area = Callers.current().area();
        return divisions.within(AreaLevel.COUNTY, area).orElse(area);
    }

    private record Version(Optional<LocalDate> from, Optional<LocalDate> to) {
        static Version of(DateRange range) {
            return new Version(
                    range.from().equals(LocalDate.MIN) ? Optional.empty() : Optional.of(range.from()),
                    range.isOpenEnded() ? Optional.empty() : Optional.of(range.to()));
        }
    }

    /**
     * A programme on a day.
     *
     * @throws Refusal {@code programmes.unknown} (the id) when none of that id is in force then
     */
    ProgrammeView show(String id, LocalDate on) {
        Pack pack = packs.spoken(packs.current());
        Programme programme = pack.programmesOn(on).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("programmes.unknown", id));
        AreaCode area = place();
        Workflow workflow = workflow(pack, programme);
        Explainer explainer = packs.explainer(pack, Facts::id, _ -> "");
        return new ProgrammeView(
                programme.id(),
                programme.title(),
                on,
                pack.title(),
                pack.version(),
                versions(pack, programme),
                programme.holder().name(),
                programme.lead(),
                cited(pack, programme.cites()),
                programme.pay().label(),
                programme.payFrom(),
                rounding(programme),
                cited(pack, programme.rounding().cites()),
                programme.excludes().stream()
                        .map(exclusion -> title(pack, exclusion.programme()))
                        .toList(),
                programme.stacksWith().stream().map(other -> title(pack, other)).toList(),
                explainer.rule(programme),
                funds(pack, programme, area, on),
                pack.areas().path(area, on),
                parameters(pack, programme, area, on),
                workflow.title(),
                cited(pack, workflow.cites()),
                new WorkflowWords(pack, area, on, texts).steps(workflow),
                golden().of(programme));
    }

    /** The golden cases of the rules that hold, which come out so whatever an area sets itself. */
    private GoldenResults golden() {
        Pack files = packs.spoken(packs.files());
        return golden.compute(
                files.words().language(),
                (_, kept) -> kept != null && kept.isOf(files) ? kept : new GoldenResults(files));
    }

    private static List<ProgrammeView.ProgrammeVersion> versions(Pack pack, Programme shown) {
        return pack.programmes().stream()
                .filter(version -> version.id().equals(shown.id()))
                .map(version -> new ProgrammeView.ProgrammeVersion(
                        Version.of(version.range()).from(),
                        Version.of(version.range()).to(),
                        version.equals(shown)))
                .toList();
    }

    private static String title(Pack pack, String id) {
        return pack.programmes().stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .map(Programme::title)
                .orElse(id);
    }

    static List<String> cited(Pack pack, Collection<Citation> cites) {
        return cites.stream().map(pack::cited).toList();
    }

    private String rounding(Programme programme) {
        String to = texts.text(
                switch (programme.rounding().rounding().to()) {
                    case FEN -> "programmes.fen";
                    case JIAO -> "programmes.jiao";
                    case YUAN -> "programmes.yuan";
                    case TEN_YUAN -> "programmes.ten-yuan";
                });
        return texts.text(
                switch (programme.rounding().rounding().mode()) {
                    case UP -> "programmes.round-up";
                    case DOWN -> "programmes.round-down";
                    case HALF_UP -> "programmes.round-nearest";
                },
                to);
    }

    private static List<ProgrammeView.ProgrammeFund> funds(
            Pack pack, Programme programme, AreaCode area, LocalDate on) {
        return programme.funds().stream()
                .map(fund -> new ProgrammeView.ProgrammeFund(
                        pack.funds().getOrDefault(fund, fund),
                        Optional.ofNullable(programme.fundShares().get(fund))
                                .flatMap(pack::parameter)
                                .flatMap(parameter -> pack.setting(parameter, area, on)
                                        .map(setting -> StandardEntry.words(setting, parameter)))
                                .orElse("")))
                .toList();
    }

    /** Everything that a programme rests on, each once, for the first thing it is needed for. */
    private static List<ParameterInForce> parameters(Pack pack, Programme programme, AreaCode area, LocalDate on) {
        Map<String, ParameterNeed> needs = new LinkedHashMap<>();
        ruleParameters(pack, programme).forEach(name -> needs.putIfAbsent(name, ParameterNeed.RULE));
        programme
                .review()
                .ifPresent(
                        review -> review.parameters().forEach(name -> needs.putIfAbsent(name, ParameterNeed.REVIEW)));
        programme.fundShares().values().forEach(name -> needs.putIfAbsent(name, ParameterNeed.FUNDS));
        WorkflowWords.parameters(workflow(pack, programme))
                .forEach(name -> needs.putIfAbsent(name, ParameterNeed.STEPS));
        List<ParameterInForce> inForce = new ArrayList<>();
        needs.forEach((name, why) -> pack.parameter(name)
                .ifPresent(parameter -> inForce.add(new ParameterInForce(
                        name,
                        parameter.symbol().label(),
                        parameter.setBy(),
                        why,
                        new StandardOverview(pack, parameter).setting(area, on)))));
        return inForce;
    }

    private static Set<String> ruleParameters(Pack pack, Programme programme) {
        Set<String> names = new LinkedHashSet<>();
        programme.clauses().forEach(clause -> collect(clause, pack, names));
        programme.lets().forEach(let -> collect(let.expr(), pack, names));
        collect(programme.amount().expr(), pack, names);
        return names;
    }

    private static void collect(Clause clause, Pack pack, Set<String> names) {
        switch (clause) {
            case Clause.Test test -> collect(test.when(), pack, names);
            case Clause.AnyOf anyOf -> anyOf.parts().forEach(part -> collect(part, pack, names));
        }
    }

    private static void collect(Expr expr, Pack pack, Set<String> names) {
        expr.walk(node -> {
            if (node instanceof Expr.ParameterRef reference) {
                Parameter parameter = pack.parameters().get(reference.slot());
                names.add(parameter.symbol().name());
            }
        });
    }
}
