package yingbao.policy.batch;

/** A fact of all households, or of all persons, as numbers. */
interface Column {
    boolean isKnown(int row);

    Gap gap();

    /** The number of a row; zero where nothing is known. */
    long value(int row);

    /** Copies the numbers of rows that follow each other. */
    void copyValues(int from, int rows, long[] into);

    /** Writes a mask where nothing is known, and nothing elsewhere. */
    void copyMissing(int from, int rows, long mask, long[] into);
}
