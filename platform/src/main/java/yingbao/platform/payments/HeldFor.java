package yingbao.platform.payments;

/** Why nothing can be paid to somebody. */
public enum HeldFor {
    /** None is registered. */
    NO_ACCOUNT,
    /** What is registered is no account's number. */
    FAULTY_ACCOUNT,
    /** The bank could not pay by it before; it was not corrected since, and nobody has said that it is right. */
    REFUSED_ACCOUNT,
    /** What it rests on is suspended or ended, and nobody has decided yet what becomes of it. */
    RESTS_ON
}
