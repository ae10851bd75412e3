package yingbao.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static yingbao.sheet.Problems.assertProblem;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.policy.register.RowFault;

class CsvFilesTest {
    @SuppressWarnings("NullAway.Init") // set before every test
    private static Village village;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before every test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before every test
    private Village.Reading expected;

    @BeforeAll
    static void readPack(@TempDir Path pack) throws IOException {
        village = Village.in(pack);
    }

    @BeforeEach
    void readPlainFiles(@TempDir Path plain) throws IOException {
        writeBoth(plain, "", StandardCharsets.UTF_8, ",", "\n");
        expected = village.read(plain);
        assertThat(expected.faults()).isEmpty();
        assertThat(expected.facts())
                .containsExactly(
                        "H1 | 990101000000 | 农业 | 3200.50 | 住村东，近河 | ?",
                        "P1 | 王䶮 | 22990119560701006X | 1956-07-01 | 是 | 本人 | ?",
                        "P3 | 张三 | ? | 2001-11-30 | ? | 配偶 | ?",
                        "H2 | 990101000000 | 非农业 | ? | “独户”\n两行 | ?",
                        "P2 | 李四 | 229901195607010019 | 1956-07-01 | 否 | 户主 | ?",
                        "H10 | 990101000000 | ? | 12000.00 | ? | ?",
                        "P4 | 赵六 | ? | ? | 否 | 配偶 | ?");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, '\ufeff'", "GBK, ''", "GB18030, ''", "UTF-16LE, '\ufeff'", "UTF-16BE, '\ufeff'"})
    void every_charset_that_spreadsheets_write_gives_the_same_register(String charset, String mark) throws IOException {
        writeBoth(folder, mark, Charset.forName(charset), ",", "\r\n");

        assertThat(village.read(folder).facts()).isEqualTo(charset.equals("GBK") ? inGbk() : expected.facts());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void every_separator_gives_the_same_register(String separator) throws IOException {
        writeBoth(folder, "\ufeff", StandardCharsets.UTF_8, separator, "\r\n");

        assertThat(village.read(folder)).isEqualTo(expected);
    }

    @Test
    void the_order_of_rows_and_columns_does_not_matter() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            write(folder.resolve("households.csv"), shuffled(Village.HOUSEHOLDS_HEADER, Village.HOUSEHOLDS, random));
            write(folder.resolve("persons.csv"), shuffled(Village.PERSONS_HEADER, Village.PERSONS, random));

            assertThat(village.read(folder)).isEqualTo(expected);
        }
    }

    @Test
    void the_files_may_have_chinese_names_and_be_named_themselves() throws IOException {
        writeBoth(folder, "", StandardCharsets.UTF_8, ",", "\n");
        Files.move(folder.resolve("households.csv"), folder.resolve("家庭.CSV"));
        Files.move(folder.resolve("persons.csv"), folder.resolve("成员.csv"));

        assertThat(village.read(folder)).isEqualTo(expected);
        assertThat(village.read(folder.resolve("家庭.CSV"))).isEqualTo(expected);
        assertThat(village.read(folder.resolve("成员.csv"))).isEqualTo(expected);
    }

    @Test
    void rows_are_numbered_as_a_spreadsheet_shows_them() throws IOException {
        writeBoth(folder, "", StandardCharsets.UTF_8, ",", "\n");
        Files.writeString(folder.resolve("households.csv"), """
                户编号,所在地,户口性质,备注
                H1,990101,农业,"一
                二"

                H2,990101,牧业,
                H10,990101,,
                """);

        assertThat(village.read(folder).faults())
                .containsExactly(
                        new RowFault("households.csv", 4, "户口性质", "牧业", "cell.code", List.of("RURAL=农业 URBAN=非农业")));
    }

    @Test
    void a_ragged_row_is_a_fault_and_the_others_are_read() throws IOException {
        writeBoth(folder, "", StandardCharsets.UTF_8, ",", "\n");
        Files.writeString(folder.resolve("households.csv"), """
                户编号,所在地,家庭年收入
                H1,990101
                H2,990101,3,200
                H10,990101,1,,
                """);

        Village.Reading reading = village.read(folder);
        assertThat(reading.faults())
                .containsExactly(
                        new RowFault("households.csv", 2, "", "", "register.row-short", List.of("2", "3")),
                        new RowFault("households.csv", 3, "", "200", "register.cell-without-heading", List.of("4")));
        assertThat(reading.facts()).hasSize(2).first().asString().startsWith("H10 ");
    }

    @Test
    void a_quote_that_is_never_closed_is_told_with_its_row() throws IOException {
        writeBoth(folder, "", StandardCharsets.UTF_8, ",", "\n");
        Files.writeString(folder.resolve("households.csv"), "户编号,所在地\nH1,990101\nH2,\"990101\nH3,990101\n");

        assertProblem(() -> village.read(folder), "sheet.quotes", "households.csv", "3");
    }

    @Test
    void bytes_in_no_known_charset_are_refused() throws IOException {
        writeBoth(folder, "", StandardCharsets.UTF_8, ",", "\n");
        Path households = folder.resolve("households.csv");
        byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
        byte[] garbage = {'a', ',', (byte) 0xff, (byte) 0xff, '\n'};
        Files.write(households, concatenated(mark, garbage));
        assertProblem(() -> village.read(folder), "sheet.charset", "households.csv", "1");

        Files.write(households, garbage);
        assertProblem(() -> village.read(folder), "sheet.charset", "households.csv", "1");
    }

    @Test
    void an_empty_file_lacks_its_columns() throws IOException {
        writeBoth(folder, "", StandardCharsets.UTF_8, ",", "\n");
        Files.writeString(folder.resolve("persons.csv"), "");

        assertThat(village.read(folder).faults())
                .extracting(RowFault::code)
                .containsExactly("register.column-missing", "register.column-missing");
    }

    private List<String> inGbk() {
        return expected.facts().stream().map(line -> line.replace('䶮', '?')).toList();
    }

    private static void writeBoth(Path folder, String mark, Charset charset, String separator, String lineEnd)
            throws IOException {
        String households = text(Village.HOUSEHOLDS_HEADER, Village.HOUSEHOLDS, separator, lineEnd);
        String persons = text(Village.PERSONS_HEADER, Village.PERSONS, separator, lineEnd);
        Files.write(folder.resolve("households.csv"), (mark + households).getBytes(charset));
        Files.write(folder.resolve("persons.csv"), (mark + persons).getBytes(charset));
    }

    private static void write(Path file, List<List<String>> rows) throws IOException {
        Files.writeString(file, text(rows.getFirst(), rows.subList(1, rows.size()), ",", "\n"));
    }

    private static String text(List<String> header, List<List<String>> rows, String separator, String lineEnd) {
        List<List<String>> all = new ArrayList<>(rows);
        all.addFirst(header);
        return all.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.matches("[\\w.-]*") ? cell : '"' + cell + '"')
                        .collect(Collectors.joining(separator)))
                .collect(Collectors.joining(lineEnd, "", lineEnd));
    }

    private static List<List<String>> shuffled(List<String> header, List<List<String>> rows, Random random) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            columns.add(column);
        }
        Collections.shuffle(columns, random);
        List<List<String>> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        shuffled.addFirst(header);
        return shuffled.stream()
                .map(row -> columns.stream().map(row::get).toList())
                .toList();
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
