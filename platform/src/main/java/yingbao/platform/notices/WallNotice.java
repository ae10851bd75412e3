package yingbao.platform.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yingbao.platform.kernel.Posted;

/**
 * A notice as anybody sees it.
 *
 * @param to its last day; empty for a long-term list
 * @param open whether it hangs today, so that an objection can be lodged
 */
@Posted
public record WallNotice(
        NoticeId id,
        String programme,
        String title,
        String office,
        String wallCode,
        String wallPath,
        LocalDate from,
        Optional<LocalDate> to,
        List<Shown> shows,
        boolean open) {
    public WallNotice {
        shows = List.copyOf(shows);
    }

    static WallNotice of(NoticeView view, LocalDate today) {
        boolean open =
                view.closedOn().isEmpty() && view.to().filter(today::isAfter).isEmpty();
        return new WallNotice(
                view.id(),
                view.programme(),
                view.title(),
                view.office(),
                view.wallCode(),
                view.wallPath(),
                view.from(),
                view.to(),
                view.shows(),
                open);
    }
}
