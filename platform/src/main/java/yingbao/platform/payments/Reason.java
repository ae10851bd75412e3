package yingbao.platform.payments;

/** Why a line of a run is there, seen from the month before. */
public enum Reason {
    /** Nothing was decided for the month before. */
    NEW,
    UNCHANGED,
    RAISED,
    LOWERED,
    /** Something was decided for the month before, and nothing for this one. */
    ENDED,
    /** Too little was posted for the month. */
    ARREARS,
    /** Too much was posted for the month. */
    RECOVERY,
    /** The bank could not pay it before. */
    REISSUED
}
