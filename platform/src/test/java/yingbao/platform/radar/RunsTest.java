package yingbao.platform.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static final LocalDate DAY = LocalDate.of(2016, 10, 10);

    @Test
    void a_run_that_failed_is_tried_again_after_an_hour_and_the_day_is_given_up_after_three() {
        Instant now = Instant.parse("2016-10-09T16:00:10Z");
        Optional<Runs.Begun> last = Optional.empty();
        for (int attempt = 1; attempt <= Runs.Begun.TIMES_MAX; attempt++) {
            last = Optional.of(Runs.Begun.after(last, DAY, now));
            assertThat(last.get().isOver(DAY, now.plusSeconds(10))).isTrue();
            now = now.plus(Duration.ofHours(1));
            assertThat(last.get().isOver(DAY, now)).isEqualTo(attempt == Runs.Begun.TIMES_MAX);
        }
        assertThat(last.orElseThrow().isOver(DAY.plusDays(1), now)).isFalse();
        assertThat(Runs.Begun.after(last, DAY.plusDays(1), now).times()).isEqualTo(1);
    }
}
