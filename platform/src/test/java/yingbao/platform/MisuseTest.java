package yingbao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands given wrongly say what is wrong and how to mend it, and start nothing. */
class MisuseTest {
    private static final int MISUSED = 2;

    @TempDir
    private Path scratch;

    private String refusal(String... options) {
        Path data = scratch.resolve("data");
        String[] command = new String[options.length + 3];
        command[0] = "up";
        command[1] = "--data";
        command[2] = data.toString();
        System.arraycopy(options, 0, command, 3, options.length);
        PrintStream usual = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Platform.run(command)).isEqualTo(MISUSED);
        } finally {
            System.setErr(usual);
        }
        assertThat(data).doesNotExist();
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_port_that_is_taken_is_told_before_anything_is_started() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(refusal("--port", port))
                    .startsWith("端口 " + port + " 不能用")
                    .contains("http://127.0.0.1:" + port, "或者用 --port 另选一个端口", "name another one with --port");
        }
    }

    @Test
    void a_port_that_cannot_be_is_told_with_those_that_can() {
        assertThat(refusal("--port", "99999")).contains("端口 99999 超出范围", "1 至 65535");
        assertThat(refusal("--port", "abc")).contains("选项 --port 的值“abc”不对", "1 至 65535 的整数");
    }

    @Test
    void a_day_that_is_none_is_told_with_how_days_are_written() {
        assertThat(refusal("--today", "2016-13-45")).contains("选项 --today 的值“2016-13-45”不对", "2016-10-01");
    }

    @Test
    void an_option_that_is_not_known_leads_to_those_that_are() {
        assertThat(refusal("--dmo")).contains("不认识“--dmo”", "yingbao up --help");
    }
}
