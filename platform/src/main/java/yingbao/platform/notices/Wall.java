package yingbao.platform.notices;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.value.AreaCode;

/** The wall as anybody sees it. Whoever asks is nobody, so the platform itself looks, and shows only what hangs. */
@Service
public class Wall {
    /** Fewer characters tell nothing. */
    static final int WORDS_LEAST = 5;

    private static final int FROM_ONE_ADDRESS = 5;
    private static final Duration WHILE = Duration.ofHours(1);
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int NUMBER_HALF = 5;

    private final NoticeQueries queries;
    private final ObjectionQueries objections;
    private final Divisions divisions;
    private final Audit audit;
    private final Today today;
    private final SecureRandom random = new SecureRandom();

    Wall(NoticeQueries queries, ObjectionQueries objections, Divisions divisions, Audit audit, Today today) {
        this.queries = queries;
        this.objections = objections;
        this.divisions = divisions;
        this.audit = audit;
        this.today = today;
    }

    /** A division with how many notices hang in it. */
    record WallPlace(String code, String name, boolean leaf, long notices) {}

    /**
     * The wall of a division.
     *
     * @param above the divisions around it, from the widest
     * @param places what lies in it
     * @param own how many notices hang on the division's own wall
     */
    record WallView(String code, String name, String path, List<WallPlace> above, List<WallPlace> places, long own) {}

    /** An objection as whoever has its number sees it. */
    record FollowedObjection(
            String number,
            String programme,
            String title,
            LocalDate lodgedOn,
            ObjectionView.State state,
            String answer,
            Optional<LocalDate> answeredOn) {}

    @Transactional(readOnly = true)
    WallView at(AreaCode area) {
        Divisions.AreaChoice here =
                divisions.choice(area).orElseThrow(() -> Refusal.notFound("areas.unknown", area.shortForm()));
        List<Divisions.AreaChoice> children = divisions.in(area, AreaScope.EVERYWHERE);
        Map<String, Long> counts = new HashMap<>();
        children.stream()
                .map(child -> AreaCode.parse(child.code()).shortForm().length())
                .distinct()
                .forEach(digits -> queries.counts(AreaScope.of(area), today.date(), digits)
                        .forEach(count -> counts.put(count.prefix(), count.notices())));
        List<WallPlace> places =
                children.stream().map(child -> place(child, counts)).toList();
        AreaScope own = new AreaScope(area.digits(), area.digits());
        return new WallView(
                area.digits(),
                here.name(),
                divisions.path(area),
                divisions.above(area).stream()
                        .map(choice -> new WallPlace(choice.code(), choice.name(), choice.leaf(), 0))
                        .toList(),
                places,
                queries.countHanging(own, today.date()));
    }

    private static WallPlace place(Divisions.AreaChoice child, Map<String, Long> counts) {
        String prefix = AreaCode.parse(child.code()).shortForm();
        return new WallPlace(child.code(), child.name(), child.leaf(), counts.getOrDefault(prefix, 0L));
    }

    /** What hangs on the very wall of a division: notices with a window first, then the long-term list. */
    @Transactional(readOnly = true)
    Page<WallNotice> hanging(AreaCode area, int offset, int size) {
        AreaScope own = new AreaScope(area.digits(), area.digits());
        LocalDate day = today.date();
        List<WallNotice> rows = queries.hanging(own, day, Math.max(0, offset), Page.bounded(size)).stream()
                .map(view -> WallNotice.of(view, day))
                .toList();
        return new Page<>(rows, queries.countHanging(own, day));
    }

    /**
     * One notice that hangs.
     *
     * @throws Refusal {@code notices.gone} when it does not, or no more
     */
    @Transactional(readOnly = true)
    WallNotice notice(NoticeId id) {
        return queries.find(id)
                .map(view -> WallNotice.of(view, today.date()))
                .filter(WallNotice::open)
                .orElseThrow(() -> Refusal.notFound("notices.gone"));
    }

    /**
     * Takes an objection.
     *
     * @param address from where it comes
     * @return the number by which it is followed
     * @throws Refusal {@code notices.gone}, {@code notices.words-short} (how many), {@code notices.too-many} (how many, hours)
     */
    @Transactional
    public String lodge(NoticeId id, String words, String contact, String address) {
        NoticeView notice = queries.find(id)
                .filter(view -> WallNotice.of(view, today.date()).open())
                .orElseThrow(() -> Refusal.notFound("notices.gone"));
        if (words.strip().length() < WORDS_LEAST) {
            throw Refusal.at("/words", "notices.words-short", WORDS_LEAST);
        }
        Instant now = today.instant();
        if (objections.lodgedFrom(address, now.minus(WHILE)) >= FROM_ONE_ADDRESS) {
            throw Refusal.conflict("notices.too-many", FROM_ONE_ADDRESS, WHILE.toHours());
        }
        ObjectionId objection = new ObjectionId(today.newId());
        String number = newNumber();
        objections.insert(new ObjectionQueries.Lodged(
                objection,
                number,
                notice,
                words.strip(),
                contact.isBlank() ? Optional.empty() : Optional.of(contact.strip()),
                address,
                today.date(),
                now));
        audit.record(
                "objection.lodge",
                "objection",
                objection.value(),
                new AreaCode(notice.wallCode()),
                Map.of("number", number, "notice", id.value().toString()));
        return number;
    }

    private String newNumber() {
        StringBuilder number = new StringBuilder();
        for (int at = 0; at < 2 * NUMBER_HALF; at++) {
            number.append(at == NUMBER_HALF ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }

    /**
     * What became of an objection.
     *
     * @throws Refusal {@code notices.number-unknown} when none bears the number
     */
    @Transactional(readOnly = true)
    FollowedObjection follow(String number) {
        return objections
                .byNumber(number.strip().toUpperCase(Locale.ROOT))
                .map(view -> new FollowedObjection(
                        view.number(),
                        view.programme(),
                        view.title(),
                        view.lodgedOn(),
                        view.state(),
                        view.answer(),
                        view.answeredOn()))
                .orElseThrow(() -> Refusal.notFound("notices.number-unknown", number));
    }
}
