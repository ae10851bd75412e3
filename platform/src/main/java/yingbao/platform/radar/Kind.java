package yingbao.platform.radar;

/** What a lead is about. */
enum Kind {
    /** The rules grant it, nobody draws it and nobody has applied. */
    NOT_RECEIVING,
    /** It is drawn, and the rules do not grant it any more. */
    NO_LONGER_ELIGIBLE,
    /** It is drawn twice, or beside something that rules it out. */
    TWICE,
    /** One fact that nobody has stated would settle it. */
    ONE_VISIT
}
