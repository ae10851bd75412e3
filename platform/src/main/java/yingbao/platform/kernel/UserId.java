package yingbao.platform.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a user of the platform. */
public record UserId(@JsonValue UUID value) implements Id {
    /** The platform itself, where it acts on nobody's behalf. */
    public static final UserId PLATFORM = new UserId(new UUID(0, 0));

    @JsonCreator
    public static UserId valueOf(String text) {
        return new UserId(UUID.fromString(text));
    }
}
