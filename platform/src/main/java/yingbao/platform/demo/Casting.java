package yingbao.platform.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.Money;

/**
 * Finds who in the county could draw what and since when. It asks the pack's files about the facts as they were brought, so
 * that it finds the same after a crash, whatever the story has changed meanwhile.
 */
@Component
class Casting {
    /** The first month that is paid. */
    static final YearMonth FIRST = YearMonth.of(2014, 11);

    /** The last month that is settled when the demonstration opens. */
    static final YearMonth LAST = YearMonth.of(2016, 9);

    /** Days between which nothing changes for most; whoever draws on none of them is not looked at further. */
    private static final List<YearMonth> PROBES = List.of(FIRST, YearMonth.of(2015, 7), YearMonth.of(2016, 3), LAST);

    private final Register register;
    private final Pack pack;
    private final Map<YearMonth, Engine> engines = new HashMap<>();
    private List<Candidate> found = List.of();

    /** Whose entitlement to what. */
    private record Key(String programme, String unit) {}

    Casting(Register register, Pack pack) {
        this.register = register;
        this.pack = pack;
    }

    /** Forgets what was found, because the register may be another one. */
    void forget() {
        found = List.of();
    }

    /** All candidates of the county, by programme and number. */
    List<Candidate> candidates(Scene scene) {
        if (found.isEmpty()) {
            List<Candidate> all = new ArrayList<>();
            register.forEachIn(
                    AreaScope.of(scene.county()), DemoCounty.describedOn(), file -> all.addAll(candidates(file)));
            all.sort(Comparator.comparing(Candidate::programme)
                    .thenComparingInt(Candidate::ordinal)
                    .thenComparing(
                            candidate -> candidate.person().map(Casting::text).orElse("")));
            found = List.copyOf(all);
        }
        return found;
    }

    private static String text(PersonId person) {
        return person.value().toString();
    }

    private List<Candidate> candidates(HouseholdFile file) {
        Household household = file.household();
        boolean any = PROBES.stream().anyMatch(month -> !drawn(household, month).isEmpty());
        if (!any) {
            return List.of();
        }
        Map<Key, SortedMap<YearMonth, Money>> months = new HashMap<>();
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            YearMonth present = month;
            drawn(household, month)
                    .forEach((key, amount) ->
                            months.computeIfAbsent(key, _ -> new TreeMap<>()).put(present, amount));
        }
        return months.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(LAST))
                .map(entry -> candidate(file, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What is given once, or once a year, is nothing that somebody has drawn for long and is taken over with. */
    private Map<Key, Money> drawn(Household household, YearMonth month) {
        Map<Key, Money> drawn = new HashMap<>();
        for (Decision decision : engine(month).decide(household)) {
            if (decision instanceof Decision.Eligible(Decision.Basis basis, Money amount)
                    && basis.programme().pay() == Programme.Pay.MONTHLY) {
                drawn.put(new Key(basis.programme().id(), basis.unitId()), amount);
            }
        }
        return drawn;
    }

    private Engine engine(YearMonth month) {
        return engines.computeIfAbsent(month, wanted -> new Engine(pack, wanted.atDay(1)));
    }

    private Candidate candidate(HouseholdFile file, Key key, SortedMap<YearMonth, Money> months) {
        boolean ofPerson = pack.programmesOn(LAST.atDay(1)).stream()
                .anyMatch(programme -> programme.id().equals(key.programme()) && programme.holder() == Holder.PERSON);
        List<Facts> members = file.household().members();
        int position = 0;
        while (ofPerson && !members.get(position).id().equals(key.unit())) {
            position++;
        }
        Optional<PersonId> person = ofPerson ? Optional.of(file.memberIds().get(position)) : Optional.empty();
        return new Candidate(
                key.programme(),
                file.id(),
                person,
                file.area(),
                file.number(),
                name(members.get(position)),
                file.memberIds().getLast(),
                members.size(),
                months);
    }

    private static String name(Facts facts) {
        return facts.given("name")
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).value())
                .orElse("");
    }
}
