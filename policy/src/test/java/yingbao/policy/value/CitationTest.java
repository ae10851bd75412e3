package yingbao.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static yingbao.policy.value.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationTest {
    @Test
    void names_a_place_in_a_source() {
        assertThat(Citation.parse("jl-2016-18#二（一）")).isEqualTo(new Citation("jl-2016-18", "二（一）"));
        assertThat(Citation.parse(" order-649 # 9 ")).isEqualTo(new Citation("order-649", "9"));
    }

    @Test
    void without_an_article_means_the_whole_source() {
        assertThat(Citation.parse("order-649")).isEqualTo(new Citation("order-649", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jl-2016-18#二（一）", "order-649", "order-649#第九条 第一款"})
    void is_written_as_it_is_read(String written) {
        assertThat(Citation.parse(written)).hasToString(written);
    }

    @Test
    void refuses_a_source_that_is_missing_or_has_blanks() {
        assertRefused(() -> Citation.parse(""), "citation.source", "");
        assertRefused(() -> Citation.parse("#9"), "citation.source", "");
        assertRefused(() -> Citation.parse("order 649#9"), "citation.source", "order 649");
        assertRefused(() -> new Citation("order-649#9", ""), "citation.source", "order-649#9");
    }

    @Test
    void refuses_an_announced_article_that_is_missing_or_doubled() {
        assertRefused(() -> Citation.parse("order-649#"), "citation.article", "");
        assertRefused(() -> Citation.parse("order-649#9#12"), "citation.article", "9#12");
        assertRefused(() -> new Citation("order-649", " 9"), "citation.article", " 9");
    }
}
