package yingbao.policy.batch;

/** Where in a population something is missing. */
enum Gap {
    NOWHERE,
    SOMEWHERE,
    EVERYWHERE;

    static Gap of(long known, long all) {
        if (known == 0) {
            return EVERYWHERE;
        }
        return known == all ? NOWHERE : SOMEWHERE;
    }
}
