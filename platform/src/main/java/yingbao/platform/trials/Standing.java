package yingbao.platform.trials;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import yingbao.platform.kernel.Labels;
import yingbao.policy.decide.Mandates;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Wording;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Mandate;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.value.AreaCode;

/** How the values and the demands on them stand in some counties, before and after. */
final class Standing {
    private final Tried tried;
    private final List<AreaCode> areas;
    private final List<Answer.OfMandate> broken = new ArrayList<>();
    private long keptBefore;
    private long keptAfter;

    Standing(Tried tried, List<AreaCode> areas) {
        this.tried = tried;
        this.areas = areas;
    }

    /** Measures the demands of a year. */
    Standing measured(int year) {
        LocalDate end = LocalDate.of(year, 12, 31);
        Mandates before = new Mandates(tried.before());
        Mandates after = new Mandates(tried.after());
        for (Mandate mandate : tried.after().mandates()) {
            if (!speaksOf(mandate, tried.after(), tried.parameters()) && !isDrafted(mandate)) {
                continue;
            }
            for (AreaCode code : areas) {
                Optional<Area> area = tried.after().areas().resolve(code, end);
                if (area.isPresent() && after.demands(mandate, area.get(), year)) {
                    Mandates.Finding now = after.measure(mandate, area.get(), year);
                    add(
                            former(mandate)
                                    .map(then -> before.measure(then, area.get(), year))
                                    .orElse(unknown(now)),
                            now);
                }
            }
        }
        return this;
    }

    private void add(Mandates.Finding before, Mandates.Finding after) {
        keptBefore += before.verdict() == Mandates.Verdict.KEPT ? 1 : 0;
        keptAfter += after.verdict() == Mandates.Verdict.KEPT ? 1 : 0;
        if (before.verdict() != Mandates.Verdict.KEPT || after.verdict() != Mandates.Verdict.KEPT) {
            broken.add(new Answer.OfMandate(
                    after.mandate().id(),
                    after.mandate().title(),
                    after.area().code().digits(),
                    after.area().name(),
                    after.year(),
                    before.verdict(),
                    after.verdict(),
                    before.value(),
                    after.value(),
                    after.floor()));
        }
    }

    /** What is demanded before: a draft may demand something else, or count the same parameters otherwise. */
    private Optional<Mandate> former(Mandate mandate) {
        return tried.before().mandates().stream()
                .filter(known -> known.id().equals(mandate.id()))
                .findFirst();
    }

    /** Of what nobody demands before, nothing is said. */
    private static Mandates.Finding unknown(Mandates.Finding now) {
        return new Mandates.Finding(
                now.mandate(),
                now.area(),
                now.year(),
                Mandates.Verdict.NO_DATA,
                "",
                now.floor(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Whether a draft demands something else than before. */
    private boolean isDrafted(Mandate mandate) {
        return tried.draft()
                        .filter(draft ->
                                draft.files().containsKey(mandate.location().file()))
                        .isPresent()
                && former(mandate)
                        .filter(then -> demand(then).equals(demand(mandate)))
                        .isEmpty();
    }

    private static List<Object> demand(Mandate mandate) {
        return List.of(
                mandate.level(),
                mandate.group(),
                mandate.exceptGroup(),
                mandate.firstYear(),
                mandate.lastYear(),
                mandate.value(),
                mandate.floor(),
                mandate.relation());
    }

    /** Whether a demand rests on one of some parameters. */
    static boolean speaksOf(Mandate mandate, Pack pack, Set<String> parameters) {
        AtomicBoolean found = new AtomicBoolean();
        for (Expr expr : List.of(mandate.value(), mandate.floor())) {
            expr.walk(node -> {
                if (node instanceof Expr.ParameterRef named
                        && parameters.contains(
                                pack.parameters().get(named.slot()).symbol().name())) {
                    found.set(true);
                }
            });
        }
        return found.get();
    }

    /** Demands that are broken, or of which it is not known, before or after. */
    List<Answer.OfMandate> broken() {
        return broken;
    }

    Answer.Kept kept() {
        return new Answer.Kept(keptBefore, keptAfter);
    }

    /** What each county has of what is changed. */
    List<Answer.ValueChange> values(LocalDate on) {
        List<Answer.ValueChange> values = new ArrayList<>();
        for (String name : tried.parameters()) {
            Optional<Parameter> before = tried.before().parameter(name);
            Parameter after = tried.after().parameter(name).orElseThrow();
            for (AreaCode area : areas) {
                Optional<Parameter.Setting.Stated> was =
                        before.flatMap(known -> stated(tried.before(), known, area, on));
                Optional<Parameter.Setting.Stated> is = stated(tried.after(), after, area, on);
                values.add(new Answer.ValueChange(
                        name,
                        after.symbol().label(),
                        area.digits(),
                        name(tried.after(), area, on),
                        was.map(value -> words(after, value)).orElse(""),
                        is.map(value -> words(after, value)).orElse(""),
                        was.map(value -> value.value().value()),
                        is.map(value -> value.value().value())));
            }
        }
        return values;
    }

    static Optional<Parameter.Setting.Stated> stated(Pack pack, Parameter parameter, AreaCode area, LocalDate on) {
        return pack.setting(parameter, area, on)
                .filter(Parameter.Setting.Stated.class::isInstance)
                .map(Parameter.Setting.Stated.class::cast);
    }

    static String words(Parameter parameter, Parameter.Setting.Stated stated) {
        return Wording.value(
                Labels.language(), stated.value(), parameter.symbol().unit());
    }

    static String name(Pack pack, AreaCode area, LocalDate on) {
        return pack.areas().resolve(area, on).map(Area::name).orElse(area.shortForm());
    }
}
