package yingbao.platform.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import yingbao.platform.kernel.Id;

/** The id of a proposal. */
public record ProposalId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static ProposalId valueOf(String text) {
        return new ProposalId(UUID.fromString(text));
    }
}
