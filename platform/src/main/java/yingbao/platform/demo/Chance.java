package yingbao.platform.demo;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Draws by lot: the same from the same seed, whatever else was drawn. */
final class Chance {
    private static final int PER_MILLE = 1_000;

    private final RandomGenerator random;

    Chance(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** True so many times in a thousand. */
    boolean perMille(int share) {
        return random.nextInt(PER_MILLE) < share;
    }

    /** A whole number, both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A position, each drawn as often as its weight says. */
    int weighted(List<Integer> weights) {
        int left = random.nextInt(weights.stream().mapToInt(Integer::intValue).sum());
        int position = 0;
        while (left >= weights.get(position)) {
            left -= weights.get(position);
            position++;
        }
        return position;
    }
}
