package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;
import yingbao.policy.pack.Location;
import yingbao.policy.pack.WorkingCalendar;

/** Limits in working days are counted by the State Council's orders and never guessed. */
class WorkingCalendarTest {
    private static final LocalDate FRIDAY = LocalDate.of(2016, 9, 30);

    /** 3 to 5 October are off by order, Saturday the 8th is worked. */
    private final WorkingCalendar small = SmallPack.whole().calendar();

    private static WorkingCalendar real() {
        Faults faults = new Faults();
        Path folder = Path.of(System.getProperty("yingbao.home", ".."), "packs", "jilin");
        Yaml.Scalar name = new Yaml.Scalar(new Location("test", 1, 1), "china", Yaml.Places.ITS_START);
        WorkingCalendar calendar = new ReferenceReader(PackFiles.in(folder, faults), faults).calendar(name);
        assertThat(faults.sorted()).isEmpty();
        return calendar;
    }

    @Test
    void aWeekdayIsWorkedUnlessAnOrderSaysOtherwise() {
        assertThat(small.isWorkingDay(FRIDAY)).contains(true);
        assertThat(small.isWorkingDay(LocalDate.of(2016, 10, 3))).contains(false);
    }

    @Test
    void aWeekendIsOffUnlessAnOrderSaysOtherwise() {
        assertThat(small.isWorkingDay(LocalDate.of(2016, 10, 1))).contains(false);
        assertThat(small.isWorkingDay(LocalDate.of(2016, 10, 8))).contains(true);
    }

    @Test
    void aLimitBeginsOnTheDayAfterAndRunsOverAHoliday() {
        assertThat(small.after(FRIDAY, 1)).contains(LocalDate.of(2016, 10, 6));
        assertThat(small.after(FRIDAY, 3)).contains(LocalDate.of(2016, 10, 8));
        assertThat(small.after(FRIDAY, 4)).contains(LocalDate.of(2016, 10, 10));
    }

    @Test
    void aLimitThatBeginsOnADayOffBeginsWithTheNextWorkingDay() {
        assertThat(small.after(LocalDate.of(2016, 10, 4), 1)).contains(LocalDate.of(2016, 10, 6));
    }

    @Test
    void aYearWithoutAnOrderIsNotGuessed() {
        assertThat(small.isWorkingDay(LocalDate.of(2017, 1, 3))).isEmpty();
        assertThat(small.after(LocalDate.of(2016, 12, 30), 1)).isEqualTo(Optional.empty());
        assertThat(small.after(LocalDate.of(2016, 12, 29), 1)).contains(LocalDate.of(2016, 12, 30));
    }

    @Test
    void theNationalDayOf2016TookAWeekOfWorkAndTwoDaysOfWeekend() {
        WorkingCalendar calendar = real();
        assertThat(calendar.holidays()).containsEntry(LocalDate.of(2016, 10, 1), "国庆节");
        assertThat(calendar.after(FRIDAY, 1)).contains(LocalDate.of(2016, 10, 8));
        assertThat(calendar.after(FRIDAY, 2)).contains(LocalDate.of(2016, 10, 9));
        assertThat(calendar.after(FRIDAY, 3)).contains(LocalDate.of(2016, 10, 10));
    }

    @Test
    void springFestivalIsOffInEveryYearOnFile() {
        WorkingCalendar calendar = real();
        assertThat(calendar.years()).contains(2016, 2020, 2026);
        for (int year : calendar.years()) {
            assertThat(calendar.holidays().entrySet())
                    .as("%d", year)
                    .anyMatch(holiday -> holiday.getKey().getYear() == year
                            && holiday.getValue().contains("春节"));
        }
    }

    @Test
    void noRealDayIsBothAHolidayAndWorked() {
        WorkingCalendar calendar = real();
        assertThat(calendar.working())
                .isNotEmpty()
                .noneMatch(calendar.holidays()::containsKey)
                .allMatch(day -> calendar.weekend().contains(day.getDayOfWeek()));
    }
}
