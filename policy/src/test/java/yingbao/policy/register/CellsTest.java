package yingbao.policy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Cells;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.ValueException;

/** Every citizen number here is synthetic: no area 2299xx was ever issued. */
class CellsTest {
    private static final String NUMBER = "22990119560701006X";

    @SuppressWarnings("NullAway.Init") // set before every test
    private static Pack pack;

    @BeforeAll
    static void readPack(@TempDir Path folder) {
        pack = RegisterPack.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000", "\u200b", "?", "？", "不详", " 未知 "})
    void a_blank_cell_and_the_words_for_not_known_give_no_value(String text) {
        for (Holder holder : Holder.values()) {
            for (Fact fact : pack.catalogue().facts(holder)) {
                assertThat(Cells.parse(fact, text)).as(fact.fullName()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    3200      | 320000
                    3200.5    | 320050
                    3,200.00  | 320000
                    ￥3,200元 | 320000
                    ３２００．５| 320050
                    '' 3200   | 320000
                    ="3200"   | 320000
                    0         | 0
                    """, quoteCharacter = '~')
    void yuan_become_fen(String text, long fen) {
        assertThat(parsed(household("income"), text.replace("''", "'"))).isEqualTo(new Value.Whole(fen));
    }

    @Test
    void an_amount_of_money_must_be_one_and_not_negative() {
        assertRefused(household("income"), "-30", "cell.negative");
        assertRefused(household("income"), "约3000", "money.format", "约3000");
        assertRefused(household("income"), "1.005", "money.decimals", "1.005");
    }

    @Test
    void a_dash_could_mean_none_or_not_known() {
        for (String dash : List.of("-", "—", "——", "/", "／", "－")) {
            assertRefused(household("income"), dash, "cell.dash");
            assertRefused(person("disabled"), dash, "cell.dash");
            assertRefused(person("birth_date"), dash, "cell.dash");
        }
    }

    @Test
    void the_error_of_a_formula_is_no_value() {
        assertRefused(household("income"), "#REF!", "cell.formula");
        assertRefused(person("name"), "#N/A", "cell.formula");
        assertRefused(household("income"), "=B2+C2", "cell.formula");
    }

    @ParameterizedTest
    @CsvSource({"3,3", "3.0,3", "３,3", "3辆,3", "2 台,2", "'1,200',1200", "0,0"})
    void a_count_may_bear_its_measure_word(String text, long count) {
        assertThat(parsed(household("vehicles"), text)).isEqualTo(new Value.Whole(count));
    }

    @Test
    void a_measure_word_of_other_things_shows_a_number_in_the_wrong_column() {
        assertThat(parsed(person("months_ill"), "6个月")).isEqualTo(new Value.Whole(6));
        assertThat(parsed(household("head_count"), "3口人")).isEqualTo(new Value.Whole(3));
        assertThat(parsed(household("rooms_size"), "80㎡")).isEqualTo(new Value.Whole(80));
        assertRefused(person("months_ill"), "2年", "cell.count-unit", "年");
        assertRefused(household("vehicles"), "3人", "cell.count-unit", "人");
    }

    @Test
    void a_count_is_a_whole_number_from_zero() {
        assertRefused(household("vehicles"), "-1", "cell.negative");
        assertRefused(household("vehicles"), "2.5", "cell.count-fraction");
        assertRefused(household("vehicles"), "两", "cell.count");
        assertRefused(household("vehicles"), "1234567890123456", "cell.count-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"是", "有", "Y", "y", "Ｙ", "yes", "TRUE", "1", "√"})
    void yes_is_written_in_many_ways(String text) {
        assertThat(parsed(person("disabled"), text)).isEqualTo(Value.Flag.TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"否", "无", "N", "no", "False", "0", "×"})
    void so_is_no(String text) {
        assertThat(parsed(person("disabled"), text)).isEqualTo(Value.Flag.FALSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "2", "可能", "是否"})
    void a_flag_is_nothing_else(String text) {
        assertRefused(person("disabled"), text, "cell.flag");
    }

    @ParameterizedTest
    @CsvSource({"RURAL,RURAL", "rural,RURAL", "农业,RURAL", "' 非农业 ',URBAN"})
    void a_code_is_given_by_itself_or_by_its_meaning(String text, String code) {
        assertThat(parsed(household("hukou"), text)).isEqualTo(new Value.Text(code));
    }

    @ParameterizedTest
    @CsvSource({"01,01", "1,01", "２,02", "10,10", "配偶,10"})
    void a_code_may_have_lost_its_leading_zeros(String text, String code) {
        assertThat(parsed(person("relation"), text)).isEqualTo(new Value.Text(code));
    }

    @Test
    void what_is_no_code_is_refused_with_those_there_are() {
        assertRefused(household("hukou"), "城镇", "cell.code", "RURAL=农业 URBAN=非农业");
        assertRefused(person("relation"), "0", "cell.code", "01=本人 02=户主 10=配偶 20=子 29=其他 39=其他");
        assertRefused(person("relation"), "其他", "cell.code-ambiguous", "29 39");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-03-05",
                "2016-3-5",
                "2016/3/5",
                "2016.3.5",
                "2016年3月5日",
                "2016 年 03 月 05 日",
                "２０１６－３－５",
                "20160305",
                "42434",
                "42434.0",
                "2016-03-05 00:00:00",
                "2016/3/5 8:30"
            })
    void the_unmistakable_ways_to_write_a_day_give_that_day(String text) {
        assertThat(parsed(person("birth_date"), text))
                .isEqualTo(new Value.Whole(LocalDate.of(2016, 3, 5).toEpochDay()));
    }

    @ParameterizedTest
    @CsvSource({
        "3/5/2016, cell.date-order",
        "13.5.2016, cell.date-order",
        "16-3-5, cell.date-short-year",
        "160305, cell.date-short-year",
        "2016-13-01, cell.date-impossible",
        "2015-02-29, cell.date-impossible",
        "0001-01-01, cell.date-impossible",
        "2016-3, cell.date-without-day",
        "2016年3月, cell.date-without-day",
        "2016, cell.date-without-day",
        "201603, cell.date-without-day",
        "2016-3/5, cell.date",
        "100, cell.date",
        "42434.5, cell.date",
        "长期, cell.date"
    })
    void a_day_that_could_be_another_is_refused_with_the_reason(String text, String code) {
        assertRefused(person("birth_date"), text, code);
    }

    @Test
    void day_numbers_of_spreadsheets_are_understood_from_1910_to_2099() {
        assertThat(parsed(person("birth_date"), "3654")).isEqualTo(day(LocalDate.of(1910, 1, 1)));
        assertThat(parsed(person("birth_date"), "73050")).isEqualTo(day(LocalDate.of(2099, 12, 31)));
        assertRefused(person("birth_date"), "3653", "cell.date-without-day");
        assertRefused(person("birth_date"), "73051", "cell.date");
    }

    @Test
    void every_day_of_two_centuries_is_read_back_from_each_of_its_writings() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int sample = 0; sample < 2_000; sample++) {
            LocalDate day = LocalDate.of(1910, 1, 1).plusDays(random.nextInt(69_397));
            int year = day.getYear();
            int month = day.getMonthValue();
            for (String text : List.of(
                    day.toString(),
                    "%d/%d/%d".formatted(year, month, day.getDayOfMonth()),
                    "%d年%d月%d日".formatted(year, month, day.getDayOfMonth()),
                    "%d%02d%02d".formatted(year, month, day.getDayOfMonth()),
                    Long.toString(day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay()))) {
                assertThat(parsed(person("birth_date"), text)).as(text).isEqualTo(day(day));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NUMBER,
                "22990119560701006x",
                "229901 19560701 006X",
                "229901-19560701-006X",
                "'22990119560701006X",
                "‘22990119560701006X",
                "=\"22990119560701006X\"",
                "２２９９０１１９５６０７０１００６Ｘ",
                "\u202d22990119560701006X\u202c",
                "229901560701006"
            })
    void the_ways_to_write_a_citizen_number_give_one(String text) {
        assertThat(parsed(person("citizen_id"), text)).isEqualTo(new Value.Text(NUMBER));
    }

    @Test
    void a_number_that_a_spreadsheet_has_rounded_is_refused_with_the_way_to_mend_it() {
        assertRefused(person("citizen_id"), "2.29901E+17", "cell.number-destroyed");
        assertRefused(person("citizen_id"), "2.29901195607010E+17", "cell.number-destroyed");
        assertRefused(person("citizen_id"), "229901195607011000", "cell.number-destroyed");
        assertRefused(household("area"), "9.90181E+11", "cell.number-destroyed");
    }

    @Test
    void a_wrong_citizen_number_says_what_is_wrong_without_being_quoted() {
        assertRefused(person("citizen_id"), "229901195607010061", "citizen-id.check-character", "1", "X");
        assertRefused(person("citizen_id"), "2299011956070100", "citizen-id.length", "16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"990181", "990181000000", "９９０１８１", "990181.0", "'990181"})
    void an_area_is_given_with_all_its_digits(String text) {
        assertThat(parsed(household("area"), text)).isEqualTo(new Value.Text("990181000000"));
    }

    @Test
    void an_area_is_digits_of_a_whole_level() {
        assertRefused(household("area"), "99018", "area-code.length", "99018");
        assertRefused(household("area"), "旧县", "area-code.format", "旧县");
    }

    @Test
    void a_text_stays_as_it_is_typed() {
        assertThat(parsed(person("name"), " 张　三Ａ\n")).isEqualTo(new Value.Text("张 三Ａ"));
        assertThat(parsed(person("name"), "/")).isEqualTo(new Value.Text("/"));
        assertThat(parsed(person("name"), "长".repeat(500))).isEqualTo(new Value.Text("长".repeat(500)));
        assertRefused(person("name"), "长".repeat(501), "cell.text-length", "500", "501");
    }

    @Test
    void what_is_written_is_read_back() {
        assertWrittenAndReadBack(household("income"), new Value.Whole(320050), "3200.50");
        assertWrittenAndReadBack(household("vehicles"), new Value.Whole(2), "2");
        assertWrittenAndReadBack(household("hukou"), new Value.Text("RURAL"), "农业");
        assertWrittenAndReadBack(household("area"), new Value.Text("990181000000"), "990181000000");
        assertWrittenAndReadBack(person("disabled"), Value.Flag.FALSE, "否");
        assertWrittenAndReadBack(person("birth_date"), day(LocalDate.of(1956, 7, 1)), "1956-07-01");
        assertWrittenAndReadBack(person("citizen_id"), new Value.Text(NUMBER), NUMBER);
    }

    private static void assertWrittenAndReadBack(Fact fact, Value value, String text) {
        assertThat(Cells.write(fact, value)).isEqualTo(text);
        assertThat(parsed(fact, text)).isEqualTo(value);
    }

    private static void assertRefused(Fact fact, String text, String code, String... args) {
        ValueException refusal = catchThrowableOfType(ValueException.class, () -> Cells.parse(fact, text));
        assertThat(refusal).as("%s refused with %s", text, code).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.args()).containsExactly(args);
    }

    private static Value parsed(Fact fact, String text) {
        return Cells.parse(fact, text).orElseThrow();
    }

    private static Value day(LocalDate day) {
        return new Value.Whole(day.toEpochDay());
    }

    private static Fact household(String name) {
        return RegisterPack.fact(pack, Holder.HOUSEHOLD, name);
    }

    private static Fact person(String name) {
        return RegisterPack.fact(pack, Holder.PERSON, name);
    }
}
