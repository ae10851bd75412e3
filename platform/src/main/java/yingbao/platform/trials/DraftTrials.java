package yingbao.platform.trials;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.drafts.DraftContents;
import yingbao.platform.drafts.DraftId;
import yingbao.platform.drafts.DraftPart;
import yingbao.platform.drafts.TriedDraft;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.policy.batch.Trial;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;

/**
 * Tries drafts of the rules. A scenario names its draft and copies nothing of it, so that there is nothing that could be older
 * than the draft; every answer says of which state of the draft it speaks.
 */
@Service
class DraftTrials {
    private static final int NAME_MAX = 60;

    private final DraftContents drafts;
    private final Trials trials;
    private final Trying trying;
    private final TrialQueries queries;
    private final Today today;
    private final Texts texts;

    DraftTrials(DraftContents drafts, Trials trials, Trying trying, TrialQueries queries, Today today, Texts texts) {
        this.drafts = drafts;
        this.trials = trials;
        this.trying = trying;
        this.queries = queries;
        this.today = today;
        this.texts = texts;
    }

    /** What a trial shows of a part of a draft. */
    enum Reach {
        /** It is in every figure. */
        COUNTED,
        /** It is held against the values, and changes nobody's amount. */
        DEMANDED,
        /** A value that decides about nobody, such as by when something must be done. */
        NO_AMOUNT,
        /** The areas have set and confirmed this value themselves, which goes before. */
        SET_BY_AREAS,
        /** Golden cases and English words: they say the same in other ways. */
        NO_RULE
    }

    /** A part of a draft, and what a trial shows of it. */
    record TriedPart(String text, Optional<LocalDate> from, Reach reach) {}

    /** What is tried of a draft as it stands, and what is not. */
    record TriedParts(DraftId id, String title, int change, Instant changedAt, List<TriedPart> parts) {}

    /**
     * The scenario of a draft for the caller's area: the one that is kept and changes nothing else, or a new one from the month
     * on in which the draft begins.
     *
     * @throws yingbao.platform.kernel.Refusal those of a draft that cannot be tried
     */
    @Transactional
    ScenarioView scenario(DraftId id) {
        TriedDraft draft = drafts.tried(id);
        YearMonth now = YearMonth.from(today.date());
        Tried tried = trying.tried(asked(id, now, now));
        return queries.ofDraft(id, Callers.current().area()).map(trials::find).orElseGet(() -> {
            Drafted drafted =
                    new Drafted(trials.present(), tried.after(), draft.files().keySet());
            YearMonth from =
                    latest(now, drafted.first().orElse(now), Asked.LAST.minusMonths(Asked.LAST.getMonthValue() - 1L));
            YearMonth to = earliest(
                    latest(yearAfter(from), drafted.whole().orElse(from), Asked.LAST),
                    from.plusMonths(Asked.MONTHS_MAX));
            return trials.keepTrial(name(draft), asked(id, from, to), id);
        });
    }

    private static Asked asked(DraftId draft, YearMonth from, YearMonth to) {
        return new Asked("", from, to, "", List.of(), List.of(), Optional.of(draft));
    }

    private static YearMonth yearAfter(YearMonth month) {
        return YearMonth.of(month.getYear() + 1, 12);
    }

    /** The later of two, and none after the last. */
    private static YearMonth latest(YearMonth one, YearMonth other, YearMonth last) {
        return earliest(one.isAfter(other) ? one : other, last);
    }

    private static YearMonth earliest(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private String name(TriedDraft draft) {
        String name = texts.text("trials.draft-name", draft.title());
        return name.length() <= NAME_MAX ? name : name.substring(0, NAME_MAX - 1) + "…";
    }

    /** What of a draft a trial shows, and of what it shows nothing. */
    TriedParts parts(DraftId id) {
        TriedDraft draft = drafts.tried(id);
        YearMonth now = YearMonth.from(today.date());
        Tried tried = trying.tried(asked(id, now, now));
        Map<LocalDate, Set<String>> shown = new HashMap<>();
        List<TriedPart> parts = drafts.parts(id).stream()
                .map(part -> new TriedPart(
                        part.text(), part.from().filter(day -> !day.equals(LocalDate.MIN)), reach(part, tried, shown)))
                .toList();
        return new TriedParts(id, draft.title(), draft.change(), draft.changedAt(), parts);
    }

    private Reach reach(DraftPart part, Tried tried, Map<LocalDate, Set<String>> shown) {
        return switch (part.kind()) {
            case RULE -> Reach.COUNTED;
            case DEMAND -> Reach.DEMANDED;
            case WORDS -> Reach.NO_RULE;
            case VALUE -> {
                LocalDate day =
                        part.from().filter(from -> from.isAfter(today.date())).orElse(today.date());
                yield value(part.parameter(), tried, day, shown);
            }
        };
    }

    private static Reach value(String name, Tried tried, LocalDate day, Map<LocalDate, Set<String>> shown) {
        Pack after = tried.after();
        if (!tried.parameters().contains(name)) {
            return Reach.SET_BY_AREAS;
        }
        Set<String> counted = shown.computeIfAbsent(day, on -> Trial.shown(after, on));
        boolean isShare = after.programmesOn(day).stream()
                .map(Programme::fundShares)
                .anyMatch(shares -> shares.containsValue(name));
        if (counted.contains(name) || isShare) {
            return Reach.COUNTED;
        }
        return after.mandates().stream().anyMatch(mandate -> Standing.speaksOf(mandate, after, Set.of(name)))
                ? Reach.DEMANDED
                : Reach.NO_AMOUNT;
    }
}
