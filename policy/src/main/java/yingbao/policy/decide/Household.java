package yingbao.policy.decide;

import java.util.List;
import yingbao.policy.expr.Facts;
import yingbao.policy.value.AreaCode;

/**
 * A household to be decided.
 *
 * @param area where it lives, under the code valid on the day asked about
 * @param facts what is known about it
 * @param members what is known about its members; empty when nobody has listed them
 */
public record Household(AreaCode area, Facts facts, List<Facts> members) {
    public Household {
        members = List.copyOf(members);
    }

    public String id() {
        return facts.id();
    }
}
