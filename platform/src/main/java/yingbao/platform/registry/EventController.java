package yingbao.platform.registry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Cells;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.ValueException;

/** What happens in households. */
@RestController
@RequestMapping("/api")
class EventController {
    private static final Set<LifeEvents.Kind> JOINING =
            Set.of(LifeEvents.Kind.BIRTH, LifeEvents.Kind.MARRIAGE, LifeEvents.Kind.JOIN);

    private final LifeEvents events;
    private final FactCodec codec;

    EventController(LifeEvents events, FactCodec codec) {
        this.events = events;
        this.codec = codec;
    }

    record EventTold(
            @NotNull LocalDate on,
            @NotNull @Size(min = 1, max = 60) String source,
            @NotNull @Size(max = 500) String evidence) {
        LifeEvents.Told told() {
            return new LifeEvents.Told(on, source, evidence);
        }
    }

    /**
     * Somebody joins a household.
     *
     * @param person who, where they are registered already; otherwise {@code facts} says who
     */
    record Joining(
            @NotNull LifeEvents.Kind kind,
            Optional<PersonId> person,
            @NotNull @Size(max = 100) Map<String, String> facts,
            @NotNull @Valid EventTold told) {}

    record Leaving(
            @NotNull PersonId person,
            boolean died,
            @NotNull @Valid EventTold told) {}

    record Splitting(
            @NotNull @Size(min = 1, max = 50) List<PersonId> persons,
            @NotNull PersonId head,
            @NotNull @Size(min = 1, max = 60) String number,
            @NotNull @Size(min = 1, max = 60) String areaCode,
            @NotNull @Size(min = 1, max = 500) String address,
            @NotNull @Size(max = 100) Map<String, String> facts,
            @NotNull @Valid EventTold told) {}

    record Moving(
            @NotNull @Size(min = 1, max = 60) String areaCode,
            @NotNull @Size(min = 1, max = 500) String address,
            @NotNull @Size(max = 60) String number,
            @NotNull @Valid EventTold told) {}

    record EventUndone(@NotNull @Size(min = 1, max = 500) String reason) {}

    record MadeHousehold(HouseholdId id) {}

    @PostMapping("/households/{id}/joins")
    @Requires(Right.REGISTRY_WRITE)
    void join(@PathVariable HouseholdId id, @Valid @RequestBody Joining given) {
        if (!JOINING.contains(given.kind())) {
            throw Refusal.at("/kind", "registry.event-unknown");
        }
        if (given.person().isEmpty()) {
            events.newMember(
                    given.kind(),
                    id,
                    HouseholdController.values(codec, Holder.PERSON, given.facts()),
                    given.told().told());
        } else {
            events.joins(
                    given.kind(),
                    id,
                    given.person().get(),
                    given.facts().getOrDefault("relation", ""),
                    given.told().told());
        }
    }

    @PostMapping("/households/{id}/leavings")
    @Requires(Right.REGISTRY_WRITE)
    void leave(@PathVariable HouseholdId id, @Valid @RequestBody Leaving given) {
        if (given.died()) {
            events.dies(given.person(), given.told().told());
        } else {
            events.leaves(given.person(), given.told().told());
        }
    }

    @PostMapping("/households/{id}/splits")
    @Requires(Right.REGISTRY_WRITE)
    MadeHousehold split(@PathVariable HouseholdId id, @Valid @RequestBody Splitting given) {
        return new MadeHousehold(events.splits(
                id,
                new LifeEvents.Split(
                        given.persons(),
                        given.head(),
                        given.number().strip(),
                        area(given.areaCode()),
                        given.address().strip(),
                        HouseholdController.values(codec, Holder.HOUSEHOLD, given.facts())),
                given.told().told()));
    }

    @PostMapping("/households/{id}/moves")
    @Requires(Right.REGISTRY_WRITE)
    void move(@PathVariable HouseholdId id, @Valid @RequestBody Moving given) {
        events.moves(
                id,
                area(given.areaCode()),
                given.address().strip(),
                given.number(),
                given.told().told());
    }

    private static AreaCode area(String typed) {
        try {
            return AreaCode.parse(Cells.id(typed));
        } catch (ValueException refusal) {
            throw Refusal.at("/areaCode", refusal.code(), refusal.args().toArray());
        }
    }

    @PostMapping("/events/{id}/undo")
    @Requires(Right.REGISTRY_WRITE)
    void undo(@PathVariable UUID id, @Valid @RequestBody EventUndone given) {
        events.undo(id, given.reason());
    }
}
