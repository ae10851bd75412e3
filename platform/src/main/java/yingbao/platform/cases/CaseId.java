package yingbao.platform.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a case. */
public record CaseId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static CaseId valueOf(String text) {
        return new CaseId(UUID.fromString(text));
    }
}
