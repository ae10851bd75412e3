package yingbao.policy.pack;

import java.util.List;
import java.util.Optional;
import yingbao.policy.value.AreaLevel;

/**
 * What is shown of a case in public while it is in a state: for so many days with a window for objections, or as long as
 * it stays there (a long-term list, 长期公示).
 *
 * @param where at which level it hangs
 * @param parameter the parameter that holds its days; empty for a long-term list
 * @param shows what it tells of a case, in order
 * @param mask how names are written
 * @param onObjection the action taken when somebody objects; empty for a long-term list
 * @param onClear the action that is possible only when the days are over and no objection is open; empty for a long-term
 *     list
 * @param location where it is declared
 */
public record Notice(
        AreaLevel where,
        Optional<String> parameter,
        List<Shown> shows,
        Mask mask,
        Optional<String> onObjection,
        Optional<String> onClear,
        Location location) {

    /** Whether it hangs as long as the case is in the state. */
    public boolean longList() {
        return parameter.isEmpty();
    }

    /** Something told of a case. */
    public sealed interface Shown {
        /** The heading it stands under. */
        String title();

        Location location();

        /** What the platform knows of every case. */
        record Known(Item item, String title, Location location) implements Shown {}

        /** What was entered in the form of a state: a choice, flag, count, date or amount, never free text or people. */
        record Entered(String state, String field, String title, Location location) implements Shown {}
    }

    /** What the platform knows of every case. */
    public enum Item {
        /** The applicant's name, masked. */
        NAME,
        /** The names of the household's members, masked. */
        MEMBERS,
        /** How many members the household has. */
        SIZE,
        /** The amount that is proposed or paid. */
        AMOUNT
    }

    /**
     * How names are written.
     *
     * @param name of whoever is not below the age
     * @param surnameBelow parameter, in years: whoever is younger is written by surname only; empty for no such age
     */
    public record Mask(Names name, Optional<String> surnameBelow) {}

    /** A way to write a name. */
    public enum Names {
        /** 张三. */
        FULL,
        /** 张某某. */
        SURNAME
    }
}
