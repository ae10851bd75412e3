package yingbao.platform.drafts;

/**
 * Where a draft stands, for whoever shows what was tried of it.
 *
 * @param change how often its contents were changed so far
 */
public record DraftStanding(DraftId id, String title, State state, int change) {

    /** Whether it may still change. */
    public enum State {
        OPEN,
        WAITING,
        PUBLISHED,
        DROPPED
    }

    static DraftStanding of(Draft draft, int change) {
        return new DraftStanding(
                draft.id(),
                draft.title(),
                switch (draft.state()) {
                    case OPEN -> State.OPEN;
                    case WAITING -> State.WAITING;
                    case PUBLISHED -> State.PUBLISHED;
                    case DROPPED -> State.DROPPED;
                },
                change);
    }
}
