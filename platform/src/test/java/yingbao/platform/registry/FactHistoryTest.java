package yingbao.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import yingbao.policy.expr.Value;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Timeline;

class FactHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final int DAYS = 60;

    private static StoredStatement random(Random random) {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        LocalDate to = random.nextBoolean() ? LocalDate.MAX : from.plusDays(random.nextInt(DAYS));
        Optional<Value> value =
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(new Value.Whole(random.nextInt(4)));
        StatementId id = new StatementId(new UUID(0, random.nextLong()));
        return new StoredStatement(
                id,
                new UUID(0, 1),
                new DateRange(from, to),
                Map.of(random.nextBoolean() ? "income_wages" : "savings", value),
                new FactSource("township", from, "", Optional.empty(), id),
                NewStatement.Cause.SURVEY,
                Optional.empty(),
                Instant.EPOCH,
                "");
    }

    @Test
    void a_day_has_the_value_that_the_whole_history_gives_it() {
        Random random = new Random(20161010);
        for (int round = 0; round < 200; round++) {
            List<StoredStatement> recorded = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                recorded.add(random(random));
            }
            Map<String, Timeline<FactHistory.Stated>> history = FactHistory.of(recorded);
            for (int day = -1; day < 2 * DAYS; day++) {
                LocalDate on = FIRST.plusDays(day);
                Map<String, FactHistory.Stated> facts = FactHistory.on(recorded, on);
                for (String name : List.of("income_wages", "savings")) {
                    Optional<FactHistory.Stated> ofHistory =
                            Optional.ofNullable(history.get(name)).flatMap(timeline -> timeline.at(on));
                    assertThat(Optional.ofNullable(facts.get(name))).isEqualTo(ofHistory);
                }
            }
        }
    }
}
