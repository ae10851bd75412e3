package yingbao.bench;

/** Another engine that decides rural dibao of the same households, which it was given as it likes them. */
interface Peer {
    String name();

    /** Decides every household, one after the other. */
    void decide();

    /** The clauses that refuse a household, as bits. */
    int refused(int row);

    /** What a household gets a month, in fen; zero where it is not eligible. */
    long amountFen(int row);

    /** Whether nothing is open about a household that is not refused. */
    boolean isEligible(int row);
}
