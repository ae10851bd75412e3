package yingbao.platform.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a file that the bank returned. */
public record ReturnId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static ReturnId valueOf(String text) {
        return new ReturnId(UUID.fromString(text));
    }
}
