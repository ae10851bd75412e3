package yingbao.platform.notices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a notice. */
public record NoticeId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static NoticeId valueOf(String text) {
        return new NoticeId(UUID.fromString(text));
    }
}
