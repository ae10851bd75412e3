package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Example;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Money;
import yingbao.policy.value.Timeline;

/** Whatever the packs' examples demand comes out of the compiled rules as well. */
class CompiledGoldenCasesTest {

    /**
     * Examples that one plan decides: of one day, and with the same parameters set for them.
     *
     * @param area where they are set; empty where none is, for then each household has those of its own
     */
    private record Batch(LocalDate on, Optional<AreaCode> area, Map<Integer, Value> set) {
        static Batch of(Example example) {
            Optional<AreaCode> area = example.set().isEmpty() ? Optional.empty() : Optional.of(example.area());
            return new Batch(example.on(), area, example.set());
        }
    }

    @Test
    void theSmallPackDoesWhatItSays() {
        assertDoesWhatItSays(SmallPack.whole());
    }

    @Test
    void thePublishedPacksDoWhatTheySay() throws IOException {
        try (Stream<Path> packs = Files.list(Path.of(System.getProperty("yingbao.home", ".."), "packs"))) {
            assertThat(packs.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(folder -> assertDoesWhatItSays(SmallPack.read(folder)));
        }
    }

    private static void assertDoesWhatItSays(Pack pack) {
        Map<Batch, List<Example>> batches = new LinkedHashMap<>();
        pack.examples()
                .forEach(example -> batches.computeIfAbsent(Batch.of(example), _ -> new ArrayList<>())
                        .add(example));
        SoftAssertions agreement = new SoftAssertions();
        long apart = 0;
        for (Map.Entry<Batch, List<Example>> batch : batches.entrySet()) {
            List<Example> examples = batch.getValue();
            Pack asSet = withSet(pack, batch.getKey());
            Population population = Population.of(
                    asSet,
                    examples.stream()
                            .map(example -> new Household(example.area(), example.household(), example.persons()))
                            .toList());
            Outcomes outcomes =
                    BatchEngine.compile(asSet, batch.getKey().on(), population).decide();
            apart += outcomes.decidedApart();
            for (int row = 0; row < examples.size(); row++) {
                agreement
                        .assertThat(said(outcomes, examples.get(row), population, row))
                        .as(
                                "%s at %s",
                                examples.get(row).name(), examples.get(row).location())
                        .isEqualTo(demanded(examples.get(row)));
            }
        }
        agreement.assertAll();
        assertThat(apart)
                .as("examples that the compiled form left to the other evaluator")
                .isLessThanOrEqualTo(pack.examples().size() / 20);
    }

    private static Pack withSet(Pack pack, Batch batch) {
        return batch.area().map(area -> withSet(pack, batch, area)).orElse(pack);
    }

    private static Pack withSet(Pack pack, Batch batch, AreaCode in) {
        List<Parameter> parameters = new ArrayList<>(pack.parameters());
        batch.set().forEach((slot, value) -> {
            Parameter parameter = parameters.get(slot);
            Map<AreaCode, Timeline<Setting>> settings = new HashMap<>();
            Stream.of(batch.on(), batch.on().minusYears(1))
                    .flatMap(day -> pack.areas().lineage(in, day).stream())
                    .map(Area::code)
                    .forEach(area -> settings.put(area, Timeline.of(DateRange.ALWAYS, setting(value))));
            parameters.set(
                    slot,
                    new Parameter(
                            parameter.symbol(),
                            parameter.level(),
                            parameter.setBy(),
                            parameter.cites(),
                            settings,
                            parameter.location()));
        });
        return pack.with(parameters, Map.of(), pack.version());
    }

    private static Setting setting(Value value) {
        return value instanceof Value.Whole whole
                ? new Setting.Stated(whole, Mark.DEMO, List.of(), "")
                : new Setting.Unset("");
    }

    private static String demanded(Example example) {
        Example.Expected expected = example.expected();
        return switch (expected.outcome()) {
            case "ELIGIBLE" -> "ELIGIBLE " + expected.amount().map(Money::fen).orElseThrow();
            case "NOT_ELIGIBLE" -> "NOT_ELIGIBLE " + new TreeSet<>(expected.refused());
            default -> "UNDETERMINED " + new TreeSet<>(expected.missing());
        };
    }

    private static String said(Outcomes outcomes, Example example, Population population, int row) {
        Programme programme = outcomes.programmes().stream()
                .filter(candidate -> candidate.id().equals(example.programme()))
                .findFirst()
                .orElseThrow();
        Outcomes.OfProgramme of = outcomes.of(programme.id());
        int at = programme.holder() == Holder.HOUSEHOLD ? row : population.firstPerson(row) + example.about();
        return switch (of.outcome(at)) {
            case ELIGIBLE -> "ELIGIBLE " + of.amountFen(at);
            case NOT_ELIGIBLE -> {
                TreeSet<String> refused = new TreeSet<>();
                for (int clause = 0; clause < programme.clauses().size(); clause++) {
                    if (of.isRefusedBy(clause, at)) {
                        refused.add(programme.clauses().get(clause).id());
                    }
                }
                if (of.isRefusedBy(programme.clauses().size(), at)) {
                    refused.add("group");
                }
                yield "NOT_ELIGIBLE " + refused;
            }
            case UNDETERMINED -> "UNDETERMINED " + new TreeSet<>(outcomes.missing(programme.id(), at));
        };
    }
}
