package yingbao.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import yingbao.platform.kernel.Callers;

class BulkSenderTest extends RegistryTest {
    private static final int SEVERAL_BATCHES = 12_000;

    @Autowired
    private LandingQueries queries;

    private void land(int rows, int sameIdEvery) {
        as(
                CLERK,
                TOWN,
                () -> transaction.execute(_ -> {
                    LandingQueries.Load load = new LandingQueries.Load(
                            LocalDate.of(2016, 10, 1),
                            "township",
                            new UUID(0, 0),
                            Instant.parse("2016-10-10T00:00:00Z"),
                            Callers.current());
                    try (BulkSender sender = queries.sender()) {
                        BulkInsert households = LandingQueries.households(sender, load);
                        for (int row = 0; row < rows; row++) {
                            households
                                    .cell(new UUID(0, row % sameIdEvery))
                                    .cell(VILLAGE)
                                    .cell("H" + row)
                                    .cell("")
                                    .cell("")
                                    .cell(1)
                                    .endRow();
                        }
                        households.flush();
                        sender.await();
                    }
                    return true;
                }));
    }

    private long landed() {
        return as(
                CLERK,
                TOWN,
                () -> transaction.execute(_ -> jdbc.sql("select count(*) from registry.household")
                        .query(Long.class)
                        .single()));
    }

    @Test
    void many_batches_arrive_whole() {
        land(SEVERAL_BATCHES, SEVERAL_BATCHES);

        assertThat(landed()).isEqualTo(SEVERAL_BATCHES);
    }

    @Test
    void a_batch_that_is_refused_leaves_nothing_of_those_before_it() {
        assertThatThrownBy(() -> land(SEVERAL_BATCHES, SEVERAL_BATCHES - 1)).isInstanceOf(DuplicateKeyException.class);

        assertThat(landed()).isZero();
    }
}
