package yingbao.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static yingbao.sheet.Problems.assertProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yingbao.policy.register.RowFault;

class WorkbookFilesTest {
    /** Cell formats: 0 general, 1 date, 2 Chinese date known by number, 3 own date, 4 time, 5 per cent, 6 text. */
    private static final String STYLES = """
            <numFmts count='1'><numFmt numFmtId='170' formatCode='[$-804]yyyy"年"m"月"d"日";@'/></numFmts>
            <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='31'/><xf numFmtId='170'/><xf numFmtId='20'/>\
            <xf numFmtId='9'/><xf numFmtId='49'/></cellXfs>""";

    private static final String HOUSEHOLDS = "<row r='1'>" + texts("A1", "户编号") + texts("B1", "所在地") + "</row>"
            + "<row r='2'>" + texts("A2", "H1") + "<c r='B2'><v>990101</v></c></row>";

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
    void a_workbook_gives_the_same_register_as_csv_files_whatever_its_other_sheets() throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("填写说明", List.of(List.of("请逐项填写")));
        sheets.put("成员", withHeader(Village.PERSONS_HEADER, Village.PERSONS));
        sheets.put("家庭", withHeader(Village.HOUSEHOLDS_HEADER, Village.HOUSEHOLDS));
        Sheets.write(folder.resolve("登记.xlsx"), sheets);

        Village.Reading reading = village.read(folder);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.facts())
                .contains("P1 | 王䶮 | 22990119560701006X | 1956-07-01 | 是 | 本人 | ?", "P4 | 赵六 | ? | ? | 否 | 配偶 | ?")
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <c r='B2'><v>42434</v></c>                                          | 42434
                    <c r='B2'><v>3200.5</v></c>                                         | 3200.5
                    <c r='B2'><v>1234.5600000000001</v></c>                             | 1234.56
                    <c r='B2'><v>1.2E7</v></c>                                          | 12000000
                    <c r='B2'><v>100</v></c>                                            | 100
                    <c r='B2'><v>229901560701006</v></c>                                | 229901560701006
                    <c r='B2'><v>2.2990119560701E17</v></c>                             | 2.29901E+17
                    <c r='B2' s='1'><v>42434</v></c>                                    | 2016-03-05
                    <c r='B2' s='2'><v>42434</v></c>                                    | 2016-03-05
                    <c r='B2' s='3'><v>42434.75</v></c>                                 | 2016-03-05
                    <c r='B2' s='4'><v>0.75</v></c>                                     | 0.75
                    <c r='B2' s='5'><v>0.3</v></c>                                      | 30%
                    <c r='B2' s='6' t='inlineStr'><is><t>01</t></is></c>                | 01
                    <c r='B2' t='b'><v>1</v></c>                                        | TRUE
                    <c r='B2' t='e'><v>#REF!</v></c>                                    | #REF!
                    <c r='B2'><f>A1*2</f><v>6400.5</v></c>                              | 6400.5
                    <c r='B2' s='1'><f>TODAY()</f><v>42434</v></c>                      | 2016-03-05
                    <c r='B2' t='str'><f>CONCAT(A1)</f><v>本人</v></c>                  | 本人
                    <c r='B2' t='b'><f>A1=1</f><v>0</v></c>                             | FALSE
                    <c r='B2'><f>A1+1</f></c>                                           | =A1+1
                    <c r='B2' s='1'/>                                                   | ''
                    """)
    void a_cell_gives_the_text_that_people_see_in_it(String cell, String text) throws IOException {
        Path file = folder.resolve("register.xlsx");
        String rows = "<row r='1'>" + texts("B1", "备注") + "</row><row r='2'>" + cell + "</row>";
        Sheets.writeRaw(file, Map.of("家庭", rows, "成员", ""), "", STYLES);

        assertThat(secondRow(file)).containsExactly("", text);
    }

    @Test
    void a_workbook_may_count_its_days_from_1904() throws IOException {
        Path file = folder.resolve("register.xlsx");
        String rows =
                "<row r='1'>" + texts("A1", "出生日期") + "</row>" + "<row r='2'><c r='A2' s='1'><v>40972</v></c></row>";
        Sheets.writeRaw(file, Map.of("家庭", rows, "成员", ""), "<workbookPr date1904='1'/>", STYLES);

        assertThat(secondRow(file)).containsExactly("2016-03-05");
    }

    @Test
    void a_citizen_number_kept_as_a_number_is_refused_with_the_way_to_mend_it() throws IOException {
        String persons = "<row r='1'>" + texts("A1", "户编号") + texts("B1", "人员编号") + texts("C1", "身份证号") + "</row>"
                + "<row r='3'>" + texts("A3", "H1") + "<c r='B3'><v>7</v></c>"
                + "<c r='C3'><v>2.2990119560701E17</v></c></row>";
        Sheets.writeRaw(folder.resolve("a.xlsx"), Map.of("家庭", HOUSEHOLDS, "成员", persons), "", STYLES);

        assertThat(village.read(folder).faults())
                .containsExactly(
                        new RowFault("a.xlsx!成员", 3, "身份证号", "***********", "cell.number-destroyed", List.of()));
    }

    @Test
    void a_workbook_without_styles_and_without_row_numbers_is_read() throws IOException {
        String households = HOUSEHOLDS.replaceAll(" r='[A-Z0-9]+'", "");
        String persons = "<row>" + inline("户编号") + inline("人员编号") + "</row><row>" + inline("H1") + "</row>";
        Sheets.writeRaw(folder.resolve("a.xlsx"), Map.of("家庭", households, "成员", persons), "", "");

        assertThat(village.read(folder).faults())
                .containsExactly(new RowFault("a.xlsx!成员", 2, "人员编号", "", "register.no-id", List.of()));
    }

    @Test
    void headings_below_the_first_row_are_missed() throws IOException {
        String lower = HOUSEHOLDS.replace("r='1'", "r='2'").replace("A1", "A2").replace("B1", "B2");
        Sheets.writeRaw(folder.resolve("a.xlsx"), Map.of("家庭", lower, "成员", ""), "", STYLES);

        assertThat(village.read(folder).faults()).extracting(RowFault::code).containsOnly("register.column-missing");
    }

    @Test
    void a_sheet_that_breaks_off_is_told_with_its_row() throws IOException {
        Path file = folder.resolve("a.xlsx");
        Sheets.writeRaw(file, Map.of("家庭", HOUSEHOLDS + "<row r='3'><c r='A3' t='z'/>", "成员", ""), "", STYLES);

        assertProblem(() -> secondRow(file), "sheet.damaged", "a.xlsx!家庭", "3");
    }

    @Test
    void closing_a_register_frees_its_file() throws IOException {
        Path file = folder.resolve("a.xlsx");
        Sheets.writeRaw(file, Map.of("家庭", HOUSEHOLDS, "成员", ""), "", STYLES);
        RegisterFiles.open(file).close();

        Files.delete(file);
        assertThat(file).doesNotExist();
    }

    private static List<String> secondRow(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (RegisterFiles files = RegisterFiles.open(file)) {
            files.households().forEachRow((_, cells) -> rows.add(cells));
        }
        return rows.getFirst();
    }

    private static List<List<String>> withHeader(List<String> header, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(rows);
        all.addFirst(header);
        return all;
    }

    private static String texts(String cell, String text) {
        return "<c r='" + cell + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    private static String inline(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }
}
