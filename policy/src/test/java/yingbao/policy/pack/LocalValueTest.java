package yingbao.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** What an area sets itself, on top of what the pack's files say. */
class LocalValueTest {
    private static final AreaCode COUNTY = AreaCode.parse("980202");

    private final Pack small = SmallPack.whole();
    private final Parameter standard = small.parameter("standard").orElseThrow();

    private static Setting.Stated stated(long fen) {
        return new Setting.Stated(new Value.Whole(fen), Mark.LOCAL, List.of(), "");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** The value in fen on a day; "above" where only a larger area says one. */
    private static String on(Parameter parameter, String day) {
        return parameter
                .setting(COUNTY, day(day))
                .map(setting -> switch (setting) {
                    case Setting.Stated value -> Long.toString(value.value().value());
                    case Setting.Unset _ -> "unset";
                })
                .orElse("above");
    }

    @Test
    void holdsFromItsFirstDayAndLeavesTheDaysBeforeToTheAreaAbove() {
        Parameter more = standard.with(COUNTY, DateRange.from(day("2016-07-01")), stated(400));

        assertThat(on(more, "2016-06-30")).isEqualTo("above");
        assertThat(on(more, "2016-07-01")).isEqualTo("400");
        assertThat(on(more, "2030-01-01")).isEqualTo("400");
    }

    @Test
    void endsTheFormerOneTheDayBefore() {
        Parameter more = standard.with(COUNTY, DateRange.from(day("2016-07-01")), stated(400))
                .with(COUNTY, DateRange.from(day("2017-07-01")), stated(500));

        assertThat(on(more, "2017-06-30")).isEqualTo("400");
        assertThat(on(more, "2017-07-01")).isEqualTo("500");
    }

    @Test
    void reachesToTheNextOneWhereItsEndIsOpen() {
        Parameter more = standard.with(COUNTY, DateRange.from(day("2017-07-01")), stated(500))
                .with(COUNTY, DateRange.from(day("2016-07-01")), stated(400));

        assertThat(on(more, "2017-06-30")).isEqualTo("400");
        assertThat(on(more, "2017-07-01")).isEqualTo("500");
    }

    @Test
    void bringsNothingBackWhenItEnds() {
        Parameter more = standard.with(COUNTY, DateRange.from(day("2016-01-01")), stated(400))
                .with(COUNTY, DateRange.between(day("2016-07-01"), day("2016-12-31")), stated(500));

        assertThat(on(more, "2016-06-30")).isEqualTo("400");
        assertThat(on(more, "2016-12-31")).isEqualTo("500");
        assertThat(on(more, "2017-01-01")).isEqualTo("unset");
    }

    @Test
    void takesThePlaceOfOneWithTheSameFirstDay() {
        Parameter more = standard.with(COUNTY, DateRange.from(day("2016-07-01")), stated(400))
                .with(COUNTY, DateRange.from(day("2016-07-01")), stated(450));

        assertThat(on(more, "2016-07-01")).isEqualTo("450");
        assertThat(on(more, "2016-06-30")).isEqualTo("above");
    }
}
