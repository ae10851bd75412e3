package yingbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Path HOME = Path.of(System.getProperty("yingbao.home", ".."));
    private static final Path REGISTER = HOME.resolve("examples/register");

    @TempDir
    Path folder = Path.of(".");

    private record Outcome(int exit, String out, String err) {}

    private static Outcome yingbao(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
        return new Outcome(exit, out.toString(), err.toString());
    }

    @Test
    void assess_writes_every_decision_of_the_register_that_comes_along() throws IOException {
        Outcome outcome =
                yingbao("assess", "--in", REGISTER.toString(), "--on", "2016-10-01", "--out", folder.toString());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(folder.resolve("decisions.csv"))
                .hasSameTextualContentAs(REGISTER.resolve("decisions-2016-10-01.csv"));
        assertThat(outcome.out()).contains("核定 22 户、41 人（登记册共 22 户、41 人）").contains("延吉市");
        assertThat(folder.resolve("faults.csv")).doesNotExist();
    }

    @Test
    void a_bad_row_is_named_with_its_cell_and_every_other_household_is_decided() throws IOException {
        Path broken = copyOfRegister();
        replace(broken.resolve("households.csv"), "H001,222401100200,3,农业,是,2000", "H001,222401100200,3,农业,是,两千");
        Path out = folder.resolve("out");
        Outcome outcome = yingbao("assess", "--in", broken.toString(), "--on", "2016-10-01", "--out", out.toString());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("households.csv 第 2 行“家庭年工资性收入”").contains("两千");
        assertThat(outcome.out()).contains("核定 21 户、38 人（登记册共 22 户、41 人）");
        assertThat(Files.readString(out.resolve("faults.csv"))).contains("households.csv,2,家庭年工资性收入,两千,");
        assertThat(Files.readString(out.resolve("decisions.csv")))
                .doesNotContain("H001")
                .contains("rural-dibao,H002,");
    }

    @Test
    void the_order_of_rows_changes_nothing() throws IOException {
        Path shuffled = copyOfRegister();
        for (String file : List.of("households.csv", "persons.csv")) {
            List<String> lines = Files.readAllLines(shuffled.resolve(file));
            Files.write(
                    shuffled.resolve(file),
                    Stream.concat(lines.stream().limit(1), lines.stream().skip(1).toList().reversed().stream())
                            .toList());
        }
        Path out = folder.resolve("out");
        yingbao("assess", "--in", shuffled.toString(), "--on", "2016-10-01", "--out", out.toString());
        assertThat(out.resolve("decisions.csv")).hasSameTextualContentAs(REGISTER.resolve("decisions-2016-10-01.csv"));
    }

    @Test
    void an_empty_register_of_both_forms_can_be_written_and_filled_in() throws IOException {
        Outcome outcome = yingbao("assess", "--template", folder.toString());
        assertThat(outcome.exit()).isZero();
        assertThat(folder.resolve("register.xlsx")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("households.csv")))
                .contains("户编号")
                .contains("家庭户口性质");
        assertThat(Files.readString(folder.resolve("persons.csv"))).contains("公民身份号码");
    }

    @Test
    void explain_says_the_rule_the_values_the_source_and_the_article() {
        Outcome outcome = yingbao("explain", "--in", REGISTER.toString(), "--household", "H001", "--on", "2016-10-01");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("■ 农村最低生活保障　H001　符合　每月 550.00 元")
                .contains("✓ 家庭人均收入是否低于当地农村低保标准？")
                .contains("本户：家庭年收入 6,000.00元/年 ＜ 按低保标准计算的全家年保障额 4,200.00元/人·年×3人＝12,600.00元/年")
                .contains("本户：（12,600.00元/年－6,000.00元/年）×3人÷（12×3人）＝550.00元/月")
                .contains("乡镇人民政府（街道办事处）入户调查（households.csv 第 2 行）")
                .contains("《社会救助暂行办法》（国务院令第649号）第九条");
    }

    @Test
    void explain_tells_what_to_ask_whom_when_something_is_missing() {
        Outcome outcome = yingbao("explain", "--in", REGISTER.toString(), "--household", "H003", "--on", "2016-10-01");
        assertThat(outcome.out())
                .contains("■ 农村最低生活保障　H003　待定")
                .contains("？ 家庭人均收入是否低于当地农村低保标准？")
                .contains("向乡镇人民政府（街道办事处）入户调查问：H003 家庭年经营净收入");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-01-01", "2016-06-30", "2016-10-01", "2018-07-01", "2021-07-01", "2025-08-01"})
    void every_household_can_be_explained_on_any_day_in_words_and_as_a_graph(String day) {
        for (int number = 1; number <= 22; number++) {
            String household = String.format("H%03d", number);
            String in = REGISTER.toString();
            assertThat(yingbao("explain", "--in", in, "--household", household, "--on", day)
                            .exit())
                    .as("%s on %s", household, day)
                    .isZero();
            Outcome json = yingbao("explain", "--in", in, "--household", household, "--on", day, "--json");
            assertThat(json.exit()).as("%s on %s as JSON", household, day).isZero();
            assertThat(json.out()).contains("\"decisions\"");
        }
    }

    @Test
    void a_household_that_is_not_there_is_told_so() {
        Outcome outcome = yingbao("explain", "--in", REGISTER.toString(), "--household", "H999");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("登记册里没有户编号“H999”");
    }

    @Test
    void compare_shows_who_gains_when_the_standard_rises_on_the_first_of_july() throws IOException {
        Outcome outcome = yingbao(
                "compare",
                "--in",
                REGISTER.toString(),
                "--on",
                "2016-06-30",
                "--and",
                "2016-07-01",
                "--out",
                folder.toString());
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("延吉市").containsPattern("H001\\s+农村最低生活保障\\s+增加\\s+400.00\\s+550.00");
        assertThat(Files.readString(folder.resolve("changes.csv")))
                .contains("rural-dibao,H001,GAINS,ELIGIBLE,40000,ELIGIBLE,55000");
    }

    @Test
    void compare_of_two_packs_shows_what_the_demo_values_settle() {
        Outcome outcome =
                yingbao("compare", "--in", REGISTER.toString(), "--on", "2016-10-01", "--and-pack", "jilin-demo");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("特困人员救助供养");
        assertThat(outcome.err()).contains("含演示值");
    }

    @Test
    void lint_names_file_line_and_column_of_a_mistyped_fact() throws IOException {
        Path pack = copyOf(HOME.resolve("packs/jilin"), folder.resolve("pack"));
        replace(pack.resolve("programmes/rural-dibao-2014.yaml"), "when: household.local", "when: household.locla");
        Outcome outcome = yingbao("lint", pack.toString());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .containsPattern("programmes/rural-dibao-2014\\.yaml:\\d+:\\d+: 不认识“locla”；是不是想写“local”？");
    }

    @Test
    void the_packs_that_come_along_have_no_faults_and_keep_their_examples() {
        for (String pack : List.of("jilin", "jilin-demo")) {
            assertThat(yingbao("lint", pack).exit()).as("lint %s", pack).isZero();
            Outcome examples = yingbao("examples", pack);
            assertThat(examples.exit()).as(examples.out()).isZero();
        }
    }

    @Test
    void mandates_are_checked_with_their_numbers_and_sources() {
        Outcome outcome = yingbao("mandates");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).containsPattern("2017\\s+延吉市\\s+4,400.00元/人·年\\s+3,882.00元/人·年\\s+达到");
    }

    @Test
    void the_pack_prints_as_a_document_and_as_graphs() {
        assertThat(yingbao("pack").out())
                .contains("## 农村最低生活保障")
                .contains("家庭年收入低于按低保标准计算的全家年保障额")
                .contains("### 农村低保标准");
        assertThat(yingbao("pack", "--json").out()).contains("\"kind\" : \"ANY_OF\"");
    }

    @Test
    void help_speaks_chinese_and_on_request_english() {
        assertThat(yingbao("assess", "--help").out()).contains("核定日期").contains("登记册");
        assertThat(yingbao("assess", "--help", "--lang", "en").out()).contains("day to decide for");
    }

    @Test
    void a_completion_script_knows_the_commands() {
        assertThat(yingbao("generate-completion").out()).contains("assess").contains("--household");
    }

    @Test
    void what_is_missing_on_the_command_line_is_asked_for() {
        assertThat(yingbao("assess", "--in", REGISTER.toString()).err()).contains("--out");
        assertThat(yingbao("assess", "--in", "/nowhere", "--on", "2016-10-01", "--out", folder.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(yingbao("assess", "--in", REGISTER.toString(), "--on", "10/1/2016", "--out", folder.toString())
                        .err())
                .contains("2016-10-01");
    }

    private Path copyOfRegister() throws IOException {
        return copyOf(REGISTER, folder.resolve("register"));
    }

    private static Path copyOf(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                if (!file.toString().contains("decisions-")) {
                    Files.copy(file, copy);
                }
            }
        }
        return to;
    }

    private static void replace(Path file, String text, String by) throws IOException {
        String before = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(before).contains(text);
        Files.writeString(file, before.replace(text, by), StandardCharsets.UTF_8);
    }
}
