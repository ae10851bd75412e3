package yingbao.platform.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import yingbao.policy.value.CitizenId;
import yingbao.policy.value.Sex;

/** Gives out citizen ids under an area code that no authority ever issued. */
final class DemoIds {
    private final String prefix;
    private final Map<String, Integer> last = new HashMap<>();

    /** Gives out ids that begin with six digits. */
    DemoIds(String prefix) {
        this.prefix = prefix;
    }

    /** The next id of somebody born on a day. */
    CitizenId next(LocalDate birth, Sex sex) {
        String body = prefix + birth.format(DateTimeFormatter.BASIC_ISO_DATE);
        int first = sex == Sex.MALE ? 1 : 2;
        int order = last.merge(body + first, first, (before, _) -> before + 2);
        return CitizenId.completing(body + String.format(Locale.ROOT, "%03d", order));
    }
}
