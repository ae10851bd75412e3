package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.List;
import yingbao.policy.batch.Operand.Place;

/**
 * Bits of what is missing while they are being gathered, in one local variable a word. A word to which no bit can ever
 * have come is zero for certain, so that whoever reads the answer need not ask.
 */
final class OpenWords {
    private final Code code;
    private final List<Place.Local> words;
    private final boolean[] open;

    /** All zero at first. */
    OpenWords(Code code, int words) {
        this.code = code;
        this.words = code.words(words);
        this.open = new boolean[words];
    }

    void add(List<Place> bits) {
        for (int word = 0; word < open.length; word++) {
            if (!bits.get(word).is(0)) {
                code.push(words.get(word));
                code.push(bits.get(word));
                code.out().lor();
                code.out().lstore(words.get(word).slot());
                open[word] = true;
            }
        }
    }

    void set(List<Place> bits) {
        for (int word = 0; word < open.length; word++) {
            code.set(words.get(word), bits.get(word));
            open[word] |= !bits.get(word).is(0);
        }
    }

    void clear() {
        words.forEach(word -> code.set(word, Operand.ZERO));
    }

    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int word = 0; word < open.length; word++) {
            places.add(open[word] ? words.get(word) : Operand.ZERO);
        }
        return places;
    }
}
