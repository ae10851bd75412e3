package yingbao.policy.value;

/** The five levels of the statistical divisions (统计用区划), from the largest to the smallest. */
public enum AreaLevel {
    /** 省级: digits 1–2. */
    PROVINCE(0, 2),
    /** 地级: digits 3–4. */
    PREFECTURE(2, 4),
    /** 县级: digits 5–6. */
    COUNTY(4, 6),
    /** 乡级: digits 7–9. */
    TOWNSHIP(6, 9),
    /** 村级: digits 10–12. */
    VILLAGE(9, 12);

    /** How many leading digits of a code stand above this level's own group. */
    final int groupStart;

    /** How many leading digits of a code name an area of this level. */
    final int prefixLength;

    AreaLevel(int groupStart, int prefixLength) {
        this.groupStart = groupStart;
        this.prefixLength = prefixLength;
    }
}
