package yingbao.platform.jobs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a job. */
public record JobId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static JobId valueOf(String text) {
        return new JobId(UUID.fromString(text));
    }
}
