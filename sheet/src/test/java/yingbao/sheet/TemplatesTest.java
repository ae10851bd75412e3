package yingbao.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static yingbao.sheet.Problems.assertProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
    @SuppressWarnings("NullAway.Init") // set before every test
    private static Village village;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before every test
    private Path folder;

    @BeforeAll
    static void readPack(@TempDir Path pack) throws IOException {
        village = Village.in(pack);
    }

    @Test
    void csv_files_have_the_headings_and_no_rows() throws IOException {
        Templates.write(folder.resolve("new/folder"), village.pack());

        assertThat(folder.resolve("new/folder/households.csv")).hasContent("\ufeff户编号,所在地区划代码,户口性质,家庭年收入,备注\r\n");
        assertThat(folder.resolve("new/folder/persons.csv")).hasContent("\ufeff户编号,人员编号,姓名,身份证号,出生日期,有残疾,关系,份额\r\n");
    }

    @Test
    void both_forms_can_be_read_as_they_are() throws IOException {
        Templates.write(folder, village.pack());
        Path workbook = folder.resolve("register.xlsx");

        Village.Reading empty = village.read(workbook);
        assertThat(empty.faults()).isEmpty();
        assertThat(empty.facts()).isEmpty();
        assertProblem(() -> village.read(folder), "sheet.both-empty", "households.csv persons.csv", "register.xlsx");
        Files.delete(workbook);
        assertThat(village.read(folder)).isEqualTo(empty);
    }

    @Test
    void a_template_that_was_filled_in_is_a_register() throws IOException {
        Templates.write(folder, village.pack());
        Files.writeString(
                folder.resolve("households.csv"),
                Files.readString(folder.resolve("households.csv")) + "H1,990101,农业,1,\r\n");
        Files.writeString(
                folder.resolve("persons.csv"), Files.readString(folder.resolve("persons.csv")) + "H1,P1,甲,,,,,30%\r\n");

        assertThat(village.read(folder).facts())
                .containsExactly("H1 | 990101000000 | 农业 | 1.00 | ? | ?", "P1 | 甲 | ? | ? | ? | ? | 30");
    }

    @Test
    void the_workbook_explains_every_column() throws IOException {
        Templates.write(folder, village.pack());

        List<List<String>> lines = explanations();
        assertThat(lines.get(4)).startsWith("表", "列名").endsWith("示例");
        assertThat(lines.subList(5, lines.size()))
                .hasSize(13)
                .contains(
                        List.of("家庭", "户编号", "household_id", "文字", "", "本登记簿内每户唯一的编号", "", "", "必填", "H0001"),
                        List.of(
                                "家庭",
                                "所在地区划代码",
                                "area",
                                "区划代码",
                                "",
                                "统计用区划代码，6、9 或 12 位",
                                "村民委员会",
                                "",
                                "必填",
                                "990101000000"),
                        List.of(
                                "家庭",
                                "户口性质",
                                "hukou",
                                "代码",
                                "",
                                "RURAL 农业\nURBAN 非农业",
                                "村民委员会",
                                "户口簿",
                                "知道的请填，不知道的留空",
                                "农业"))
                .anySatisfy(line -> assertThat(line).contains("家庭年收入", "金额", "元/年", "3200.50"));
    }

    @Test
    void every_example_of_the_explanations_can_be_read() throws IOException {
        Templates.write(folder, village.pack());
        List<List<String>> lines = explanations();
        for (Part part : Part.values()) {
            List<List<String>> ofPart = lines.stream()
                    .filter(line -> line.getFirst().equals(part.sheetName()))
                    .toList();
            String headings =
                    String.join(",", ofPart.stream().map(line -> line.get(2)).toList());
            String examples =
                    String.join(",", ofPart.stream().map(List::getLast).toList());
            Files.writeString(folder.resolve(part.csvName()), headings + "\n" + examples + "\n");
        }

        Village.Reading reading = village.read(folder);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.facts()).hasSize(2);
    }

    @Test
    void ids_codes_and_dates_are_kept_as_text_and_codes_can_be_picked() throws IOException {
        Templates.write(folder, village.pack());
        try (ZipFile zip = new ZipFile(folder.resolve("register.xlsx").toFile())) {
            String persons = content(zip, "xl/worksheets/sheet2.xml");
            assertThat(content(zip, "xl/styles.xml")).contains("formatCode=\"@\"");
            assertThat(persons).contains("sqref=\"F2:F1048576\"", "sqref=\"G2:G1048576\"");
            for (int column : List.of(1, 2, 3, 4, 5, 7)) {
                assertThat(persons).containsPattern("<col min=\"" + column + "\"[^>]* style=\"[1-9]");
            }
            assertThat(persons).doesNotContainPattern("<col min=\"8\"[^>]* style=\"[1-9]");
        }
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        Path filledIn = folder.resolve("persons.csv");
        Files.writeString(filledIn, "已填");

        assertProblem(() -> Templates.write(folder, village.pack()), "sheet.exists", filledIn.toString());
        assertThat(filledIn).hasContent("已填");
        assertThat(folder.resolve("households.csv")).doesNotExist();
    }

    private List<List<String>> explanations() throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(folder.resolve("register.xlsx").toFile())) {
            return workbook.findSheet("填写说明").orElseThrow().read().stream()
                    .map(TemplatesTest::texts)
                    .toList();
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
    }

    private static String content(ZipFile zip, String path) throws IOException {
        return new String(
                zip.getInputStream(zip.getEntry(path)).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
