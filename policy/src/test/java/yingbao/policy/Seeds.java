package yingbao.policy;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Tries a property on many seeds, and names the seed on which it fails. */
public final class Seeds {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private Seeds() {}

    public static void forEach(int seeds, Consumer<RandomGenerator> property) {
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                property.accept(GENERATORS.create(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("fails for seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
