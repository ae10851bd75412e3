package yingbao.platform.programmes;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import yingbao.policy.decide.Mandates;
import yingbao.policy.decide.Mandates.Finding;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Expr.Moment;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Mandate;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;

/** What the mandates of the pack say of a value before it takes effect. */
final class Demands {
    private Demands() {}

    /**
     * Every demand that the value has a part in, for its areas and the years that it counts for, up to the present or the
     * year in which it begins: that a later year will ask for more is nothing against it.
     *
     * @param trial the pack as it would be with the value
     */
    static List<FindingView> of(LocalValue value, Pack trial, LocalDate today) {
        Mandates mandates = new Mandates(trial);
        int lastYear = Math.max(today.getYear(), value.range().from().getYear());
        List<FindingView> findings = new ArrayList<>();
        for (Mandate mandate : trial.mandates()) {
            for (int year = value.range().from().getYear(); year <= lastYear; year++) {
                for (Area area : trial.areas().all(mandate.level(), endOf(year))) {
                    if (mandates.demands(mandate, area, year) && counts(mandate, value, trial, area, year)) {
                        findings.add(view(mandates.measure(mandate, area, year), trial));
                    }
                }
            }
        }
        return findings;
    }

    static LocalDate endOf(int year) {
        return LocalDate.of(year, Month.DECEMBER, 31);
    }

    private static boolean counts(Mandate mandate, LocalValue value, Pack trial, Area area, int year) {
        return (holds(value, trial, area, endOf(year)) && refers(mandate, value.parameter(), Moment.NOW, trial))
                || (holds(value, trial, area, endOf(year - 1))
                        && refers(mandate, value.parameter(), Moment.LAST_YEAR, trial));
    }

    /** Whether it is this value that is in force in an area on a day, and not that of a smaller area or another time. */
    private static boolean holds(LocalValue value, Pack trial, Area area, LocalDate day) {
        return trial.parameter(value.parameter())
                .flatMap(parameter -> trial.setting(parameter, area.code(), day))
                .equals(Optional.of(value.setting()));
    }

    private static boolean refers(Mandate mandate, String parameter, Moment moment, Pack pack) {
        return refers(mandate.value(), parameter, moment, pack) || refers(mandate.floor(), parameter, moment, pack);
    }

    /** Whether an expression speaks of a parameter, of now or of a year before. */
    static boolean refers(Expr expr, String parameter, Moment moment, Pack pack) {
        AtomicBoolean found = new AtomicBoolean();
        expr.walk(node -> {
            if (node instanceof Expr.ParameterRef reference && reference.moment() == moment) {
                Parameter named = pack.parameters().get(reference.slot());
                found.compareAndSet(false, named.symbol().name().equals(parameter));
            }
        });
        return found.get();
    }

    static FindingView view(Finding finding, Pack pack) {
        Mandate mandate = finding.mandate();
        return new FindingView(
                mandate.id(),
                mandate.title(),
                finding.area().code().digits(),
                finding.area().name(),
                finding.year(),
                finding.verdict(),
                finding.value(),
                finding.floor(),
                mandate.cites().stream().map(pack::cited).toList(),
                finding.sources());
    }

    static long broken(List<FindingView> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict() == Mandates.Verdict.BROKEN)
                .count();
    }
}
