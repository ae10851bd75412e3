package yingbao.platform.radar;

/** How far a lead is. */
enum Standing {
    /** It waits for somebody. */
    OPEN,
    /** Somebody has applied; it closes when that is decided. */
    UNDER_WAY,
    CLOSED
}
