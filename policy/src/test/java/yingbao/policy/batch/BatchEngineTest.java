package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yingbao.policy.Seeds;
import yingbao.policy.SmallPack;
import yingbao.policy.decide.Household;
import yingbao.policy.decide.Households;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader;
import yingbao.policy.reading.PackReader.Reading;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Whole populations come out as their households do one by one: outcome, amount, reasons, and what is missing. */
class BatchEngineTest {
    private static final int SEEDS = 25;
    private static final int HOUSEHOLDS = 120;
    private static final LocalDate FIRST = LocalDate.of(2016, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Map<Path, Optional<Pack>> READ = new HashMap<>();

    static Stream<Named<Pack>> packs() {
        Path published = Path.of(System.getProperty("yingbao.home", ".."), "packs");
        return Stream.of(SmallPack.folder(), published.resolve("jilin"), published.resolve("jilin-demo"))
                .filter(Files::isDirectory)
                .flatMap(folder -> READ
                        .computeIfAbsent(
                                folder,
                                path -> PackReader.read(path) instanceof Reading.Accepted(Pack pack)
                                        ? Optional.of(pack)
                                        : Optional.empty())
                        .stream())
                .map(pack -> Named.of(pack.id(), pack));
    }

    private static List<AreaCode> counties(Pack pack, LocalDate on) {
        return pack.parameters().stream()
                .flatMap(parameter -> parameter.settings().keySet().stream())
                .distinct()
                .sorted()
                .flatMap(code -> pack.areas().resolve(code, on).stream())
                .filter(area -> area.level() == AreaLevel.COUNTY)
                .map(Area::code)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void a_population_is_decided_as_its_households_are(Pack pack) {
        Seeds.forEach(SEEDS, random -> compare(pack, random));
    }

    private static void compare(Pack pack, RandomGenerator random) {
        LocalDate on = FIRST.plusDays(random.nextLong(ChronoUnit.DAYS.between(FIRST, LAST)));
        List<Household> households = Households.random(pack, counties(pack, on), on, HOUSEHOLDS, random);
        assertThat(BothEvaluators.compare(pack, on, households).decidedApart())
                .as("households that only the other evaluator can decide")
                .isLessThan(HOUSEHOLDS / 3);
    }
}
