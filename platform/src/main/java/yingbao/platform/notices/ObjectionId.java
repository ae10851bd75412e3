package yingbao.platform.notices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a objection. */
public record ObjectionId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static ObjectionId valueOf(String text) {
        return new ObjectionId(UUID.fromString(text));
    }
}
