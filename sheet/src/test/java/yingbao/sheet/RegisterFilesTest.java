package yingbao.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static yingbao.sheet.Problems.assertProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterFilesTest {
    private static final List<List<String>> HEADINGS = List.of(List.of("户编号"));
    private static final List<List<String>> ONE_ROW = List.of(List.of("户编号"), List.of("H1"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before every test
    private Path folder;

    @Test
    void a_folder_without_a_register_is_told_what_belongs_there() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "");
        Files.writeString(folder.resolve("~$register.xlsx"), "");

        assertProblem(() -> RegisterFiles.open(folder), "sheet.nothing", folder.toString());
    }

    @Test
    void a_path_that_is_not_there_is_told() {
        Path nowhere = folder.resolve("nowhere");
        assertProblem(() -> RegisterFiles.open(nowhere), "sheet.no-such-path", nowhere.toString());
    }

    @Test
    void half_a_register_is_told_what_it_lacks() throws IOException {
        Files.writeString(folder.resolve("households.csv"), "户编号\n");
        assertProblem(() -> RegisterFiles.open(folder), "sheet.half", "persons.csv", "成员.csv");

        Files.move(folder.resolve("households.csv"), folder.resolve("persons.csv"));
        assertProblem(() -> RegisterFiles.open(folder), "sheet.half", "households.csv", "家庭.csv");
    }

    @Test
    void two_files_for_one_table_are_refused() throws IOException {
        Files.writeString(folder.resolve("households.csv"), "户编号\n");
        Files.writeString(folder.resolve("家庭.csv"), "户编号\n");
        Files.writeString(folder.resolve("persons.csv"), "户编号\n");
        assertProblem(() -> RegisterFiles.open(folder), "sheet.several", "households.csv 家庭.csv");
    }

    @Test
    void two_workbooks_are_refused_unless_one_is_named() throws IOException {
        Sheets.write(folder.resolve("a.xlsx"), Map.of("家庭", ONE_ROW, "成员", ONE_ROW));
        Sheets.write(folder.resolve("b.xlsx"), Map.of("Households", ONE_ROW, "persons ", ONE_ROW));

        assertProblem(() -> RegisterFiles.open(folder), "sheet.several", "a.xlsx b.xlsx");
        try (RegisterFiles files = RegisterFiles.open(folder.resolve("b.xlsx"))) {
            assertThat(files.households().name()).isEqualTo("b.xlsx!Households");
            assertThat(files.persons().header()).containsExactly("户编号");
        }
    }

    @Test
    void both_forms_are_refused_when_both_or_none_are_filled_in() throws IOException {
        Path workbook = folder.resolve("register.xlsx");
        Sheets.write(workbook, Map.of("家庭", ONE_ROW, "成员", HEADINGS));
        Files.writeString(folder.resolve("households.csv"), "户编号\n,\n");
        Files.writeString(folder.resolve("persons.csv"), "户编号\nH1\n");
        assertProblem(
                () -> RegisterFiles.open(folder), "sheet.both-forms", "households.csv persons.csv", "register.xlsx");

        Files.writeString(folder.resolve("persons.csv"), "户编号\n");
        Sheets.write(workbook, Map.of("家庭", HEADINGS, "成员", HEADINGS));
        assertProblem(
                () -> RegisterFiles.open(folder), "sheet.both-empty", "households.csv persons.csv", "register.xlsx");
    }

    @Test
    void a_template_that_was_left_empty_does_not_disturb_the_one_filled_in() throws IOException {
        Path workbook = folder.resolve("register.xlsx");
        Files.writeString(folder.resolve("households.csv"), "户编号\n");
        Files.writeString(folder.resolve("persons.csv"), "户编号\n");
        Sheets.write(workbook, Map.of("家庭", ONE_ROW, "成员", ONE_ROW));
        try (RegisterFiles files = RegisterFiles.open(folder)) {
            assertThat(files.households().name()).isEqualTo("register.xlsx!家庭");
        }

        Files.writeString(folder.resolve("households.csv"), "户编号\nH1\n");
        Sheets.write(workbook, Map.of("家庭", HEADINGS, "成员", HEADINGS));
        try (RegisterFiles files = RegisterFiles.open(folder)) {
            assertThat(files.households().name()).isEqualTo("households.csv");
        }
    }

    @Test
    void formats_of_other_programs_are_told_how_to_be_saved() throws IOException {
        Files.writeString(folder.resolve("名册.et"), "");
        assertProblem(() -> RegisterFiles.open(folder), "sheet.foreign-format", "名册.et");
        assertProblem(() -> RegisterFiles.open(folder.resolve("名册.et")), "sheet.foreign-format", "名册.et");
    }

    @Test
    void an_old_or_locked_workbook_and_a_damaged_one_are_told_apart() throws IOException {
        Path workbook = folder.resolve("register.xlsx");
        byte[] oldFormat = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        Files.write(workbook, oldFormat);
        assertProblem(() -> RegisterFiles.open(folder), "sheet.old-or-locked", "register.xlsx");

        Files.writeString(workbook, "户编号,所在地");
        assertProblem(() -> RegisterFiles.open(folder), "sheet.no-workbook", "register.xlsx");
    }

    @Test
    void a_workbook_needs_both_sheets_once() throws IOException {
        Path workbook = folder.resolve("register.xlsx");
        Sheets.write(workbook, Map.of("家庭", ONE_ROW, "Sheet2", ONE_ROW));
        assertProblem(() -> RegisterFiles.open(folder), "sheet.no-sheet", "register.xlsx", "成员");

        Sheets.write(workbook, Map.of("家庭", ONE_ROW, "households", ONE_ROW, "成员", ONE_ROW));
        assertProblem(() -> RegisterFiles.open(folder), "sheet.several-sheets", "register.xlsx", "家庭");
    }
}
