package yingbao.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import yingbao.platform.kernel.Callers;
import yingbao.policy.expr.Value;

/** A village in the workbook that the platform hands out, uploaded as a browser does it. */
class WorkbookImportTest extends RegistryTest {
    private static final String FILE = "东屯村.xlsx";
    private static final String WAGES = "家庭年工资性收入";
    private static final String CITIZEN = "公民身份号码";
    private static final String BORN = "出生日期";
    private static final String REASON = "问题";
    private static final LocalDate NEW_YEAR_1950 = LocalDate.of(1950, 1, 1);
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RETURNED = "需改正.xlsx";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before every test
    private Path folder;

    private MvcTestResult get200(String path, Object... variables) {
        MvcTestResult given = Callers.<MvcTestResult, RuntimeException>as(
                caller(CLERK, TOWN), () -> mvc.perform(get(path, variables)));
        assertThat(given).hasStatusOk();
        return given;
    }

    private Map<String, Sheet> template() {
        return Sheet.read(get200("/api/imports/template").getResponse().getContentAsByteArray());
    }

    private Sheet sheet(Map<String, Sheet> workbook, String name) {
        return Objects.requireNonNull(workbook.get(name), name);
    }

    private MvcTestResult uploaded(String name, byte[] content) {
        MockMultipartFile file = new MockMultipartFile("files", name, "application/octet-stream", content);
        return Callers.<MvcTestResult, RuntimeException>as(
                caller(CLERK, TOWN),
                () -> mvc.perform(multipart("/api/imports")
                        .file(file)
                        .param("effectiveOn", MONDAY.toString())
                        .param("source", "township")
                        .with(csrf())));
    }

