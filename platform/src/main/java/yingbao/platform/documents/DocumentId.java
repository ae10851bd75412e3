package yingbao.platform.documents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a kept file. */
public record DocumentId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static DocumentId valueOf(String text) {
        return new DocumentId(UUID.fromString(text));
    }
}
