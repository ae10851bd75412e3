package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Sealer;
import yingbao.platform.kernel.Today;
import yingbao.policy.batch.Bundle;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.register.Origin;
import yingbao.policy.register.RegisteredHousehold;
import yingbao.policy.register.RowFault;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.CitizenId;

/** Brings households that were read into the register, set by set, in the caller's transaction. */
@Component
class Landing {
    private static final int BATCH = 500;

    /** So many new rows may turn the plans of later queries. */
    private static final int MANY = 1_000;

    private final LandingQueries queries;
    private final RegisterQueries register;
    private final Matching matching;
    private final FileReader files;
    private final FactCodec codec;
    private final Projections projections;
    private final DuplicateQueries duplicates;
    private final BundleQueries bundles;
    private final Pack pack;
    private final Sealer sealer;
    private final Today today;

    Landing(
            LandingQueries queries,
            RegisterQueries register,
            Matching matching,
            FileReader files,
            FactCodec codec,
            Projections projections,
            DuplicateQueries duplicates,
            BundleQueries bundles,
            Pack pack,
            Sealer sealer,
            Today today) {
        this.queries = queries;
        this.register = register;
        this.matching = matching;
        this.files = files;
        this.codec = codec;
        this.projections = projections;
        this.duplicates = duplicates;
        this.bundles = bundles;
        this.pack = pack;
        this.sealer = sealer;
        this.today = today;
    }

    /**
     * What became of the households.
     *
     * @param touched those of which anything is new or has changed
     * @param landed rows of which something is new
     * @param same rows that say what is known already
     * @param kept where rows stand that were not held back
     */
    record Landed(
            Set<HouseholdId> touched,
            Map<String, HouseholdId> byGivenId,
            long landed,
            long same,
            Set<Origin> kept,
            int householdsNew,
            int personsNew,
            long statements) {}

    /**
     * Lands households.
     *
     * @param on the day from which the facts hold
     * @param cause id of the import
     * @param faults told what is held back and why
     */
    Landed land(
            List<RegisteredHousehold> households,
            LocalDate on,
            String supplier,
            UUID cause,
            Consumer<RowFault> faults) {
        queries.hold();
        bundles.noteNothing();
        AreaScope scope = Callers.current().scope();
        Writer writer;
        try (BulkSender sender = queries.sender()) {
            writer = new Writer(
                    sender, new LandingQueries.Load(on, supplier, cause, today.instant(), Callers.current()));
            // What is new is on its way while the next households are still being matched.
            matching.match(households, scope, on, faults, writer::take);
            writer.send();
            List<BundleQueries.New> fresh = writer.fresh.bundles(codec);
            sender.await();
            bundles.noteAgain();
            bundles.keepNew(fresh, on, Bundle.meaning(pack));
            writer.compareAll();
            writer.send();
            sender.await();
        }
        if (writer.landed >= MANY) {
            queries.analyze();
        }
        projections.refresh(writer.changed, List.of());
        duplicates.find(writer.newPersons, today.instant());
        return writer.landed();
    }

    /** Writes what is new. */
    private final class Writer {
        private final LocalDate on;
        private final BulkSender sender;
        private final BulkInsert households;
        private final BulkInsert persons;
        private final BulkInsert earlierMemberships;
        private final BulkInsert statements;
        private final Set<HouseholdId> touched = new HashSet<>();
        private final Set<HouseholdId> changed = new HashSet<>();
        private final Map<String, HouseholdId> byGivenId = new HashMap<>();
        private final List<UUID> newPersons = new ArrayList<>();
        private final FreshBundles fresh = new FreshBundles(pack);
        private final List<Matching.Match> known = new ArrayList<>();
        private final Set<Origin> kept = new HashSet<>();
        private int newHouseholds;
        private long landed;
        private long same;

        Writer(BulkSender sender, LandingQueries.Load load) {
            this.sender = sender;
            this.households = LandingQueries.households(sender, load);
            this.persons = LandingQueries.persons(sender, load).after(households);
            this.earlierMemberships = LandingQueries.earlierMemberships(sender, load);
            this.statements = LandingQueries.statements(sender, load);
            this.on = load.from();
        }

        /** Registers a new household; one that is registered waits until the register may be asked again. */
        void take(Matching.Match match) {
            kept.add(match.given().origin());
            kept.addAll(match.given().memberOrigins());
            if (match.household().isPresent()) {
                known.add(match);
            } else {
                register(match.given());
            }
        }

        private void register(RegisteredHousehold given) {
            HouseholdId id = new HouseholdId(today.newId());
            newHouseholds++;
            households
                    .cell(id.value())
                    .cell(given.area().digits())
                    .cell(given.id())
                    .cell(FileReader.text(given.facts(), "address").orElse(""))
                    .cell(Projections.head(given.members())
                            .flatMap(head -> FileReader.text(head, "name"))
                            .orElse(""))
                    .cell(given.members().size())
                    .endRow();
            state(Holder.HOUSEHOLD, id.value(), given.area(), codec.known(Holder.HOUSEHOLD, given.facts()));
            List<Facts> members = new ArrayList<>();
            for (Facts member : given.members()) {
                UUID person = person(id, given.area(), member);
                members.add(member.withId(person.toString()));
            }
            fresh.add(id.value(), given.area(), given.facts(), members);
            touched.add(id);
            byGivenId.put(given.id(), id);
            landed += 1 + given.members().size();
        }

