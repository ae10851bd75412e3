package yingbao.cli;

/** What the exit code tells. */
enum Exit {
    DONE(0),
    /** The work was done and found something: bad rows, faults, differences, broken mandates. */
    FOUND(1),
    /** The command could not do its work as it was given. */
    MISUSED(2),
    /** The program itself failed. */
    BROKEN(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
