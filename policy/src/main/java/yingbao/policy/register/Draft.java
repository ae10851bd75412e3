package yingbao.policy.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;

/** A household while its rows are being gathered. Once one of them is faulty, it stays held back. */
final class Draft {
    private final Facts facts;
    private final Origin origin;
    private final int residence;
    private final List<Member> members = new ArrayList<>(2);
    private boolean heldBack;

    /** A member and the row that names it. */
    record Member(Facts facts, Origin origin) {}

    /**
     * A household without members yet.
     *
     * @param residence the slot of the area where it lives
     */
    Draft(Facts facts, Origin origin, int residence) {
        this.facts = facts;
        this.origin = origin;
        this.residence = residence;
    }

    /** The text in a slot, if one is known. */
    static Optional<String> text(Facts facts, int slot) {
        return facts.given(slot)
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast)
                .map(Value.Text::value);
    }

    String id() {
        return facts.id();
    }

    Facts facts() {
        return facts;
    }

    Origin origin() {
        return origin;
    }

    /** Where it lives, unless that cell is faulty. */
    Optional<AreaCode> area() {
        return text(facts, residence).map(AreaCode::new);
    }

    void add(Member member) {
        members.add(member);
    }

    /** The members in the order of their ids. */
    List<Member> members() {
        members.sort(Comparator.comparing(member -> member.facts().id(), Register.BY_ID));
        return members;
    }

    void holdBack() {
        heldBack = true;
    }

    boolean isHeldBack() {
        return heldBack;
    }

    RegisteredHousehold registered(AreaCode area) {
        List<Member> sorted = members();
        return new RegisteredHousehold(
                area,
                facts,
                sorted.stream().map(Member::facts).toList(),
                origin,
                sorted.stream().map(Member::origin).toList());
    }
}
