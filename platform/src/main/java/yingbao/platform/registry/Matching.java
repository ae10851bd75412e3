package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Sealer;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.register.KeyColumn;
import yingbao.policy.register.Origin;
import yingbao.policy.register.RegisteredHousehold;
import yingbao.policy.register.RowFault;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.CitizenId;

/**
 * Tells which households and persons of a file are registered already: a household by its number in its township or by
 * its members, a person by the citizen id or by the number in the household. What does not fit is reported and held
 * back, for nobody moves to another household without a recorded event.
 */
@Component
class Matching {
    /** Of the day that stands for no membership any more. */
    private static final int LAST_YEAR = 9999;

    private static final int TOWNSHIP_DIGITS = 9;

    private final LandingQueries queries;
    private final RegisterQueries register;
    private final Sealer sealer;
    private final Divisions divisions;
    private final Pack pack;

    Matching(LandingQueries queries, RegisterQueries register, Sealer sealer, Divisions divisions, Pack pack) {
        this.queries = queries;
        this.register = register;
        this.sealer = sealer;
        this.divisions = divisions;
        this.pack = pack;
    }

    /** A household of the file with what is registered of it; the persons in the order of its members. */
    record Match(
            RegisteredHousehold given,
            Optional<LandingQueries.Known> household,
            List<Optional<LandingQueries.KnownPerson>> persons) {}

    static String key(RegisteredHousehold household) {
        return township(household.area()) + household.id();
    }

    /**
     * Matches households with the register, which is asked about all of them before the first is handed over.
     *
     * @param faults told what is held back and why
     * @param matches takes the others one by one
     */
    void match(
            List<RegisteredHousehold> households,
            AreaScope scope,
            LocalDate on,
            Consumer<RowFault> faults,
            Consumer<Match> matches) {
        new Attempt(scope, on, faults).match(households, matches);
    }

    /** One reading of the register for one file. */
    private final class Attempt {
        private final AreaScope scope;
        private final LocalDate on;
        private final Consumer<RowFault> faults;
        private final Map<String, String> indexes = new HashMap<>();
        private Map<String, RegisterQueries.Registered> registered = Map.of();
        private Map<String, LandingQueries.Known> byNumber = Map.of();
        private Map<HouseholdId, LandingQueries.Known> byId = Map.of();
        private Map<HouseholdId, List<LandingQueries.KnownPerson>> persons = Map.of();

        Attempt(AreaScope scope, LocalDate on, Consumer<RowFault> faults) {
            this.scope = scope;
            this.on = on;
            this.faults = faults;
        }

        void match(List<RegisteredHousehold> households, Consumer<Match> matches) {
            List<RegisteredHousehold> inside = new ArrayList<>(households.size());
            for (RegisteredHousehold household : households) {
                if (scope.contains(household.area())) {
                    inside.add(household);
                } else {
                    fault(household, "registry.row-outside", divisions.path(household.area()));
                }
            }
            look(inside);
            Set<HouseholdId> taken = new HashSet<>();
            for (RegisteredHousehold household : inside) {
                matched(household, taken).ifPresent(matches);
            }
        }

        private void look(List<RegisteredHousehold> households) {
            indexes.putAll(households.parallelStream()
                    .flatMap(household -> household.members().stream())
                    .flatMap(member -> citizenId(member).stream())
                    .unordered()
                    .collect(Collectors.toConcurrentMap(
                            Function.identity(),
                            number -> HexFormat.of().formatHex(sealer.blindIndex(number)),
                            (first, _) -> first)));
            registered = register.registered(indexes.values());
            byNumber = queries.byNumber(
                    households.stream()
                            .map(household -> township(household.area()))
                            .toList(),
                    households.stream().map(RegisteredHousehold::id).toList());
            Set<UUID> ids = new HashSet<>();
            byNumber.values().forEach(known -> ids.add(known.id().value()));
            registered.values().forEach(person -> ids.add(person.household().value()));
            byId = queries.byId(ids);
            persons = queries.personsOf(ids, on).stream()
                    .collect(Collectors.groupingBy(LandingQueries.KnownPerson::household));
        }

        private Optional<Match> matched(RegisteredHousehold household, Set<HouseholdId> taken) {
            Optional<LandingQueries.Known> known =
                    Optional.ofNullable(byNumber.get(key(household))).or(() -> byMembers(household));
            if (known.isPresent() && !known.get().area().equals(household.area())) {
                fault(
                        household,
                        "registry.row-moved",
                        divisions.path(known.get().area()));
                return Optional.empty();
            }
            if (known.isPresent() && !taken.add(known.get().id())) {
                fault(household, "registry.row-household-twice", known.get().number());
                return Optional.empty();
            }
            List<LandingQueries.KnownPerson> registeredHere = known.map(
                            found -> persons.getOrDefault(found.id(), List.of()))
                    .orElse(List.of());
            List<Optional<LandingQueries.KnownPerson>> found = new ArrayList<>();
            boolean sound = true;
            for (int member = 0; member < household.members().size(); member++) {
                Found person = find(
                        household.members().get(member),
                        household.memberOrigins().get(member),
                        known.map(LandingQueries.Known::id),
                        registeredHere);
                sound &= person.sound();
                found.add(person.person());
            }
            sound &= nobodyLeftOut(household, registeredHere, found);
            return sound ? Optional.of(new Match(household, known, found)) : Optional.empty();
        }

