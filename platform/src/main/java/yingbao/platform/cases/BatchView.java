package yingbao.platform.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a confirmed standard would change for all who draw something.
 *
 * @param parameterLabel what people call the parameter
 * @param state {@code PREPARING}, {@code OPEN}, {@code CONFIRMED}, {@code DROPPED}, or {@code SETTLED} where nothing of it waits
 *     any more
 * @param affected for how many something would change
 * @param adjustable how many of them still wait and are adjusted when the batch is confirmed
 * @param unchanged for how many nothing
 * @param undetermined for how many it cannot be said, so that nothing is proposed
 * @param waiting how many proposals still wait, among them those that would end something and go step by step
 * @param formerFen what those affected draw a month
 * @param proposedFen what they would
 * @param arrearsFen what would be paid for the months before the one in which it was worked out, which its own run
 *     pays
 */
public record BatchView(
        UUID id,
        String parameterLabel,
        String areaPath,
        LocalDate from,
        String causeText,
        String state,
        int affected,
        int adjustable,
        int unchanged,
        int undetermined,
        long waiting,
        long formerFen,
        long proposedFen,
        long arrearsFen,
        Instant madeAt,
        Optional<Instant> decidedAt,
        String decidedBy) {}
