package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;
import yingbao.policy.decide.GoldenCases;

class SmallPackTest {

    @Test
    void aWholePackReadsWithoutFaults() {
        assertThat(SmallPack.faults(SmallPack.folder())).isEmpty();
    }

    @Test
    void goldenCasesHold() {
        assertThat(GoldenCases.run(SmallPack.whole())).isEmpty();
    }
}
