package yingbao.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Something drawn by shares of a thousand.
 *
 * @param keys what may be drawn
 * @param upTo of a thousand, those up to and with each key
 */
record Draw(List<String> keys, List<Long> upTo) {

    /** Draws by shares; what they leave of a thousand falls to the key {@code otherwise}. */
    static Draw of(Map<String, Long> shares, String otherwise) {
        List<Long> upTo = new ArrayList<>();
        long sum = 0;
        for (long share : shares.values()) {
            sum += share;
            upTo.add(sum);
        }
        List<String> keys = new ArrayList<>(shares.keySet());
        keys.add(otherwise);
        upTo.add((long) SyntheticProvince.PER_MILLE);
        return new Draw(List.copyOf(keys), List.copyOf(upTo));
    }

    /** The place of what is drawn among the keys. */
    int draw(RandomGenerator random) {
        int at = random.nextInt(SyntheticProvince.PER_MILLE);
        int key = 0;
        while (key < keys.size() - 1 && upTo.get(key) <= at) {
            key++;
        }
        return key;
    }
}
