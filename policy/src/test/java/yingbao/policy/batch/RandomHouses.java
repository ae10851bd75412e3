package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.RandomExpression;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/**
 * Households of a {@link RandomPack}: anything may be missing, some things everywhere and others nowhere, and in some of
 * them hardly any number fits beside another.
 */
final class RandomHouses {
    /** Ids of few people, so that some of them are the same. */
    private static final List<String> CITIZENS = List.of(
            RandomExpression.CITIZEN,
            "220101198501010020",
            "220101201012311142",
            "220101195206200178",
            "010101200002290014");

    private static final List<String> NO_CITIZENS =
            List.of("a", "1", "220101199003071037", RandomExpression.CITIZEN.toLowerCase(Locale.ROOT));
    private static final int MEMBERS_MAX = 4;

    private final Pack pack;
    private final RandomGenerator random;
    private final Village village;
    private final boolean extreme;
    private final int gaps;

    /** What the households of a population have in common: where facts are missing, by full name. */
    private record Village(boolean hasEmptyHouseholds, Map<String, Gap> gaps) {
        static Village random(Pack pack, RandomGenerator random) {
            Map<String, Gap> gaps = new HashMap<>();
            for (Holder holder : Holder.values()) {
                for (Fact fact : pack.catalogue().facts(holder)) {
                    gaps.put(
                            fact.fullName(),
                            switch (random.nextInt(4)) {
                                case 0 -> Gap.NOWHERE;
                                case 1 -> random.nextBoolean() ? Gap.EVERYWHERE : Gap.SOMEWHERE;
                                default -> Gap.SOMEWHERE;
                            });
                }
            }
            return new Village(random.nextBoolean(), gaps);
        }

        Gap of(Fact fact) {
            return gaps.getOrDefault(fact.fullName(), Gap.SOMEWHERE);
        }
    }

    private RandomHouses(Pack pack, RandomGenerator random, Village village) {
        this.pack = pack;
        this.random = random;
        this.village = village;
        this.extreme = random.nextInt(16) == 0;
        this.gaps = random.nextInt(3) == 0 ? 0 : random.nextInt(1, 10);
    }

    static List<Household> random(Pack pack, int count, RandomGenerator random) {
        Village village = Village.random(pack, random);
        return IntStream.range(0, count)
                .mapToObj(number -> new RandomHouses(pack, random, village).household("H" + number))
                .toList();
    }

    private Household household(String id) {
        AreaCode area = MadeUp.AREAS.get(random.nextInt(MadeUp.AREAS.size()));
        List<Facts> members = new ArrayList<>();
        int size = village.hasEmptyHouseholds() && random.nextInt(10) == 0 ? 0 : random.nextInt(1, MEMBERS_MAX + 1);
        for (int member = 0; member < size; member++) {
            members.add(facts(Holder.PERSON, id + "-" + member));
        }
        return new Household(area, facts(Holder.HOUSEHOLD, id), members);
    }

    private Facts facts(Holder holder, String id) {
        List<Optional<Value>> values = new ArrayList<>();
        for (Fact fact : pack.catalogue().facts(holder)) {
            int slot = values.size();
            boolean given = fact.collected()
                    && switch (village.of(fact)) {
                        case NOWHERE -> true;
                        case EVERYWHERE -> false;
                        case SOMEWHERE -> random.nextInt(10) >= gaps && isStated(holder, slot);
                    };
            values.add(given ? Optional.of(value(fact)) : Optional.empty());
        }
        return Facts.ofSlots(id, holder, pack.vocabulary(), values);
    }

    /** Of what follows from others, most leave it at that. */
    private boolean isStated(Holder holder, int slot) {
        return pack.catalogue().derivations().of(holder, slot).isEmpty() || random.nextInt(3) == 0;
    }

    private Value value(Fact fact) {
        return switch (fact.kind()) {
            case MONEY -> new Value.Whole(number(random.nextInt(4) == 0 ? 0 : random.nextInt(-2_000, 60_000)));
            case COUNT ->
                new Value.Whole(number(random.nextInt(12) == 0 ? random.nextInt(-2, 1) : random.nextInt(1, 5)));
            case DATE -> new Value.Whole(number(PackParts.ON.toEpochDay() - random.nextInt(-400, 34_000)));
            case FLAG -> Value.Flag.of(random.nextBoolean());
            case CODE -> {
                List<String> codes = List.copyOf(fact.symbol().codes().keySet());
                yield new Value.Text(random.nextInt(300) == 0 ? "of no list" : codes.get(random.nextInt(codes.size())));
            }
            case CITIZEN_ID -> new Value.Text(random.nextInt(200) == 0 ? oneOf(NO_CITIZENS) : oneOf(CITIZENS));
            case TEXT, AREA -> throw new IllegalStateException("no such fact: " + fact.fullName());
        };
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private long number(long usual) {
        if (!extreme || random.nextInt(3) != 0) {
            return usual;
        }
        return switch (random.nextInt(4)) {
            case 0 -> Long.MAX_VALUE - random.nextInt(3);
            case 1 -> Long.MIN_VALUE + random.nextInt(3);
            case 2 -> 1L << 62;
            default -> random.nextLong(-10_000_000_000L, 10_000_000_000L);
        };
    }
}
