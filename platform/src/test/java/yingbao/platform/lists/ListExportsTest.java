package yingbao.platform.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.PlatformTest;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;

class ListExportsTest extends PlatformTest {
    private static final int ROWS = 450;

    @Autowired
    private ListExports exports;

    private static List<Integer> part(int offset, int size) {
        return IntStream.range(offset, Math.min(ROWS, offset + size)).boxed().toList();
    }

    private static Page<Integer> first(boolean more) {
        return new Page<>(part(0, Page.SIZE_MAX), ROWS, more);
    }

    @Test
    void a_list_is_read_to_its_end() {
        assertThat(exports.all(first(false), ListExportsTest::part))
                .isEqualTo(IntStream.range(0, ROWS).boxed().toList());
    }

    @Test
    void a_list_of_which_more_was_found_than_counted_is_refused_and_never_cut_short() {
        assertThatThrownBy(() -> exports.all(first(true), ListExportsTest::part))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("lists.too-many"));
    }
}
