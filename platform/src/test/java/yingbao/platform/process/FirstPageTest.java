package yingbao.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPageTest {
    @Test
    void whoever_opens_a_demonstration_the_moment_it_answers_finds_its_sign_ins(@TempDir Path scratch)
            throws Exception {
        // PostgreSQL runs as another user where the tests run as root.
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwx--x--x"));
        try (PlatformProcess platform = PlatformProcess.start(
                scratch.resolve("data"), scratch.resolve("log"), "--demo", "--households", "300")) {
            assertThat(platform.firstAnswer("/api/welcome"))
                    .contains("\"login\":\"village-worker\"")
                    .contains("\"today\":\"201");
        }
    }
}
