package yingbao.platform.programmes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a value that an area sets itself. */
public record StandardId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static StandardId valueOf(String text) {
        return new StandardId(UUID.fromString(text));
    }
}
