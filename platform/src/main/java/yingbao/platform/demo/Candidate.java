package yingbao.platform.demo;

import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Money;

/**
 * Somebody who could draw a programme.
 *
 * @param person of a person's programme
 * @param number the household's number
 * @param name of the person, or of the household's first member
 * @param last the member who comes last; of a household of one the same as the first
 * @param members how many they are
 * @param months what is due in each month in which anything is, by the files of the pack
 */
record Candidate(
        String programme,
        HouseholdId household,
        Optional<PersonId> person,
        AreaCode area,
        String number,
        String name,
        PersonId last,
        int members,
        SortedMap<YearMonth, Money> months) {
    private static final int RESERVED_OF = 8;
    private static final int RESERVED = 3;

    /** Whether somebody's papers are still to come, so that their case can be told live. */
    boolean reserved() {
        return ordinal() % RESERVED_OF == RESERVED;
    }

    /** The running number of the household. */
    int ordinal() {
        return Integer.parseInt(number.replaceAll("\\D", ""));
    }
}
