package yingbao.platform.radar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import yingbao.platform.cases.OpenCases.OpenCase;
import yingbao.policy.batch.DecidedChunk;
import yingbao.policy.batch.Outcomes;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Sink;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;

/** Lays what is decided of everybody beside what they draw, and gathers what does not fit. */
final class Looking implements Sink<List<Finding>> {
    private final Pack pack;
    private final Population population;
    private final Map<UUID, List<OpenCase>> cases;
    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();
    private final Queue<Finding> found = new ConcurrentLinkedQueue<>();

    Looking(Pack pack, Population population, List<OpenCase> cases) {
        this.pack = pack;
        this.population = population;
        this.cases = cases.stream().collect(Collectors.groupingBy(OpenCase::holder));
    }

    /** A row of a chunk, and who it is. */
    private record Who(int row, UUID household, Optional<UUID> person, String area, int people) {}

    @Override
    public void take(DecidedChunk chunk) {
        List<Integer> ofHouseholds = numbers(chunk, Holder.HOUSEHOLD);
        List<Integer> ofPersons = numbers(chunk, Holder.PERSON);
        for (int household = 0; household < chunk.rows(Holder.HOUSEHOLD); household++) {
            int at = chunk.first(Holder.HOUSEHOLD) + household;
            UUID id = UUID.fromString(population.householdId(at));
            String area = population.areaOf(at).digits();
            int from = chunk.firstPersonOf(household);
            int to = chunk.firstPersonOf(household + 1);
            Visits visits = new Visits(from, to);
            look(chunk, ofHouseholds, new Who(household, id, Optional.empty(), area, Math.max(1, to - from)), visits);
            for (int person = from; person < to; person++) {
                UUID personId = UUID.fromString(population.personId(chunk.first(Holder.PERSON) + person));
                look(chunk, ofPersons, new Who(person, id, Optional.of(personId), area, 1), visits);
            }
            visits.find(id, area);
        }
    }