    private Imports.ImportView bring(byte[] content) {
        MvcTestResult result = uploaded(FILE, content);
        assertThat(result).hasStatusOk();
        return ended(UUID.fromString(text(result).replaceAll(".*\"id\":\"([^\"]+)\".*", "$1")));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Map<String, Sheet> returned(Imports.ImportView view) {
        assertThat(view.returned()).containsExactly(RETURNED);
        return Sheet.read(get200("/api/imports/{id}/returned?name={name}", view.id(), RETURNED)
                .getResponse()
                .getContentAsByteArray());
    }

    private static Map<String, Object> home(String number, String address, Object wages, int persons) {
        return Map.of(
                "户编号",
                number,
                "所在村（居）区划代码",
                VILLAGE,
                "家庭住址",
                address,
                WAGES,
                wages,
                "登记人数",
                BigDecimal.valueOf(persons));
    }

    private static Map<String, Object> member(String home, String number, String name, Object citizenId) {
        Map<String, Object> cells = new HashMap<>(Map.of("户编号", home, "人员编号", number, "姓名", name, "与户主关系", "户主"));
        cells.put(CITIZEN, citizenId);
        return cells;
    }

    /** Two households without a fault and one whose wages and whose member's id were not understood. */
    private byte[] filledIn() {
        Map<String, Sheet> template = template();
        return Sheet.write(
                sheet(template, "家庭")
                        .filled(List.of(
                                home("H1", "东屯1号", new BigDecimal("3200.50"), 1),
                                home("H2", "东屯2号", "三千左右", 1),
                                home("H3", "东屯3号", new BigDecimal("0"), 1))),
                sheet(template, "成员")
                        .filled(List.of(
                                member("H1", "H1-1", "李国富", citizenId(19500101, 101)),
                                member("H2", "H2-1", "王桂兰", new BigDecimal("229901195203031020")),
                                member("H3", "H3-1", "张伟", citizenId(19800505, 103)))));
    }

    @Test
    void the_template_that_is_handed_out_asks_for_nothing_that_the_import_refuses() {
        Map<String, Sheet> template = template();

        Imports.ImportView view = bring(Sheet.write(sheet(template, "家庭"), sheet(template, "成员")));

        assertThat(template).containsKeys("填写说明");
        assertThat(view.faults()).isEmpty();
        assertThat(view.state()).isEqualTo("DONE");
        assertThat(view.read()).isZero();
    }

    @Test
    void good_rows_of_a_workbook_land_and_bad_ones_come_back_in_a_workbook_with_the_reason_in_the_cell() {
        Imports.ImportView view = bring(filledIn());

        assertThat(view.fileName()).isEqualTo(FILE);
        assertThat(view.landed()).isEqualTo(4);
        assertThat(view.held()).isEqualTo(2);
        assertThat(file("H1", MONDAY).household().facts().given("income_wages")).contains(new Value.Whole(320_050));
        assertThat(count("registry.household")).isEqualTo(2);

        Map<String, Sheet> back = returned(view);
        assertThat(sheet(back, "家庭").rows()).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("户编号", "H2").containsEntry(WAGES, "三千左右");
            assertThat(String.valueOf(row.get(REASON))).startsWith(WAGES + "：").contains("元");
        });
        assertThat(sheet(back, "成员").rows())
                .singleElement()
                .satisfies(row -> assertThat(String.valueOf(row.get(REASON)))
                        .startsWith(CITIZEN + "：")
                        .contains("设为“文本”"));
    }

    @Test
    void the_reason_is_also_a_note_at_the_very_cell() throws IOException {
        Imports.ImportView view = bring(filledIn());

        byte[] workbook = get200("/api/imports/{id}/returned?name={name}", view.id(), RETURNED)
                .getResponse()
                .getContentAsByteArray();
        int wages = sheet(returned(view), "家庭").headings().indexOf(WAGES);
        assertThat(new String(parts(workbook).get("xl/comments1.xml"), StandardCharsets.UTF_8))
                .contains("ref=\"" + (char) ('A' + wages) + "2\"")
                .contains("3200.50");
    }

    /** What a workbook is made of, by name. */
    private Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Path file = Files.write(folder.resolve("workbook.xlsx"), workbook);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    @Test
    void corrected_in_the_workbook_that_came_back_only_the_bad_rows_are_read_and_land() {
        Map<String, Sheet> back = returned(bring(filledIn()));
        Sheet homes = sheet(back, "家庭").corrected(0, WAGES, new BigDecimal("3000"));
        Sheet persons = sheet(back, "成员").corrected(0, CITIZEN, citizenId(19520303, 102));
        long statements = count("registry.statement");

        Imports.ImportView second = bring(Sheet.write(homes, persons));

        assertThat(second.faults()).isEmpty();
        assertThat(second.read()).isEqualTo(2);
        assertThat(second.landed()).isEqualTo(2);
        assertThat(second.returned()).isEmpty();
        assertThat(count("registry.statement")).isEqualTo(statements + 2);
        assertThat(file("H2", MONDAY).household().facts().given("income_wages")).contains(new Value.Whole(300_000));
    }

    @Test
    void the_same_workbook_again_changes_nothing_and_brings_back_the_same_rows() {
        byte[] workbook = filledIn();
        Imports.ImportView first = bring(workbook);
        long statements = count("registry.statement");

        Imports.ImportView again = bring(workbook);

        assertThat(again.landed()).isZero();
        assertThat(again.same()).isEqualTo(first.landed());
        assertThat(again.held()).isEqualTo(first.held());
        assertThat(returned(again)).isEqualTo(returned(first));
        assertThat(count("registry.statement")).isEqualTo(statements);
        assertThat(count("registry.person")).isEqualTo(2);
    }

    @Test
    void dates_of_the_spreadsheet_are_dates_and_stored_results_of_formulas_are_not_asked_again() {
        Map<String, Sheet> template = template();
        Map<String, Object> person = member("H1", "H1-1", "李国富", citizenId(19500101, 101));
        person.put(BORN, NEW_YEAR_1950);
        byte[] workbook = Sheet.write(
                sheet(template, "家庭")
                        .filled(List.of(
                                home("H1", "东屯1号", new BigDecimal("1"), 1),
                                home("H2", "东屯2号", new Sheet.Formula("1000+2000"), 1))),
                sheet(template, "成员").filled(List.of(person, member("H2", "H2-1", "王桂兰", citizenId(19520303, 102)))));

        Imports.ImportView view = bring(workbook);

        assertThat(file("H1", MONDAY).household().members().getFirst().given("birth_date"))
                .contains(new Value.Whole(NEW_YEAR_1950.toEpochDay()));
        assertThat(view.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("家庭");
            assertThat(fault.row()).isEqualTo(3);
            assertThat(fault.column()).isEqualTo(WAGES);
            assertThat(fault.text()).contains("公式").contains("选择性粘贴");
        });
    }

    @Test
    void what_is_no_workbook_is_refused_by_its_own_name_and_nothing_lands() {
        Imports.ImportView view = bring("户编号,姓名\nH1,李国富\n".getBytes(StandardCharsets.UTF_8));

        assertRefused(view, FILE + " 不是工作簿", "另存为 .xlsx");
    }

    @Test
    void a_workbook_with_a_password_is_told_apart_from_a_broken_one() {
        byte[] locked = new byte[4096];
        byte[] signature = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(signature, 0, locked, 0, signature.length);

        assertRefused(bring(locked), FILE, "去掉密码");
    }

    @ParameterizedTest
    @ValueSource(strings = {"家庭", "成员"})
    void a_workbook_without_one_of_the_two_sheets_is_refused_with_the_name_of_the_missing_one(String missing) {
        Map<String, Sheet> template = template();
        Sheet other = sheet(template, missing.equals("家庭") ? "成员" : "家庭");

        assertRefused(bring(Sheet.write(other)), FILE, "没有名为“" + missing + "”的工作表");
    }

    @Test
    void a_workbook_that_breaks_off_is_refused_with_the_way_to_mend_it() {
        byte[] whole = filledIn();

        assertRefused(bring(Arrays.copyOf(whole, whole.length / 2)), FILE, "损坏", "重新另存为 .xlsx");
    }

    @Test
    void a_sheet_without_headings_is_refused_with_what_is_missing() {
        Map<String, Sheet> template = template();
        Sheet bare = new Sheet("家庭", List.of("随手记的"), new ArrayList<>());

        Imports.ImportView view = bring(Sheet.write(bare, sheet(template, "成员")));

        assertThat(view.state()).isEqualTo("REFUSED");
        assertThat(view.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("家庭");
            assertThat(fault.text()).containsAnyOf("不认识这个列名", "缺少“");
        });
        assertThat(count("registry.household")).isZero();
    }

    private void assertRefused(Imports.ImportView view, String... texts) {
        assertThat(view.state()).isEqualTo("REFUSED");
        assertThat(view.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains(texts));
        assertThat(view.returned()).isEmpty();
        assertThat(count("registry.household")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"东屯村.xls", "东屯村.et", "东屯村.pdf", "东屯村"})
    void any_other_kind_of_file_is_refused_before_it_is_taken(String name) {
        MvcTestResult result = uploaded(name, filledIn());

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(text(result)).contains("registry.import-files", ".xlsx", "/files");
        assertThat(count("registry.import")).isZero();
    }

    @Test
    void a_file_that_is_too_large_is_refused_with_the_limit_and_not_kept() {
        MvcTestResult result = uploaded(FILE, new byte[(int) Imports.SIZE_MAX + 1]);

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(text(result)).contains("registry.import-size", "60 MB", "按村拆开");
        assertThat(count("registry.import")).isZero();
        assertThat(count("registry.import_piece")).isZero();
    }

    @Test
    void a_small_file_that_unpacks_into_more_than_the_memory_is_refused_and_does_not_stop_the_platform()
            throws IOException {
        byte[] bomb = bomb();

        assertThat(bomb.length).isLessThan((int) Imports.SIZE_MAX);
        assertRefused(bring(bomb), FILE, "按村拆开");
    }

    /** A workbook one of whose texts has 512 MB. */
    private byte[] bomb() throws IOException {
        Map<String, Sheet> template = template();
        Map<String, byte[]> parts = parts(Sheet.write(sheet(template, "家庭"), sheet(template, "成员")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().equals("xl/sharedStrings.xml")) {
                    zip.write("<sst xmlns=\"%s\"><si><t>".formatted(MAIN).getBytes(StandardCharsets.UTF_8));
                    byte[] letters = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                    for (int megabyte = 0; megabyte < 512; megabyte++) {
                        zip.write(letters);
                    }
                } else {
                    zip.write(part.getValue());
                }
            }
        }
        return bytes.toByteArray();
    }
}
