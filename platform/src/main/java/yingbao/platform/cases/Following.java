package yingbao.platform.cases;

import java.util.ArrayList;
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
import yingbao.platform.registry.MergeUndone;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.PersonsMerged;
import yingbao.platform.registry.Register;
import yingbao.policy.value.AreaCode;

/**
 * Lets cases follow those whom they are about. Out of its county no case goes: there it is proposed to end it, and the new
 * county is applied to anew.
 */
@Component
class Following {
    private final CaseQueries cases;
    private final FollowQueries queries;
    private final Notices notices;
    private final Register register;
    private final Today today;

    Following(CaseQueries cases, FollowQueries queries, Notices notices, Register register, Today today) {
        this.cases = cases;
        this.queries = queries;
        this.notices = notices;
        this.register = register;
        this.today = today;
    }

    /** A household's cases are seen where it lives now, under the number that it bears there. */
    @EventListener
    void moved(HouseholdMoved moved) {
        List<CaseRow> staying = cases.ofHousehold(moved.household()).stream()
                .filter(row -> staysInCounty(row, moved.to()))
                .toList();
        queries.rehouse(ids(staying), moved.household(), moved.number());
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
            home(person).ifPresent(home -> follow(rows, home));
        }
    }

    /**
     * The cases of somebody who was registered twice are those of the one who remains, and so are the cases of a household
     * of which nobody remains.
     */
    @EventListener
    void merged(PersonsMerged merged) {
        List<CaseRow> rows = new ArrayList<>(queries.ofPerson(merged.loser()));
        boolean nobodyLeft = register.find(merged.home(), today.date())
                .filter(left -> left.memberIds().isEmpty())
                .isPresent();
        if (nobodyLeft) {
            cases.ofHousehold(merged.home()).stream()
                    .filter(row -> row.person().isEmpty())
                    .forEach(rows::add);
        }
        if (!rows.isEmpty()) {
            queries.merge(ids(rows), merged.loser(), merged.winner());
            home(merged.winner()).ifPresent(home -> follow(rows, home));
        }
    }

    /** They go back when the two are two again. */
    @EventListener
    void separated(MergeUndone undone) {
        List<CaseRow> rows = queries.merged(undone.loser(), undone.winner());
        if (!rows.isEmpty()) {
            home(undone.loser()).ifPresent(home -> {
                queries.separate(ids(rows), undone.loser(), home.id(), home.number());
                follow(rows, home.area());
            });
        }
    }

    private Optional<HouseholdFile> home(PersonId person) {
        return Optional.ofNullable(register.lines(List.of(person)).get(person))
                .flatMap(line -> register.find(line.household(), today.date()));
    }

    private void follow(List<CaseRow> rows, HouseholdFile home) {
        List<CaseRow> moving = rows.stream()
                .filter(row -> !row.household().equals(home.id()))
                .filter(row -> staysInCounty(row, home.area()))
                .toList();
        queries.rehouse(ids(moving), home.id(), home.number());
        follow(moving, home.area());
    }

    private static boolean staysInCounty(CaseRow row, AreaCode to) {
        return AreaScope.of(row.county()).contains(to);
    }

    private void follow(List<CaseRow> rows, AreaCode to) {
        List<CaseId> moving = ids(rows.stream()
                .filter(row -> staysInCounty(row, to) && !row.area().equals(to))
                .toList());
        if (!moving.isEmpty()) {
            notices.follow(moving.stream().map(CaseId::value).toList(), to);
            queries.follow(moving, to);
        }
    }

    private static List<CaseId> ids(List<CaseRow> rows) {
        return rows.stream().map(CaseRow::id).toList();
    }
}
