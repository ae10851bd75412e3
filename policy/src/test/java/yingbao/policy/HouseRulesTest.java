package yingbao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of the sources themselves: policy is data, files stay small, one class knows today. */
class HouseRulesTest {
    private static final int LINES_MAX = 400;
    private static final int NAME_MIN = 2;

    /** The modules that must not name what a pack names. */
    private static final List<String> MODULES = List.of("policy", "sheet", "cli", "platform");

    private static final Pattern HEADED = Pattern.compile("(?m)^(?:programme|workflow|title): (.+)$");
    private static final Pattern OFFICES = Pattern.compile("(?ms)^offices:(.*?)(?=^\\S|\\z)");
    private static final Pattern ITEM = Pattern.compile("(?m)^ +- (.+)$");
    private static final Pattern KIND_OF_AREA = Pattern.compile("(?:朝鲜族自治州|满族自治县|蒙古族自治县|朝鲜族自治县|自治州|自治县|省|市|县|区)$");

    /** The invented city of demonstrations; the word for a demonstration is nobody's name. */
    private static final String DEMONSTRATION = "演示";

    private static final Pattern CLOCK = Pattern.compile(
            "\\b(?:LocalDate|LocalDateTime|Instant|ZonedDateTime|Year|YearMonth)\\.now\\(|currentTimeMillis\\(");

    private static List<Path> mainSources() {
        return MODULES.stream()
                .flatMap(module -> Sources.java(Sources.main(module)).stream())
                .toList();
    }

    /** The files of all packs whose path has such an end or such a folder in it. */
    private static List<Path> packFiles(String part) {
        try (Stream<Path> walk = Files.walk(Sources.home().resolve("packs"))) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().replace('\\', '/').contains(part))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.add(matcher.group(1).strip());
        }
    }

    /** Ids and titles of programmes and workflows. */
    private static Set<String> programmes() {
        Set<String> names = new TreeSet<>();
        for (String folder : List.of("programmes", "workflows")) {
            packFiles("/" + folder + "/").forEach(file -> collect(HEADED, SmallPack.text(file), names));
        }
        return names;
    }

    private static Set<String> offices() {
        Set<String> names = new TreeSet<>();
        packFiles("/pack.yaml").forEach(file -> {
            Matcher offices = OFFICES.matcher(SmallPack.text(file));
            if (offices.find()) {
                collect(ITEM, offices.group(1), names);
            }
        });
        return names;
    }

    /** The province, its prefectures and counties, with and without the word for their kind. */
    private static Set<String> places() {
        Set<String> names = new TreeSet<>();
        packFiles("/areas/").stream()
                .filter(file -> file.toString().endsWith(".csv"))
                .forEach(file -> SmallPack.text(file).lines().forEach(row -> {
                    String[] cells = row.split(",", -1);
                    if (List.of("province", "prefecture", "county").contains(cells[2])) {
                        names.add(cells[1]);
                        names.add(KIND_OF_AREA.matcher(cells[1]).replaceFirst(""));
                    }
                }));
        names.remove(DEMONSTRATION);
        names.removeIf(name -> name.length() < NAME_MIN);
        return names;
    }

    private static void assertNamedNowhere(Set<String> names) {
        List<String> named = new ArrayList<>();
        for (Path source : mainSources()) {
            String text = SmallPack.text(source);
            names.stream()
                    .filter(text::contains)
                    .forEach(name -> named.add(Sources.home().relativize(source) + " names " + name));
        }
        assertThat(named).isEmpty();
    }

    @Test
    void noJavaNamesAProgrammeOrAWorkflow() {
        assertThat(programmes()).contains("rural-dibao", "农村最低生活保障");
        assertNamedNowhere(programmes());
    }

    @Test
    void noJavaNamesAnOffice() {
        assertThat(offices()).contains("社会救助处");
        assertNamedNowhere(offices());
    }

    @Test
    void noJavaNamesAPlace() {
        assertThat(places()).contains("吉林", "公主岭市", "公主岭");
        assertNamedNowhere(places());
    }

    @Test
    void noJavaFileIsTooLongToRead() {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            sources.addAll(Sources.java(Sources.home().resolve(module).resolve("src")));
        }
        assertThat(sources)
                .hasSizeGreaterThan(100)
                .allSatisfy(source -> assertThat(SmallPack.text(source).lines().count())
                        .as("lines of %s", source)
                        .isLessThanOrEqualTo(LINES_MAX));
    }

    @Test
    void onlyOneClassKnowsToday() {
        List<String> readers = mainSources().stream()
                .filter(source -> CLOCK.matcher(SmallPack.text(source)).find())
                .map(source -> source.getFileName().toString())
                .toList();
        assertThat(readers).isSubsetOf("Today.java");
    }
}
