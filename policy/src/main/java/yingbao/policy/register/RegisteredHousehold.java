package yingbao.policy.register;

import java.util.List;
import yingbao.policy.expr.Facts;
import yingbao.policy.value.AreaCode;

/**
 * A household of a register, with everybody who belongs to it.
 *
 * @param area where it lives, under the code valid on the day the register was read for
 * @param facts what is known about it; bears its id
 * @param members what is known about its members, at least one, in the order of their ids
 * @param origin where the household was read
 * @param memberOrigins where each member was read, in the members' order
 */
public record RegisteredHousehold(
        AreaCode area, Facts facts, List<Facts> members, Origin origin, List<Origin> memberOrigins) {
    public RegisteredHousehold {
        members = List.copyOf(members);
        memberOrigins = List.copyOf(memberOrigins);
    }

    /** The household's id as the register gives it. */
    public String id() {
        return facts.id();
    }
}
