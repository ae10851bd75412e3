package yingbao.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.PlatformTest;
import yingbao.platform.areas.Divisions.AreaChoice;

/** Where somebody works they choose out of their own part of the tree; where a family moves to, out of the whole. */
class AreaChoicesTest extends PlatformTest {
    private static final String TOWN = "229901100";

    @Autowired
    private UserController controller;

    private List<AreaChoice> choices(String parent, boolean everywhere) {
        return as("township-clerk", TOWN, () -> controller.areas(parent, everywhere));
    }

    @Test
    void aClerksOwnChoiceIsTheTownshipAndWhatLiesInIt() {
        assertThat(choices("", false)).extracting(AreaChoice::name).containsExactly("演示镇一");
        assertThat(choices("229901100000", false)).hasSize(10).allMatch(AreaChoice::leaf);
        assertThat(choices("229901101000", false)).isEmpty();
    }

    @Test
    void aMoveMayLeadAnywhereInTheProvince() {
        assertThat(choices("", true)).extracting(AreaChoice::name).containsExactly("吉林省");
        assertThat(choices("220000000000", true)).extracting(AreaChoice::name).contains("长春市", "演示市");
        assertThat(choices("229901101000", true)).hasSize(10).allMatch(AreaChoice::leaf);
    }
}
