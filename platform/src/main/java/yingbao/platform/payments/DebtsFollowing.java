package yingbao.platform.payments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Today;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.MergeUndone;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.PersonsMerged;
import yingbao.platform.registry.Register;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Lets debts follow those who owe them when the register finds that somebody was registered twice. */
@Component
class DebtsFollowing {
    private final FollowingQueries queries;
    private final RunQueries runs;
    private final Register register;
    private final Divisions divisions;
    private final Today today;

    DebtsFollowing(FollowingQueries queries, RunQueries runs, Register register, Divisions divisions, Today today) {
        this.queries = queries;
        this.runs = runs;
        this.register = register;
        this.divisions = divisions;
        this.today = today;
    }

    /**
     * The one who remains answers for what the other owes. So does their household for that of a household of the same
     * county of which nobody remains, as its cases are theirs.
     */
    @EventListener
    void merged(PersonsMerged merged) {
        home(merged.winner()).ifPresent(home -> {
            hold(
                    Stream.of(home.area()),
                    List.of(
                            merged.loser().value(),
                            merged.winner().value(),
                            merged.home().value(),
                            home.id().value()));
            queries.merge(merged.loser().value(), merged.winner().value(), home, merged.loser(), today.instant());
            register.find(merged.home(), today.date())
                    .filter(left -> left.memberIds().isEmpty() && !left.id().equals(home.id()))
                    .filter(left -> county(left.area()).equals(county(home.area())))
                    .ifPresent(left ->
                            queries.merge(left.id().value(), home.id().value(), home, merged.loser(), today.instant()));
        });
    }

    /**
     * Each answers for themselves again. What was paid meanwhile against the other's debt to a county has lowered that
     * debt: it is not left as something that the payer is owed.
     */
    @EventListener
    void separated(MergeUndone undone) {
        List<FollowingQueries.Answering> pairs = queries.separate(undone.loser());
        hold(
                pairs.stream().map(FollowingQueries.Answering::area),
                pairs.stream()
                        .flatMap(pair -> Stream.of(pair.former(), pair.now()))
                        .toList());
        for (FollowingQueries.Answering pair : pairs) {
            for (FollowingQueries.Split split : queries.splits(pair)) {
                long fen = split.movedFen();
                if (fen > 0) {
                    UUID from = split.formerFen() > 0 ? pair.former() : pair.now();
                    UUID to = split.formerFen() > 0 ? pair.now() : pair.former();
                    queries.move(
                            today.newId(),
                            split.county(),
                            split.programme(),
                            List.of(from, to),
                            fen,
                            pair.area(),
                            today.date(),
                            today.instant(),
                            Callers.current().user());
                }
            }
        }
    }

    private Optional<HouseholdFile> home(PersonId person) {
        return Optional.ofNullable(register.lines(List.of(person)).get(person))
                .map(Register.PersonLine::household)
                .flatMap((HouseholdId household) -> register.find(household, today.date()));
    }

    /** Nobody reckons what is owed, where they live or wherever else they owe, while it changes hands. */
    private void hold(Stream<AreaCode> homes, List<UUID> owing) {
        Stream.concat(homes.map(this::county), queries.creditors(owing).stream())
                .distinct()
                .sorted()
                .forEach(runs::hold);
    }

    private AreaCode county(AreaCode area) {
        return divisions.within(AreaLevel.COUNTY, area).orElse(area);
    }
}
