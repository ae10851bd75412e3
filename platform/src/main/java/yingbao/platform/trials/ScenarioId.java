package yingbao.platform.trials;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a scenario. */
public record ScenarioId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static ScenarioId valueOf(String text) {
        return new ScenarioId(UUID.fromString(text));
    }
}
