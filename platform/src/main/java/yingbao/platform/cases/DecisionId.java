package yingbao.platform.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a decision. */
public record DecisionId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static DecisionId valueOf(String text) {
        return new DecisionId(UUID.fromString(text));
    }
}
