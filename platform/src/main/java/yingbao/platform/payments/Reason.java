package yingbao.platform.payments;

/**
 * Why a line of a run is there, seen from what was paid for the month before, or decided where nothing was paid: whoever
 * draws more than last month by a standard raised for months past is told so.
 */
public enum Reason {
    /** Nothing was paid or decided for the month before. */
    NEW,
    UNCHANGED,
    RAISED,
    LOWERED,
    /** Something was paid or decided for the month before, and nothing is for this one. */
    ENDED,
    /** Too little was posted for the month. */
    ARREARS,
    /** Too much was posted for the month. */
    RECOVERY,
    /** The bank could not pay it before. */
    REISSUED
}
