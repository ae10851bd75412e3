package yingbao.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import yingbao.policy.register.Table;

class ReadAheadTest {
    private static final int MORE_THAN_IS_READ_AHEAD = 20_000;

    /** Counts the rows it hands over, and ends as it is told. */
    private record Counted(int rows, AtomicInteger handedOver, Optional<IOException> end) implements Table {
        @Override
        public String name() {
            return "counted";
        }

        @Override
        public List<String> header() {
            return List.of("number");
        }

        @Override
        public void forEachRow(RowConsumer consumer) throws IOException {
            for (int row = 0; row < rows; row++) {
                handedOver.incrementAndGet();
                consumer.accept(row, List.of("" + row));
            }
            if (end.isPresent()) {
                throw end.get();
            }
        }

        @Override
        public void close() {}
    }

    private static Counted counted(Optional<IOException> end) {
        return new Counted(MORE_THAN_IS_READ_AHEAD, new AtomicInteger(), end);
    }

    @Test
    void every_row_arrives_once_and_in_order() throws IOException {
        List<Long> numbers = new ArrayList<>();

        new ReadAhead(counted(Optional.empty())).forEachRow((row, cells) -> {
            assertThat(cells).containsExactly("" + row);
            numbers.add(row);
        });

        assertThat(numbers).hasSize(MORE_THAN_IS_READ_AHEAD).isSorted();
    }

    @Test
    void a_file_that_breaks_off_says_so_after_the_rows_before() {
        SheetProblem problem = new SheetProblem("sheet.damaged", "counted", 7);
        AtomicInteger taken = new AtomicInteger();

        assertThatThrownBy(() ->
                        new ReadAhead(counted(Optional.of(problem))).forEachRow((_, _) -> taken.incrementAndGet()))
                .isSameAs(problem);

        assertThat(taken).hasValue(MORE_THAN_IS_READ_AHEAD);
    }

    @Test
    void who_gives_up_is_not_waited_for_by_the_rest_of_the_file() {
        Counted table = counted(Optional.empty());

        assertThatThrownBy(() -> new ReadAhead(table).forEachRow((row, _) -> {
                    throw new IllegalStateException("no more after " + row);
                }))
                .hasMessage("no more after 0");

        assertThat(table.handedOver().get()).isLessThan(MORE_THAN_IS_READ_AHEAD);
    }
}
