package yingbao.platform.kernel;

import yingbao.policy.value.AreaCode;

/**
 * The areas that somebody may see: one division and all in it, as an interval of twelve-digit codes.
 *
 * @param from the first code
 * @param to the last code
 */
public record AreaScope(String from, String to) {
    private static final int LENGTH = 12;

    /** Everything; for work that the platform does on nobody's behalf. */
    public static final AreaScope EVERYWHERE = new AreaScope("0".repeat(LENGTH), "9".repeat(LENGTH));

    /** A division with all in it. */
    public static AreaScope of(AreaCode area) {
        String prefix = area.shortForm();
        return new AreaScope(area.digits(), prefix + "9".repeat(LENGTH - prefix.length()));
    }

    public boolean contains(AreaCode area) {
        return area.digits().compareTo(from) >= 0 && area.digits().compareTo(to) <= 0;
    }

    /** What lies in both; empty of areas where nothing does. */
    public AreaScope intersect(AreaScope other) {
        return new AreaScope(
                from.compareTo(other.from) >= 0 ? from : other.from, to.compareTo(other.to) <= 0 ? to : other.to);
    }
}
