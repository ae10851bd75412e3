package yingbao.cli;

import java.time.LocalDate;
import java.time.ZoneId;

/** The only reader of the clock. */
final class Today {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Today() {}

    static LocalDate date() {
        return LocalDate.now(CHINA);
    }
}
