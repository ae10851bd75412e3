package yingbao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import yingbao.platform.PlatformTest;

class TodayTest extends PlatformTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Test
    void work_is_done_on_the_business_date_at_the_time_of_day_that_it_is() {
        Instant real = today.clock();
        Instant work = today.instant();

        assertThat(LocalDate.ofInstant(work, CHINA)).isEqualTo(MONDAY);
        Duration apart = Duration.between(
                real.atZone(CHINA).toLocalTime(), work.atZone(CHINA).toLocalTime());
        assertThat(Math.floorMod(apart.toSeconds(), Duration.ofDays(1).toSeconds()))
                .isLessThan(60);
    }

    @Test
    void what_guards_the_platform_goes_by_the_real_clock_whatever_the_business_date() {
        Instant before = today.clock();
        today.moveTo(MONDAY.plusYears(30));

        assertThat(Duration.between(before, today.clock())).isLessThan(Duration.ofMinutes(1));
        assertThat(LocalDate.ofInstant(today.instant(), CHINA)).isEqualTo(MONDAY.plusYears(30));
    }
}
