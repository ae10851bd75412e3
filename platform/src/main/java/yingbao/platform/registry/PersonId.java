package yingbao.platform.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a person. */
public record PersonId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static PersonId valueOf(String text) {
        return new PersonId(UUID.fromString(text));
    }
}
