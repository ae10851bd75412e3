package yingbao.policy.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Money;

/** A household put together fact by fact, as the small pack knows them. */
final class Family {
    private final Map<String, Value> facts = new HashMap<>();
    private final List<Member> members = new ArrayList<>();

    private String area = "980101";

    private record Member(String id, Map<String, Value> facts) {}

    /** A local family of which nothing stands against the basic programme but its income, which is still to be said. */
    static Family local() {
        return new Family().hukou("local").savingsOk(true);
    }

    Family in(String code) {
        area = code;
        return this;
    }

    Family hukou(String code) {
        return with("hukou", new Value.Text(code));
    }

    Family income(String yuan) {
        return with("income", money(yuan));
    }

    Family savingsOk(boolean fine) {
        return with("savings_ok", Value.Flag.of(fine));
    }

    Family with(String fact, Value value) {
        facts.put(fact, value);
        return this;
    }

    Family member(String id, Map<String, Value> known) {
        members.add(new Member(id, known));
        return this;
    }

    /** A member of whom everything is known that programmes ask. */
    Family member(String id, String birth, String grade, boolean able) {
        return member(id, Map.of("birth", day(birth), "grade", new Value.Text(grade), "able", Value.Flag.of(able)));
    }

    static Value money(String yuan) {
        return new Value.Whole(Money.ofYuan(yuan).fen());
    }

    static Value day(String date) {
        return new Value.Whole(LocalDate.parse(date).toEpochDay());
    }

    Household at(Pack pack) {
        return new Household(
                AreaCode.parse(area),
                Facts.of("H", Holder.HOUSEHOLD, pack.vocabulary(), facts),
                members.stream()
                        .map(member -> Facts.of(member.id(), Holder.PERSON, pack.vocabulary(), member.facts()))
                        .toList());
    }

    /** What a programme says on a day, to the household or to its first member. */
    Decision decide(Pack pack, String programme, String on) {
        return decide(pack, programme, on, 0);
    }

    Decision decide(Pack pack, String programme, String on, int member) {
        Household household = at(pack);
        String unit = pack.programmes().stream()
                        .anyMatch(
                                candidate -> candidate.id().equals(programme) && candidate.holder() == Holder.HOUSEHOLD)
                ? household.id()
                : household.members().get(member).id();
        return new Engine(pack, LocalDate.parse(on))
                .decide(household).stream()
                        .filter(decision -> decision.basis().programme().id().equals(programme)
                                && decision.basis().unitId().equals(unit))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(programme + " is not in force on " + on));
    }
}
