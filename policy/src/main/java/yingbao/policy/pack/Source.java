package yingbao.policy.pack;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A document that values and rules rest on.
 *
 * @param id its name inside the pack
 * @param title its title
 * @param number its document number; empty when it has none
 * @param date its date, when known
 */
public record Source(String id, String title, String number, Optional<LocalDate> date) {

    /** Title and number as documents cite them. */
    public String cited() {
        return "《" + title + "》" + (number.isEmpty() ? "" : "（" + number + "）");
    }
}
