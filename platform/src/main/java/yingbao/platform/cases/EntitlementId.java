package yingbao.platform.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of an entitlement. */
public record EntitlementId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static EntitlementId valueOf(String text) {
        return new EntitlementId(UUID.fromString(text));
    }
}
