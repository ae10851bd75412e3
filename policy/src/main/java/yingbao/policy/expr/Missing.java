package yingbao.policy.expr;

import java.util.Comparator;

/**
 * Something nobody has told yet, without which an answer stays open.
 *
 * @param kind whether a fact, the list of members, or a parameter is missing
 * @param name the full name as expressions write it, for example {@code person.disability_grade}
 * @param subject whose: the person's or household's id, or the area code for a parameter
 */
public record Missing(Kind kind, String name, String subject) implements Comparable<Missing> {

    /** What is missing. */
    public enum Kind {
        FACT,
        MEMBERS,
        PARAMETER
    }

    /** The full name of the list of members. */
    public static final String MEMBERS_NAME = Expressions.HOUSEHOLD + "." + Expressions.MEMBERS;

    private static final Comparator<Missing> ORDER =
            Comparator.comparing(Missing::kind).thenComparing(Missing::name).thenComparing(Missing::subject);

    @Override
    public int compareTo(Missing other) {
        return ORDER.compare(this, other);
    }
}
