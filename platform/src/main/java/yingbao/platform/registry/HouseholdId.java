package yingbao.platform.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a household. */
public record HouseholdId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static HouseholdId valueOf(String text) {
        return new HouseholdId(UUID.fromString(text));
    }
}
