package yingbao.policy.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import yingbao.policy.expr.Facts;
import yingbao.policy.value.AreaCode;

/** A household while its rows are being gathered. Once one of them is faulty, it stays held back. */
final class Draft {
    private final Facts facts;
    private final Origin origin;
    private final List<Member> members = new ArrayList<>(2);
    private boolean heldBack;

    /** A member and the row that names it. */
    record Member(Facts facts, Origin origin) {}

    Draft(Facts facts, Origin origin) {
        this.facts = facts;
        this.origin = origin;
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
