package yingbao.platform.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice as those on the inside see it.
 *
 * @param to its last day; empty for a long-term list
 * @param closedHow why it was taken down; empty while it hangs
 * @param objections how many objections wait for an answer
 */
public record NoticeView(
        NoticeId id,
        UUID caseId,
        String programme,
        String title,
        String office,
        String wallCode,
        String wallPath,
        LocalDate from,
        Optional<LocalDate> to,
        List<Shown> shows,
        Optional<LocalDate> closedOn,
        String closedHow,
        int objections) {
    public NoticeView {
        shows = List.copyOf(shows);
    }
}
