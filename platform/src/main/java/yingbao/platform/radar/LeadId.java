package yingbao.platform.radar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a lead. */
public record LeadId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static LeadId valueOf(String text) {
        return new LeadId(UUID.fromString(text));
    }
}
