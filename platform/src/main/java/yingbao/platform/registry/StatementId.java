package yingbao.platform.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of one act of stating facts. */
public record StatementId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static StatementId valueOf(String text) {
        return new StatementId(UUID.fromString(text));
    }
}
