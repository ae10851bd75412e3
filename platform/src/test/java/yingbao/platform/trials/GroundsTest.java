package yingbao.platform.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.kernel.Refusal;

/** What holds before is decided once for all who ask, and ahead of time for whoever opens a page. */
class GroundsTest extends TwoFamilies {
    private static final YearMonth OCTOBER = YearMonth.of(2016, 10);
    private static final int MANY = 24;

    @Autowired
    private Grounds grounds;

    private int before;

    @BeforeEach
    void counted() {
        before = grounds.decided();
    }

    private int decided() {
        return grounds.decided() - before;
    }

    private void awaitDecided(int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (decided() < count) {
            assertThat(System.nanoTime()).as("decided ahead of time").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static Asked raised(YearMonth month, String percent) {
        return new Asked(
                "",
                month,
                month,
                "",
                List.of(new Asked.AskedChange(
                        "rural_dibao_standard", COUNTY, month, Optional.empty(), Asked.How.RAISE, percent, "")),
                List.of(),
                Optional.empty());
    }

    private int opened(String role, String area, String page) {
        return as(role, area, () -> mvc.perform(get(page)).getResponse().getStatus());
    }

    @Test
    void opening_the_list_or_a_kept_scenario_leaves_nothing_to_be_decided_for_the_first_move() {
        assertThat(opened("county-officer", COUNTY, "/api/trials/options")).isEqualTo(200);
        awaitDecided(1);
        answer(raised(OCTOBER, "10"));
        answer(raised(OCTOBER, "11"));
        assertThat(decided()).isEqualTo(1);

        YearMonth later = OCTOBER.plusMonths(3);
        ScenarioView kept = as("county-officer", COUNTY, () -> trials.keep("以后提高", "", raised(later, "10")));
        opened("county-officer", COUNTY, "/api/trials/" + kept.id().value());
        awaitDecided(2);
        answer(raised(later, "12"));
        assertThat(decided()).isEqualTo(2);
    }

    @Test
    void many_who_open_pages_and_move_sliders_at_once_have_it_decided_once() throws Exception {
        List<Future<Integer>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
            for (int number = 0; number < MANY; number++) {
                String percent = Integer.toString(number + 1);
                all.add(threads.submit(() -> {
                    opened("county-officer", COUNTY, "/api/trials/options");
                    try {
                        answer(raised(OCTOBER, percent));
                    } catch (Refusal superseded) {
                        assertThat(superseded.code()).isEqualTo("trials.superseded");
                    }
                    return 1;
                }));
            }
        }
        for (Future<Integer> one : all) {
            assertThat(one.get()).isEqualTo(1);
        }
        answer(raised(OCTOBER, "50"));
        assertThat(decided()).isEqualTo(1);
    }

    @Test
    void who_may_not_try_anything_has_nothing_decided() {
        assertThat(opened("township-clerk", TOWN, "/api/trials/options")).isEqualTo(403);
        assertThat(opened("auditor", "22", "/api/trials/options")).isEqualTo(403);
        answer(raised(OCTOBER, "10"));
        assertThat(decided()).as("by the officer's own question only").isEqualTo(1);
    }
}