        /** The household under another number: the one to which all of the members that are registered belong. */
        private Optional<LandingQueries.Known> byMembers(RegisteredHousehold household) {
            Set<HouseholdId> homes = new HashSet<>();
            for (Facts member : household.members()) {
                registration(member).ifPresent(person -> homes.add(person.household()));
            }
            return homes.size() == 1
                    ? Optional.ofNullable(byId.get(homes.iterator().next()))
                    : Optional.empty();
        }

        private Optional<RegisterQueries.Registered> registration(Facts member) {
            return citizenId(member).map(indexes::get).map(registered::get);
        }

        /** A person, or nobody where they are new; unsound where a fault was reported. */
        private record Found(Optional<LandingQueries.KnownPerson> person, boolean sound) {
            static final Found NOBODY = new Found(Optional.empty(), true);
            static final Found FAULTY = new Found(Optional.empty(), false);
        }

        private Found find(
                Facts member, Origin origin, Optional<HouseholdId> home, List<LandingQueries.KnownPerson> here) {
            Optional<RegisterQueries.Registered> citizen = registration(member);
            if (citizen.isPresent() && !home.equals(Optional.of(citizen.get().household()))) {
                fault(
                        origin,
                        citizenLabel(),
                        masked(member),
                        "registry.row-elsewhere",
                        divisions.path(citizen.get().area()),
                        Optional.ofNullable(byId.get(citizen.get().household()))
                                .map(LandingQueries.Known::number)
                                .orElse("–"));
                return Found.FAULTY;
            }
            Optional<LandingQueries.KnownPerson> byNumber = here.stream()
                    .filter(person -> person.number().equals(member.id()))
                    .findFirst();
            if (citizen.isPresent()) {
                return present(
                        here.stream()
                                .filter(person ->
                                        person.id().equals(citizen.get().person()))
                                .findFirst(),
                        member,
                        origin);
            }
            if (byNumber.isEmpty()) {
                return Found.NOBODY;
            }
            boolean other = citizenId(member).isPresent()
                    && !byNumber.get().citizenIndex().isEmpty()
                    && !FileReader.text(member, "name")
                            .orElse("")
                            .equals(byNumber.get().name());
            if (other) {
                fault(
                        origin,
                        KeyColumn.PERSON_ID.label(),
                        member.id(),
                        "registry.row-other-person",
                        byNumber.get().name());
                return Found.FAULTY;
            }
            return present(byNumber, member, origin);
        }

        private Found present(Optional<LandingQueries.KnownPerson> person, Facts member, Origin origin) {
            if (person.filter(known -> known.from().getYear() == LAST_YEAR).isPresent()) {
                fault(origin, KeyColumn.PERSON_ID.label(), member.id(), "registry.row-gone");
                return Found.FAULTY;
            }
            return new Found(person, true);
        }

        private boolean nobodyLeftOut(
                RegisteredHousehold household,
                List<LandingQueries.KnownPerson> here,
                List<Optional<LandingQueries.KnownPerson>> found) {
            Set<PersonId> named = found.stream()
                    .flatMap(Optional::stream)
                    .map(LandingQueries.KnownPerson::id)
                    .collect(Collectors.toSet());
            String missing = here.stream()
                    .filter(person -> !person.from().isAfter(on) && !named.contains(person.id()))
                    .map(LandingQueries.KnownPerson::name)
                    .collect(Collectors.joining("、"));
            if (!missing.isEmpty()) {
                fault(household, "registry.row-member-missing", missing);
            }
            return missing.isEmpty();
        }

        private void fault(RegisteredHousehold household, String code, String... args) {
            fault(household.origin(), KeyColumn.HOUSEHOLD_ID.label(), household.id(), code, args);
        }

        private void fault(Origin origin, String column, String value, String code, String... args) {
            faults.accept(new RowFault(origin.file(), origin.row(), column, value, code, List.of(args)));
        }
    }

    static Optional<String> citizenId(Facts member) {
        return FileReader.text(member, "citizen_id");
    }

    private static String masked(Facts member) {
        return citizenId(member).map(number -> new CitizenId(number).masked()).orElse("");
    }

    private String citizenLabel() {
        return pack.catalogue().facts(Holder.PERSON).stream()
                .filter(fact -> fact.symbol().name().equals("citizen_id"))
                .map(fact -> fact.symbol().label())
                .findFirst()
                .orElse("");
    }

    /** The township of an area. */
    static String township(AreaCode area) {
        return area.digits().substring(0, TOWNSHIP_DIGITS);
    }
}
