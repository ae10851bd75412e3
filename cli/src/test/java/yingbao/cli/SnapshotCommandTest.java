package yingbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotCommandTest {
    private static final Path HOME = Path.of(System.getProperty("yingbao.home", ".."));
    private static final Path REGISTER = HOME.resolve("examples/register");
    private static final String DAY = "2016-10-01";

    @TempDir
    Path folder = Path.of(".");

    private record Outcome(int exit, String out, String err) {}

    private static Outcome yingbao(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
        return new Outcome(exit, out.toString(), err.toString());
    }

    private Path snapshotOf(Path register) {
        Path file = folder.resolve("made/register.snapshot");
        Outcome made = yingbao("snapshot", "--in", register.toString(), "--on", DAY, "--out", file.toString());
        assertThat(made.err()).isEmpty();
        assertThat(made.exit()).isZero();
        assertThat(made.out()).contains("快照含 22 户、41 人（登记册共 22 户、41 人）");
        return file;
    }

    @Test
    void a_snapshot_of_the_register_that_comes_along_gives_the_same_decisions() throws IOException {
        Path file = snapshotOf(REGISTER);
        Path out = folder.resolve("out");
        Outcome decided =
                yingbao("assess", "--snapshot", file.toString(), "--on", DAY, "--out", out.toString(), "--decisions");
        assertThat(decided.err()).isEmpty();
        assertThat(decided.exit()).isZero();
        assertThat(out.resolve("decisions.csv")).hasSameTextualContentAs(REGISTER.resolve("decisions-2016-10-01.csv"));
    }

    @Test
    void the_order_of_rows_changes_nothing_and_what_was_sorted_on_disk_is_gone() throws IOException {
        Path sorted = snapshotOf(REGISTER);
        Path shuffled = Files.createDirectories(folder.resolve("register"));
        for (String table : List.of("households.csv", "persons.csv")) {
            List<String> lines = Files.readAllLines(REGISTER.resolve(table));
            List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
            Collections.shuffle(rows, new Random(4));
            rows.addFirst(lines.getFirst());
            Files.write(shuffled.resolve(table), rows);
        }
        Path file = folder.resolve("shuffled/register.snapshot");
        Outcome made = yingbao("snapshot", "--in", shuffled.toString(), "--on", DAY, "--out", file.toString());
        assertThat(made.err()).isEmpty();
        assertThat(file).hasSameBinaryContentAs(sorted);
        assertThat(file.resolveSibling("").toFile().list()).containsExactly("register.snapshot");
    }

    @Test
    void a_workbook_gives_the_same_snapshot_as_the_files_with_commas() throws IOException {
        Path register = folder.resolve("register");
        yingbao("synth", "--households", "3000", "--seed", "5", "--csv", register.toString());
        Path book = folder.resolve("book.xlsx");
        try (OutputStream bytes = Files.newOutputStream(book);
                Workbook workbook = new Workbook(bytes, "test", null)) {
            for (String table : List.of("households", "persons")) {
                Worksheet sheet = workbook.newWorksheet(table);
                List<String> lines = Files.readAllLines(register.resolve(table + ".csv"));
                for (int row = 0; row < lines.size(); row++) {
                    String[] cells = lines.get(row).replace("\uFEFF", "").split(",", -1);
                    for (int column = 0; column < cells.length; column++) {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        }
        Path ofFiles = folder.resolve("files.snapshot");
        Path ofBook = folder.resolve("book.snapshot");
        yingbao("snapshot", "--in", register.toString(), "--on", DAY, "--out", ofFiles.toString());
        Outcome made = yingbao("snapshot", "--in", book.toString(), "--on", DAY, "--out", ofBook.toString());
        assertThat(made.err()).isEmpty();
        assertThat(ofBook).hasSameBinaryContentAs(ofFiles);
    }

    @Test
    void a_register_that_cannot_be_read_leaves_the_former_snapshot_and_nothing_beside() throws IOException {
        Path sorted = snapshotOf(REGISTER);
        byte[] before = Files.readAllBytes(sorted);
        Path broken = Files.createDirectories(folder.resolve("register"));
        Files.copy(REGISTER.resolve("households.csv"), broken.resolve("households.csv"));
        String persons = Files.readString(REGISTER.resolve("persons.csv"));
        Files.writeString(broken.resolve("persons.csv"), persons + "H022-9,H022,\"");
        Outcome unclosed = yingbao("snapshot", "--in", broken.toString(), "--on", DAY, "--out", sorted.toString());
        assertThat(unclosed.exit()).isEqualTo(2);
        assertThat(unclosed.err()).contains("persons.csv");
        Files.writeString(broken.resolve("persons.csv"), persons.replace("与户主关系", "与户主的关系"));
        Outcome misspelt = yingbao("snapshot", "--in", broken.toString(), "--on", DAY, "--out", sorted.toString());
        assertThat(misspelt.exit()).isEqualTo(2);
        assertThat(misspelt.err()).contains("与户主的关系");
        assertThat(sorted).hasBinaryContent(before);
        assertThat(sorted.resolveSibling("").toFile().list()).containsExactly("register.snapshot");
    }

    @Test
    void totals_by_programme_are_shown_and_by_county_written() throws IOException {
        Path file = snapshotOf(REGISTER);
        Path out = folder.resolve("out");
        Outcome decided = yingbao("assess", "--snapshot", file.toString(), "--on", DAY, "--out", out.toString());
        List<String> decisions = Files.readAllLines(REGISTER.resolve("decisions-2016-10-01.csv"));
        long eligible = count(decisions, "rural-dibao,", "ELIGIBLE");
        long refused = count(decisions, "rural-dibao,", "NOT_ELIGIBLE");
        long open = count(decisions, "rural-dibao,", "UNDETERMINED");
        assertThat(decided.out())
                .containsPattern("农村最低生活保障 +22 +" + eligible + " +" + refused + " +" + open + " +[\\d,.]+ 每月")
                .contains("核定 22 户、41 人");
        List<String> totals = Files.readAllLines(out.resolve("totals.csv"));
        assertThat(totals.getFirst()).startsWith("area,area_name,programme,asked,eligible,not_eligible,undetermined,");
        long inCounties = totals.stream()
                .filter(line -> line.contains(",rural-dibao,"))
                .mapToLong(line -> Long.parseLong(line.split(",", -1)[4]))
                .sum();
        assertThat(inCounties).isEqualTo(eligible).isPositive();
        assertThat(String.join("\n", totals)).contains("延吉市").contains("household.income_business 1");
        assertThat(out.resolve("decisions.csv")).doesNotExist();
    }

    private static long count(List<String> decisions, String programme, String outcome) {
        return decisions.stream()
                .filter(line -> line.startsWith(programme) && line.contains("," + outcome + ","))
                .count();
    }

    @Test
    void a_bad_row_is_told_as_when_a_register_is_decided_and_its_household_left_out() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("register"));
        for (String table : List.of("households.csv", "persons.csv")) {
            Files.copy(REGISTER.resolve(table), broken.resolve(table), StandardCopyOption.REPLACE_EXISTING);
        }
        Path households = broken.resolve("households.csv");
        Files.writeString(
                households,
                Files.readString(households).replace("H001,222401100200,3,农业,是,2000", "H001,222401100200,3,农业,是,两千"));
        Path file = folder.resolve("broken.snapshot");
        Outcome made = yingbao("snapshot", "--in", broken.toString(), "--on", DAY, "--out", file.toString());
        assertThat(made.exit()).isEqualTo(1);
        assertThat(made.err()).contains("households.csv 第 2 行“家庭年工资性收入”").contains("两千");
        assertThat(made.out()).contains("快照含 21 户、38 人");
        assertThat(Files.readString(folder.resolve("broken.snapshot.faults.csv")))
                .contains("两千");
    }

    @Test
    void a_damaged_snapshot_is_refused_with_what_and_where() throws IOException {
        Path file = snapshotOf(REGISTER);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2]++;
        Files.write(file, bytes);
        Outcome refused = yingbao("assess", "--snapshot", file.toString(), "--on", DAY);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains(file.toString()).contains("已经损坏");
        assertThat(refused.out()).isEmpty();
        Outcome noSnapshot = yingbao(
                "assess", "--snapshot", REGISTER.resolve("persons.csv").toString(), "--on", DAY, "--lang", "en");
        assertThat(noSnapshot.exit()).isEqualTo(2);
        assertThat(noSnapshot.err()).contains("is no snapshot of Yingbao");
        assertThat(yingbao("assess", "--snapshot", file.toString(), "--on", DAY, "--decisions")
                        .err())
                .contains("--out");
    }
}
