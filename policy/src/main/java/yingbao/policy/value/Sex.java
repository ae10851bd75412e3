package yingbao.policy.value;

/** The sexes of GB/T 2261.1 that a citizen number can tell. */
public enum Sex {
    MALE(1),
    FEMALE(2);

    private final int code;

    Sex(int code) {
        this.code = code;
    }

    /** The code of GB/T 2261.1: 1 男, 2 女. */
    public int code() {
        return code;
    }
}
