package yingbao.platform.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a payment run. */
public record RunId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static RunId valueOf(String text) {
        return new RunId(UUID.fromString(text));
    }
}
