package yingbao.policy.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Example;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.CitizenId;

/**
 * A household of any pack about which something is known. A fact that follows from others unless somebody states it is
 * stated for good or never, since a statement may contradict what would follow.
 *
 * @param known what is known, by holder and slot
 * @param order the members' positions, in the order in which they are listed
 */
record RandomHousehold(Pack pack, AreaCode area, SortedMap<Key, Value> known, List<Integer> order) {
    private static final long MONEY_MAX_FEN = 2_000_000;
    private static final int AGE_MAX_DAYS = 34_000;

    /** A fact of the household or of one member. */
    record Key(int member, int slot) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byMember = Integer.compare(member, other.member);
            return byMember != 0 ? byMember : Integer.compare(slot, other.slot);
        }

        Holder holder() {
            return member == Entitlements.HOUSEHOLD_ITSELF ? Holder.HOUSEHOLD : Holder.PERSON;
        }

        Fact fact(Pack pack) {
            return pack.catalogue().facts(holder()).get(slot);
        }
    }

    RandomHousehold {
        known = Collections.unmodifiableSortedMap(new TreeMap<>(known));
        order = List.copyOf(order);
    }

    /**
     * A household of which everything is known that people are asked for: that of one of the pack's examples, which are
     * close to the edges of its rules, with some facts changed and the rest made up.
     */
    static RandomHousehold complete(Pack pack, AreaCode area, LocalDate on, RandomGenerator random) {
        Example example = pack.examples().get(random.nextInt(pack.examples().size()));
        SortedMap<Key, Value> known = new TreeMap<>();
        List<Integer> members = new ArrayList<>();
        int size = Math.max(1, example.persons().size());
        for (int member = Entitlements.HOUSEHOLD_ITSELF; member < size; member++) {
            if (member != Entitlements.HOUSEHOLD_ITSELF) {
                members.add(member);
            }
            Holder holder = member == Entitlements.HOUSEHOLD_ITSELF ? Holder.HOUSEHOLD : Holder.PERSON;
            for (int slot = 0; slot < pack.catalogue().facts(holder).size(); slot++) {
                Key key = new Key(member, slot);
                Optional<Value> exemplary = random.nextInt(30) == 0 ? Optional.empty() : given(example, key);
                boolean stated = !followsFromOthers(pack, key) || exemplary.isPresent() || random.nextBoolean();
                if (key.fact(pack).collected() && stated) {
                    known.put(key, exemplary.orElseGet(() -> value(pack, key, area, on, random)));
                }
            }
        }
        return new RandomHousehold(pack, area, known, members);
    }

    private static Optional<Value> given(Example example, Key key) {
        if (key.holder() == Holder.HOUSEHOLD) {
            return example.household().given(key.slot());
        }
        return key.member() < example.persons().size()
                ? example.persons().get(key.member()).given(key.slot())
                : Optional.empty();
    }

    private static boolean followsFromOthers(Pack pack, Key key) {
        return switch (key.holder()) {
            case HOUSEHOLD -> pack.catalogue().derivations().household().containsKey(key.slot());
            case PERSON -> pack.catalogue().derivations().person().containsKey(key.slot());
        };
    }

    private static Value value(Pack pack, Key key, AreaCode area, LocalDate on, RandomGenerator random) {
        Fact fact = key.fact(pack);
        return switch (fact.kind()) {
            case MONEY -> new Value.Whole(random.nextBoolean() ? 0 : random.nextLong(MONEY_MAX_FEN));
            case COUNT -> new Value.Whole(random.nextInt(3));
            case FLAG -> Value.Flag.of(random.nextBoolean());
            case CODE -> {
                List<String> codes = List.copyOf(fact.symbol().codes().keySet());
                yield new Value.Text(random.nextBoolean() ? codes.getFirst() : codes.get(random.nextInt(codes.size())));
            }
            case DATE ->
                new Value.Whole(on.minusDays(random.nextInt(1, AGE_MAX_DAYS)).toEpochDay());
            case TEXT -> new Value.Text("某");
            case AREA -> new Value.Text(area.digits());
            case CITIZEN_ID ->
                new Value.Text(CitizenId.parse(String.format(
                                Locale.ROOT,
                                "220101%02d%02d%02d%03d",
                                random.nextInt(30, 100),
                                random.nextInt(1, 13),
                                random.nextInt(1, 29),
                                random.nextInt(1000)))
                        .value());
        };
    }

    /** The same with some facts not yet collected. */
    RandomHousehold withGaps(RandomGenerator random) {
        int oneIn = random.nextInt(2, 12);
        SortedMap<Key, Value> fewer = new TreeMap<>(known);
        fewer.keySet().removeIf(key -> !followsFromOthers(pack, key) && random.nextInt(oneIn) == 0);
        return new RandomHousehold(pack, area, fewer, order);
    }

    /** The same before anybody has listed its members. */
    RandomHousehold withoutMembers() {
        SortedMap<Key, Value> fewer = new TreeMap<>(known);
        fewer.keySet().removeIf(key -> key.holder() == Holder.PERSON);
        return new RandomHousehold(pack, area, fewer, List.of());
    }

    /** What the other knows and this one does not. */
    SortedSet<Key> gapsAgainst(RandomHousehold other) {
        SortedSet<Key> gaps = new TreeSet<>(other.known.keySet());
        gaps.removeAll(known.keySet());
        return gaps;
    }

    /** The same with one more fact, as the other knows it. */
    RandomHousehold learning(Key key, RandomHousehold from) {
        SortedMap<Key, Value> more = new TreeMap<>(known);
        Optional.ofNullable(from.known.get(key)).ifPresent(value -> more.put(key, value));
        return new RandomHousehold(pack, area, more, order);
    }

    /** The same with the gaps filled in another way. */
    RandomHousehold filled(SortedSet<Key> gaps, LocalDate on, RandomGenerator random) {
        SortedMap<Key, Value> more = new TreeMap<>(known);
        gaps.forEach(key -> more.put(key, value(pack, key, area, on, random)));
        return new RandomHousehold(pack, area, more, order);
    }

    /** The same with other amounts of money in some facts. */
    RandomHousehold withMoney(Predicate<Fact> which, LongUnaryOperator change) {
        SortedMap<Key, Value> changed = new TreeMap<>(known);
        changed.replaceAll((key, value) -> which.test(key.fact(pack)) && value instanceof Value.Whole(long fen)
                ? new Value.Whole(change.applyAsLong(fen))
                : value);
        return new RandomHousehold(pack, area, changed, order);
    }

    /** The same with its members listed in another order. */
    RandomHousehold shuffled(RandomGenerator random) {
        List<Integer> other = new ArrayList<>(order);
        Collections.shuffle(other, Random.from(random));
        return new RandomHousehold(pack, area, known, other);
    }

    /** The dates among what is known of the members, birth dates above all. */
    List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>();
        known.forEach((key, value) -> {
            if (key.fact(pack).kind() == Fact.Kind.DATE && value instanceof Value.Whole(long day)) {
                dates.add(LocalDate.ofEpochDay(day));
            } else if (key.fact(pack).kind() == Fact.Kind.CITIZEN_ID && value instanceof Value.Text(String id)) {
                dates.add(CitizenId.parse(id).birthDate());
            }
        });
        return dates;
    }

    Household household() {
        return new Household(
                area,
                facts(Entitlements.HOUSEHOLD_ITSELF),
                order.stream().map(this::facts).toList());
    }

    private Facts facts(int member) {
        Holder holder = new Key(member, 0).holder();
        List<Optional<Value>> values = new ArrayList<>();
        for (int slot = 0; slot < pack.catalogue().facts(holder).size(); slot++) {
            values.add(Optional.ofNullable(known.get(new Key(member, slot))));
        }
        return Facts.ofSlots(
                member == Entitlements.HOUSEHOLD_ITSELF ? "H" : "P" + member, holder, pack.vocabulary(), values);
    }
}
