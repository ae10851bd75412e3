package yingbao.policy.decide;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import yingbao.policy.expr.Derivations;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Evaluator;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Frame;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Phrases;
import yingbao.policy.expr.Situation;
import yingbao.policy.expr.Value;
import yingbao.policy.expr.Wording;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Mandate;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.value.Language;
import yingbao.policy.value.Ratio;

/** Checks what the policy demands of the parameters themselves, for every area and year. */
public final class Mandates {
    private final Pack pack;
    private final Language language;
    private final Phrases phrases;
    private final Evaluator evaluator = Evaluator.walkingTheTree();

    /** How a demand stands. */
    public enum Verdict {
        KEPT,
        BROKEN,
        NO_DATA
    }

    /**
     * How one demand stands in one area and year.
     *
     * @param value the measured value in words; 未知 where it is not on file
     * @param floor what it is measured against, in words
     * @param measured the measured value as a number in the mandate's unit; empty where it is not on file
     * @param least what it is measured against as a number in that unit; empty where it is not on file
     * @param sources where the numbers stand
     */
    public record Finding(
            Mandate mandate,
            Area area,
            int year,
            Verdict verdict,
            String value,
            String floor,
            Optional<Ratio> measured,
            Optional<Ratio> least,
            List<String> sources) {}

    public Mandates(Pack pack) {
        this.pack = pack;
        this.language = pack.words().language();
        this.phrases = Phrases.in(language);
    }

    /** Every demand for every area and year it is made of. What is in force on the last day of a year counts for it. */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        for (Mandate mandate : pack.mandates()) {
            for (int year : IntStream.rangeClosed(mandate.firstYear(), mandate.lastYear())
                    .toArray()) {
                for (Area area : pack.areas().all(mandate.level(), endOf(year))) {
                    if (demands(mandate, area, year)) {
                        findings.add(measure(mandate, area, year));
                    }
                }
            }
        }
        return findings;
    }

    private static LocalDate endOf(int year) {
        return LocalDate.of(year, Month.DECEMBER, 31);
    }

    /** Whether a demand is made of an area in a year. */
    public boolean demands(Mandate mandate, Area area, int year) {
        if (area.level() != mandate.level() || year < mandate.firstYear() || year > mandate.lastYear()) {
            return false;
        }
        boolean inside = mandate.group()
                .map(id -> pack.areas().group(id).orElseThrow().contains(area.code()))
                .orElse(true);
        boolean excepted = mandate.exceptGroup()
                .map(id -> pack.areas().group(id).orElseThrow().contains(area.code()))
                .orElse(false);
        return inside && !excepted;
    }

    /** How a demand stands in an area and year, also where it is not made. */
    public Finding measure(Mandate mandate, Area area, int year) {
        LocalDate day = endOf(year);
        Facts nobody = Facts.of("", Holder.HOUSEHOLD, pack.vocabulary(), Map.of());
        Situation situation = new Situation(
                nobody,
                List.of(),
                Derivations.NONE,
                pack.parametersFor(area.code(), day),
                pack.parametersFor(area.code(), day.minusYears(1)),
                day,
                (_, _) -> Value.Flag.FALSE);
        Frame frame = new Frame(situation, Entitlements.HOUSEHOLD_ITSELF, List.of());
        Value value = evaluator.evaluate(mandate.value(), frame);
        Value floor = evaluator.evaluate(mandate.floor(), frame);
        Value kept =
                evaluator.evaluate(new Expr.Comparison(mandate.relation(), mandate.value(), mandate.floor(), 0), frame);
        Verdict verdict = switch (kept) {
            case Value.Flag(boolean holds) -> holds ? Verdict.KEPT : Verdict.BROKEN;
            case Value.Unknown _, Value.Failure _, Value.Whole _, Value.Fraction _, Value.Text _ -> Verdict.NO_DATA;
        };
        Set<String> sources = new LinkedHashSet<>();
        for (Expr expr : List.of(mandate.value(), mandate.floor())) {
            sources.addAll(sources(expr, area, day));
        }
        return new Finding(
                mandate,
                area,
                day.getYear(),
                verdict,
                Wording.value(language, value, mandate.unit()),
                Wording.value(language, floor, mandate.unit()),
                number(value),
                number(floor),
                List.copyOf(sources));
    }

    private static Optional<Ratio> number(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> Optional.of(Ratio.of(whole));
            case Value.Fraction(Ratio ratio) -> Optional.of(ratio);
            case Value.Unknown _, Value.Failure _, Value.Flag _, Value.Text _ -> Optional.empty();
        };
    }

    private List<String> sources(Expr expr, Area area, LocalDate day) {
        List<String> sources = new ArrayList<>();
        expr.walk(node -> {
            if (node instanceof Expr.ParameterRef reference) {
                Parameter parameter = pack.parameters().get(reference.slot());
                LocalDate moment = switch (reference.moment()) {
                    case NOW -> day;
                    case LAST_YEAR -> day.minusYears(1);
                };
                pack.setting(parameter, area.code(), moment)
                        .flatMap(setting -> source(parameter, setting))
                        .ifPresent(sources::add);
            }
        });
        return sources;
    }

    private Optional<String> source(Parameter parameter, Parameter.Setting setting) {
        return switch (setting) {
            case Parameter.Setting.Stated stated -> {
                String value = parameter.symbol().label() + " "
                        + Wording.value(
                                language, stated.value(), parameter.symbol().unit());
                String cited =
                        stated.cites().stream().map(pack::cited).collect(Collectors.joining(phrases.say("further")));
                yield Optional.of(
                        phrases.say("sure", phrases.say("says", value, cited), phrases.say("mark-", stated.mark())));
            }
            case Parameter.Setting.Unset _ -> Optional.empty();
        };
    }
}
