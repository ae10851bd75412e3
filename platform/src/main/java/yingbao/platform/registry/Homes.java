package yingbao.platform.registry;

import java.util.List;
import org.springframework.stereotype.Component;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.value.AreaCode;

/** Where households may live, and which numbers they may bear there. */
@Component
class Homes {
    private final EventQueries queries;
    private final RegisterQueries register;
    private final Divisions divisions;

    Homes(EventQueries queries, RegisterQueries register, Divisions divisions) {
        this.queries = queries;
        this.register = register;
        this.divisions = divisions;
    }

    /**
     * Families live in a village, not somewhere in a county.
     *
     * @throws Refusal {@code registry.no-home} (the area)
     */
    void require(AreaCode area) {
        if (!divisions.isSmallest(area)) {
            throw Refusal.at("/areaCode", "registry.no-home", area.digits());
        }
    }

    /**
     * Refuses a move that leads nowhere.
     *
     * @throws Refusal {@code registry.move-nowhere}
     */
    void refuseSame(RegisterQueries.HouseholdRow home, AreaCode area, String address) {
        if (home.area().equals(area) && home.address().equals(address)) {
            throw Refusal.at("/address", "registry.move-nowhere");
        }
    }

    /**
     * A number that no household of the township bears.
     *
     * @throws Refusal {@code registry.number-taken} (the number)
     */
    void refuseTaken(AreaCode area, String number) {
        if (number.isBlank() || queries.numberTaken(area, number)) {
            throw Refusal.at("/number", "registry.number-taken", number);
        }
    }

    /** The same for a household that may bear the number there already. */
    void refuseTaken(AreaCode area, String number, HouseholdId but) {
        RegisterQueries.HouseholdRow own = register.households(List.of(but.value())).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown"));
        boolean same =
                own.number().equals(number) && Matching.township(own.area()).equals(Matching.township(area));
        if (!same) {
            refuseTaken(area, number);
        }
    }
}
