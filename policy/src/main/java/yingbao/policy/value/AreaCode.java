package yingbao.policy.value;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A division in the 12-digit statistical code (统计用区划代码) of the National Bureau of Statistics: groups of 2, 2, 2, 3 and
 * 3 digits for province, prefecture, county, township and village, whose first six digits are those of GB/T 2260.
 *
 * <p>A code of a higher level ends in groups of zeros. A group inside may be zero as well, where a prefecture has towns
 * but no counties. Whether such a division exists, or existed on a day, is not known here.
 *
 * @param digits all twelve digits
 */
public record AreaCode(String digits) implements Comparable<AreaCode> {
    private static final int LENGTH = AreaLevel.VILLAGE.prefixLength;
    private static final Pattern WHOLE_GROUPS = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");
    private static final List<AreaLevel> SMALLEST_FIRST =
            List.of(AreaLevel.values()).reversed();

    /**
     * A code of exactly twelve digits.
     *
     * @throws ValueException with the codes of {@link #parse}
     */
    public AreaCode {
        if (digits.isEmpty() || !digits.chars().allMatch(character -> character >= '0' && character <= '9')) {
            throw new ValueException("area-code.format", digits);
        }
        if (digits.length() != LENGTH) {
            throw new ValueException("area-code.length", digits);
        }
        if (digits.startsWith("00")) {
            throw new ValueException("area-code.province", digits);
        }
    }

    /**
     * Reads a code of 2, 4, 6, 9 or 12 digits; what a shorter one leaves out is zeros. Full-width digits and
     * surrounding blanks are accepted.
     *
     * @throws ValueException {@code area-code.format} (the text) when something else than digits is in it,
     *     {@code area-code.length} (the text) when their number is another, {@code area-code.province} (the code) when
     *     the first two digits are zeros
     */
    public static AreaCode parse(String typed) {
        String digits = TypedText.plain(typed);
        return new AreaCode(WHOLE_GROUPS.matcher(digits).matches() ? padded(digits) : digits);
    }

    /** The level of the last group that is not zeros. */
    public AreaLevel level() {
        return SMALLEST_FIRST.stream()
                .filter(this::hasGroupAt)
                .findFirst()
                .orElseThrow(() -> new AssertionError("a code always names a province"));
    }

    /**
     * The area of the given level that this one lies in, or this one itself. Where a prefecture has no counties, the
     * county of its towns is the prefecture's own code.
     *
     * @throws ValueException {@code area-code.level} (this code, the level) when this area is larger than that level
     */
    public AreaCode at(AreaLevel level) {
        if (level.compareTo(level()) > 0) {
            throw new ValueException("area-code.level", this, level);
        }
        return new AreaCode(padded(digits.substring(0, level.prefixLength)));
    }

    /** Whether the other area is this one or lies in it. */
    public boolean contains(AreaCode other) {
        return other.digits.startsWith(shortForm());
    }

    /**
     * The code of this area after the area it lies in was given another code: the digits of the old ancestor are
     * replaced by those of the new one, as when a county passes to another prefecture. The area may be the old ancestor
     * itself.
     *
     * @throws ValueException {@code area-code.outside} (this code, the old ancestor) when this area does not lie in the
     *     old ancestor, {@code area-code.levels} (the old ancestor, the new ancestor) when the ancestors' levels differ
     */
    public AreaCode movedTo(AreaCode oldAncestor, AreaCode newAncestor) {
        if (!oldAncestor.contains(this)) {
            throw new ValueException("area-code.outside", this, oldAncestor);
        }
        if (oldAncestor.level() != newAncestor.level()) {
            throw new ValueException("area-code.levels", oldAncestor, newAncestor);
        }
        String prefix = newAncestor.shortForm();
        return new AreaCode(prefix + digits.substring(prefix.length()));
    }

    /** The digits down to the area's own level, 2, 4, 6, 9 or 12 of them; {@link #parse} reads them back. */
    public String shortForm() {
        return digits.substring(0, level().prefixLength);
    }

    /** By digits, so that an area comes right before those that lie in it. */
    @Override
    public int compareTo(AreaCode other) {
        return digits.compareTo(other.digits);
    }

    /** All twelve digits. */
    @Override
    public String toString() {
        return digits;
    }

    private boolean hasGroupAt(AreaLevel level) {
        return digits.substring(level.groupStart, level.prefixLength).chars().anyMatch(digit -> digit != '0');
    }

    private static String padded(String prefix) {
        return prefix + "0".repeat(LENGTH - prefix.length());
    }
}
