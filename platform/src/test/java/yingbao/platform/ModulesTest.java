package yingbao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Platform.class);

    @Test
    void every_module_uses_only_those_it_may() {
        assertThat(MODULES.stream().count()).isGreaterThanOrEqualTo(6);

        MODULES.verify();
    }
}
