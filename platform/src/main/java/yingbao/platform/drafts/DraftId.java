package yingbao.platform.drafts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a draft. */
public record DraftId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static DraftId valueOf(String text) {
        return new DraftId(UUID.fromString(text));
    }
}
