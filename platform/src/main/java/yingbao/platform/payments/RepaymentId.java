package yingbao.platform.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of money that a family paid back. */
public record RepaymentId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static RepaymentId valueOf(String text) {
        return new RepaymentId(UUID.fromString(text));
    }
}
