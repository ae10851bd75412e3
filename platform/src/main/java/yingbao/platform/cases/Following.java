package yingbao.platform.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Today;
import yingbao.platform.notices.Notices;
import yingbao.platform.registry.FactsChanged;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.HouseholdMoved;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;
import yingbao.policy.value.AreaCode;

/**
 * Lets cases follow those whom they are about. Out of its county no case goes: there it is proposed to end it, and the new
 * county is applied to anew.
 */
@Component
class Following {
    private final CaseQueries queries;
    private final Notices notices;
    private final Register register;
    private final Today today;

    Following(CaseQueries queries, Notices notices, Register register, Today today) {
        this.queries = queries;
        this.notices = notices;
        this.register = register;
        this.today = today;
    }

    /** A household's cases are seen where it lives now, under the number that it bears there. */
    @EventListener
    void moved(HouseholdMoved moved) {
        List<CaseRow> staying = queries.ofHousehold(moved.household()).stream()
                .filter(row -> staysInCounty(row, moved.to()))
                .toList();
        queries.rehouse(staying.stream().map(CaseRow::id).toList(), moved.household(), moved.number());
        follow(staying, moved.to());
    }

    /** What a person draws goes with them into another household. */
    @EventListener
    void changed(FactsChanged changed) {
        changed.person().ifPresent(this::followPerson);
    }

    private void followPerson(PersonId person) {
        List<CaseRow> rows = queries.openOfPerson(person);
        if (!rows.isEmpty()) {
            Optional.ofNullable(register.lines(List.of(person)).get(person))
                    .flatMap(line -> register.find(line.household(), today.date()))
                    .ifPresent(home -> follow(rows, home));
        }
    }

    private void follow(List<CaseRow> rows, HouseholdFile home) {
        List<CaseRow> moving = rows.stream()
                .filter(row -> !row.household().equals(home.id()))
                .filter(row -> staysInCounty(row, home.area()))
                .toList();
        queries.rehouse(moving.stream().map(CaseRow::id).toList(), home.id(), home.number());
        follow(moving, home.area());
    }

    private static boolean staysInCounty(CaseRow row, AreaCode to) {
        return AreaScope.of(row.county()).contains(to);
    }

    private void follow(List<CaseRow> rows, AreaCode to) {
        List<CaseId> moving = rows.stream()
                .filter(row -> staysInCounty(row, to) && !row.area().equals(to))
                .map(CaseRow::id)
                .toList();
        if (!moving.isEmpty()) {
            notices.follow(moving.stream().map(CaseId::value).toList(), to);
            queries.follow(moving, to);
        }
    }
}
