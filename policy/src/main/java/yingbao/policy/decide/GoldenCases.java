package yingbao.policy.decide;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Missing;
import yingbao.policy.expr.ParameterValues;
import yingbao.policy.pack.Example;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;

/** Runs the golden cases of a pack. */
public final class GoldenCases {
    private GoldenCases() {}

    /**
     * A case that came out otherwise.
     *
     * @param example the case
     * @param expected what it demands
     * @param actual what was decided
     */
    public record Difference(Example example, String expected, String actual) {}

    /** The cases that came out otherwise, in the order of the files; none when the pack does what it says. */
    public static List<Difference> run(Pack pack) {
        return pack.examples().stream()
                .flatMap(example -> run(pack, example).stream())
                .toList();
    }

    /** What came out otherwise in one case; empty when it came out as it demands. */
    public static Optional<Difference> run(Pack pack, Example example) {
        String expected = describe(example.expected());
        String actual = describe(pack, example);
        return expected.equals(actual) ? Optional.empty() : Optional.of(new Difference(example, expected, actual));
    }

    private static String describe(Example.Expected expected) {
        return switch (expected.outcome()) {
            case "ELIGIBLE" ->
                "ELIGIBLE " + expected.amount().map(Object::toString).orElse("?");
            case "NOT_ELIGIBLE" -> "NOT_ELIGIBLE " + sorted(expected.refused());
            default -> "UNDETERMINED " + sorted(expected.missing());
        };
    }

    private static String sorted(List<String> names) {
        return String.join(" ", new TreeSet<>(names));
    }

    private static String describe(Pack pack, Example example) {
        Engine engine = new Engine(pack, example.on());
        Optional<Programme> programme = engine.programmes().stream()
                .filter(candidate -> candidate.id().equals(example.programme()))
                .findFirst();
        if (programme.isEmpty()) {
            return "not in force on " + example.on();
        }
        int about = programme.get().holder() == Holder.HOUSEHOLD ? Entitlements.HOUSEHOLD_ITSELF : example.about();
        Household household = new Household(example.area(), example.household(), example.persons());
        Decision decision =
                engine.assess(household, values -> overridden(values, example)).decide(programme.get(), about);
        return switch (decision) {
            case Decision.Eligible eligible -> "ELIGIBLE " + eligible.amount();
            case Decision.NotEligible refused ->
                "NOT_ELIGIBLE "
                        + sorted(refused.refused().stream()
                                .map(answer -> answer.clause().id())
                                .toList());
            case Decision.Undetermined open ->
                "UNDETERMINED "
                        + sorted(open.missing().stream().map(Missing::name).collect(Collectors.toList()))
                        + String.join(" ", open.failures());
        };
    }

    private static ParameterValues overridden(ParameterValues values, Example example) {
        return slot -> Optional.ofNullable(example.set().get(slot)).orElseGet(() -> values.value(slot));
    }
}