        private UUID person(HouseholdId household, AreaCode area, Facts facts) {
            UUID id = today.newId();
            Projections.Known known = Projections.known(facts);
            persons.cell(id)
                    .cell(household.value())
                    .cell(area.digits())
                    .cell(facts.id())
                    .cell(known.name())
                    .cell(known.sound().pinyin())
                    .cell(known.sound().initials())
                    .cell(known.citizenId()
                            .map(number -> sealer.blindIndex(number.value()))
                            .orElse(null))
                    .cell(known.citizenId()
                            .map(number -> sealer.seal(number.value()))
                            .orElse(null))
                    .cell(known.citizenId().map(CitizenId::masked).orElse(""))
                    .cell(known.sex())
                    .cell(known.birthDate().orElse(null))
                    .cell(known.diedOn().orElse(null))
                    .endRow();
            state(Holder.PERSON, id, area, codec.known(Holder.PERSON, facts));
            newPersons.add(id);
            return id;
        }

        private void state(Holder holder, UUID id, AreaCode area, Map<String, Value> facts) {
            Map<String, Optional<Value>> stated = new TreeMap<>();
            facts.forEach((name, value) -> stated.put(name, Optional.of(value)));
            if (stated.isEmpty()) {
                return;
            }
            FactCodec.Split split = codec.split(holder, stated);
            statements
                    .cell(today.newId())
                    .cell(holder.name())
                    .cell(id)
                    .cell(area.digits())
                    .cell(split.open())
                    .cell(split.sealed().orElse(null))
                    .endRow();
        }

        /** Households that are registered: only what differs on the day is stated. */
        void compareAll() {
            for (int first = 0; first < known.size(); first += BATCH) {
                compare(known.subList(first, Math.min(first + BATCH, known.size())));
            }
        }

        private void compare(List<Matching.Match> matches) {
            List<UUID> ids = matches.stream()
                    .flatMap(match -> match.household().stream())
                    .map(known -> known.id().value())
                    .toList();
            sender.await();
            Map<HouseholdId, HouseholdFile> present = new HashMap<>();
            files.read(register.households(ids), on, Optional.empty()).forEach(file -> present.put(file.id(), file));
            List<PersonId> absent = new ArrayList<>();
            for (Matching.Match match : matches) {
                match.persons().stream()
                        .flatMap(Optional::stream)
                        .filter(person -> person.from().isAfter(on))
                        .forEach(person -> absent.add(person.id()));
            }
            Map<PersonId, Facts> further = files.persons(absent, on);
            for (Matching.Match match : matches) {
                HouseholdId id = match.household().orElseThrow().id();
                HouseholdFile file = Optional.ofNullable(present.get(id)).orElseThrow();
                compare(id, match, file, further);
            }
        }

        private void compare(HouseholdId id, Matching.Match match, HouseholdFile file, Map<PersonId, Facts> further) {
            RegisteredHousehold given = match.given();
            byGivenId.put(given.id(), id);
            long before = landed;
            count(stateDifference(
                    Holder.HOUSEHOLD,
                    id.value(),
                    given.area(),
                    given.facts(),
                    file.household().facts()));
            for (int member = 0; member < given.members().size(); member++) {
                Facts facts = given.members().get(member);
                Optional<LandingQueries.KnownPerson> person = match.persons().get(member);
                if (person.isEmpty()) {
                    person(id, given.area(), facts);
                    count(true);
                    continue;
                }
                PersonId known = person.get().id();
                boolean earlier = person.get().from().isAfter(on);
                if (earlier) {
                    earlierMemberships
                            .cell(id.value())
                            .cell(known.value())
                            .cell(given.area().digits())
                            .cell(person.get().from())
                            .endRow();
                }
                Facts stated = file.member(known)
                        .or(() -> Optional.ofNullable(further.get(known)))
                        .orElseThrow();
                count(stateDifference(Holder.PERSON, known.value(), given.area(), facts, stated) || earlier);
            }
            if (landed > before) {
                touched.add(id);
                changed.add(id);
            }
        }

        private boolean stateDifference(Holder holder, UUID id, AreaCode area, Facts given, Facts present) {
            Map<String, Value> differing = codec.known(holder, given);
            codec.known(holder, present).forEach(differing::remove);
            state(holder, id, area, differing);
            return !differing.isEmpty();
        }

        private void count(boolean isNew) {
            if (isNew) {
                landed++;
            } else {
                same++;
            }
        }

        /** Sends what is left, which arrives once the sender was awaited. */
        void send() {
            households.flush();
            persons.flush();
            earlierMemberships.flush();
            statements.flush();
        }

        Landed landed() {
            return new Landed(
                    touched, byGivenId, landed, same, kept, newHouseholds, newPersons.size(), statements.rows());
        }
    }
}
