package yingbao.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;

/** Which programmes rest on another, as Jilin's pack says it in their conditions. */
class RestsOnTest {
    private static final Pack PACK =
            SmallPack.read(Path.of(System.getProperty("yingbao.home", ".."), "packs", "jilin"));

    @Test
    void whatIsOnlyForDibaoFamiliesRestsOnDibaoOfTheCountryOrTheTownAndNothingElseDoes() {
        Map<String, List<Set<String>>> resting = PACK.programmes().stream()
                .filter(programme -> !RestsOn.of(programme).isEmpty())
                .collect(Collectors.toMap(Programme::id, RestsOn::of));

        List<Set<String>> dibao = List.of(Set.of("rural-dibao", "urban-dibao"));
        assertThat(resting)
                .as("help with the premium and housing are given to others too")
                .isEqualTo(Map.of("dibao-extra", dibao, "disability-living", dibao));
    }
}