    /** What is given once is given for something that happened and was reported; no look at a register finds that. */
    private static List<Integer> numbers(DecidedChunk chunk, Holder holder) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < chunk.programmes().size(); number++) {
            boolean regular = chunk.programmes().get(number).pay() != Programme.Pay.ONCE;
            if (regular && chunk.of(number).holder() == holder) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private void look(DecidedChunk chunk, List<Integer> numbers, Who who, Visits visits) {
        UUID holder = who.person().orElse(who.household());
        List<OpenCase> own = cases.getOrDefault(holder, List.of());
        if (!own.isEmpty()) {
            seen.add(holder);
        }
        for (int number : numbers) {
            Programme programme = chunk.programmes().get(number);
            List<OpenCase> same = own.stream()
                    .filter(one -> one.programme().equals(programme.id()))
                    .toList();
            List<OpenCase> drawn =
                    same.stream().filter(one -> one.amountFen() > 0).toList();
            if (drawn.size() > 1) {
                found.add(
                        of(Kind.TWICE, programme, who, List.of(Finding.SAME), Optional.of(drawn.getLast()), 0, false));
            }
            switch (chunk.of(number).outcome(who.row())) {
                case ELIGIBLE -> missed(programme, who, same, chunk.of(number).amountFen(who.row()));
                case NOT_ELIGIBLE -> {
                    if (!drawn.isEmpty()) {
                        refused(programme, chunk.of(number), who, drawn.getFirst(), own);
                    }
                }
                case UNDETERMINED -> {
                    if (same.stream().allMatch(OpenCase::granted)) {
                        chunk.onlyMissing(number, who.row())
                                .flatMap(pack.catalogue()::find)
                                .filter(Fact::collected)
                                .ifPresent(fact -> visits.add(fact, programme, who));
                    }
                }
            }
        }
    }

    /** Nobody is missed to whom nothing is due, and nobody whose case was granted and rests or is suspended. */
    private void missed(Programme programme, Who who, List<OpenCase> same, long dueFen) {
        if (dueFen > 0 && same.stream().noneMatch(OpenCase::granted)) {
            List<String> cause =
                    List.of(Finding.ENTITLED, programme.range().from().toString());
            found.add(
                    of(Kind.NOT_RECEIVING, programme, who, cause, same.stream().findFirst(), dueFen, !same.isEmpty()));
        }
    }

    private void refused(
            Programme programme, Outcomes.OfProgramme outcome, Who who, OpenCase drawn, List<OpenCase> own) {
        Set<String> beside = own.stream()
                .filter(other -> other.amountFen() > 0 && !other.programme().equals(programme.id()))
                .map(OpenCase::programme)
                .collect(Collectors.toSet());
        List<String> twice = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (int clause = 0; clause <= programme.clauses().size(); clause++) {
            if (outcome.isRefusedBy(clause, who.row())) {
                String id = Rules.clause(programme, clause);
                (rulesOut(programme, id, beside) ? twice : gone).add(id);
            }
        }
        if (!twice.isEmpty()) {
            found.add(of(Kind.TWICE, programme, who, twice, Optional.of(drawn), 0, false));
        }
        if (!gone.isEmpty()) {
            found.add(of(Kind.NO_LONGER_ELIGIBLE, programme, who, gone, Optional.of(drawn), 0, false));
        }
    }

    /** Whether a clause does not hold because of another programme that is drawn as well. */
    private boolean rulesOut(Programme programme, String clause, Set<String> beside) {
        if (clause.equals(Rules.GROUP)) {
            return pack.groups().stream()
                    .map(Group::programmes)
                    .filter(members -> members.contains(programme.id()))
                    .anyMatch(members -> members.stream().anyMatch(beside::contains));
        }
        return programme.excludes().stream()
                .map(Programme.Exclusion::programme)
                .anyMatch(other -> beside.contains(other) && clause.equals(Rules.EXCLUDES + other));
    }

    private static Finding of(
            Kind kind,
            Programme programme,
            Who who,
            List<String> cause,
            Optional<OpenCase> by,
            long dueFen,
            boolean underWay) {
        return new Finding(
                kind,
                programme.id(),
                who.household(),
                who.person(),
                who.area(),
                cause,
                List.of(programme.id()),
                kind == Kind.NOT_RECEIVING
                        ? dueFen
                        : by.map(OpenCase::amountFen).orElse(0L),
                who.people(),
                by.map(one -> one.id().value()),
                underWay);
    }

    /** What one fact each would settle in a household. */
    private final class Visits {
        private final int from;
        private final int to;
        private final Map<String, BitSet> people = new TreeMap<>();
        private final Map<String, List<String>> programmes = new HashMap<>();

        Visits(int from, int to) {
            this.from = from;
            this.to = to;
        }

        void add(Fact fact, Programme programme, Who who) {
            BitSet settled = people.computeIfAbsent(fact.fullName(), _ -> new BitSet());
            if (who.person().isPresent()) {
                settled.set(who.row() - from);
            } else {
                settled.set(0, Math.max(1, to - from));
            }
            List<String> about = programmes.computeIfAbsent(fact.fullName(), _ -> new ArrayList<>());
            if (!about.contains(programme.id())) {
                about.add(programme.id());
            }
        }

        void find(UUID household, String area) {
            people.forEach((fact, settled) -> found.add(new Finding(
                    Kind.ONE_VISIT,
                    "",
                    household,
                    Optional.empty(),
                    area,
                    List.of(fact),
                    programmes.getOrDefault(fact, List.of()).stream().sorted().toList(),
                    0,
                    settled.cardinality(),
                    Optional.empty(),
                    false)));
        }
    }

    @Override
    public List<Finding> result(long decidedApart) {
        List<Finding> all = new ArrayList<>(found);
        cases.forEach((holder, own) -> {
            if (!seen.contains(holder)) {
                own.stream()
                        .collect(Collectors.toMap(OpenCase::programme, one -> one, (first, _) -> first))
                        .values()
                        .stream()
                        .filter(one -> one.amountFen() > 0)
                        .map(Looking::absent)
                        .forEach(all::add);
            }
        });
        return all;
    }

    private static Finding absent(OpenCase drawn) {
        return new Finding(
                Kind.NO_LONGER_ELIGIBLE,
                drawn.programme(),
                drawn.household().value(),
                drawn.person().map(person -> person.value()),
                drawn.area().digits(),
                List.of(Finding.ABSENT),
                List.of(drawn.programme()),
                drawn.amountFen(),
                1,
                Optional.of(drawn.id().value()),
                false);
    }
}
