package yingbao.policy.batch;

import java.util.Arrays;
import java.util.List;
import yingbao.policy.expr.Holder;

/**
 * Some households that follow each other, with everything worked out about them so far. Kernels read and write its arrays
 * directly, for they run over every row of a province.
 */
final class Chunk {
    /** How many households it holds at most: few enough for the processor's cache. */
    static final int HOUSEHOLDS_MAX = 512;

    final long asOf;
    final int words;
    /** How many households there are. */
    int households;
    /** How many persons they have. */
    int persons;
    /** Where each household's persons begin, and after the last one where they end. */
    int[] start = new int[HOUSEHOLDS_MAX + 1];
    /** The household of each person. */
    int[] owner = new int[0];
    /** The row of each household's parameters. */
    int[] area = new int[HOUSEHOLDS_MAX];
    /** Numbers by vector and row. */
    final long[][] value;
    /** What they are over, by vector and row; empty where all are over the same. */
    final long[][] denominator;
    /**
     * What is missing, by vector times words plus word, and row; nothing where the number is known. Empty for words in
     * which none of the vector's can be.
     */
    final long[][] missing;
    /** Parameters by their place in the plan and row. */
    long[][] parameter = new long[0][];
    /** What is missing of them, by place times words plus word, and row. */
    long[][] parameterMissing = new long[0][];
    /** Households that another evaluator has to decide. */
    final boolean[] odd = new boolean[HOUSEHOLDS_MAX];
    /** Whether anybody meets every clause of the programme that decided last. */
    boolean isAnyDrawn;

    private final List<Vector> vectors;

    Chunk(List<Vector> vectors, int words, long asOf) {
        this.vectors = List.copyOf(vectors);
        this.words = words;
        this.asOf = asOf;
        this.value = new long[vectors.size()][];
        this.denominator = new long[vectors.size()][];
        this.missing = new long[vectors.size() * words][];
        for (Vector vector : vectors) {
            if (vector.level() == Holder.HOUSEHOLD) {
                allocate(vector, HOUSEHOLDS_MAX);
            }
        }
        allocatePersons(HOUSEHOLDS_MAX * 4);
    }

    private void allocate(Vector vector, int rows) {
        value[vector.index()] = new long[rows];
        denominator[vector.index()] = vector.hasDenominators() ? new long[rows] : new long[0];
        for (int word = 0; word < words; word++) {
            missing[vector.index() * words + word] = new long[vector.isOpenIn(word) ? rows : 0];
        }
    }

    private void allocatePersons(int rows) {
        owner = new int[rows];
        for (Vector vector : vectors) {
            if (vector.level() == Holder.PERSON) {
                allocate(vector, rows);
            }
        }
    }

    /** Empties it for other households with so many persons. */
    void reset(int newHouseholds, int newPersons) {
        households = newHouseholds;
        persons = newPersons;
        if (newPersons > owner.length) {
            allocatePersons(Math.max(newPersons, owner.length * 2));
        }
        Arrays.fill(odd, 0, newHouseholds, false);
    }

    int rows(Holder level) {
        return switch (level) {
            case HOUSEHOLD -> households;
            case PERSON -> persons;
        };
    }

    /** Whether anything of a word may be missing of a vector. */
    boolean isOpen(Vector vector, int word) {
        return missing[vector.index() * words + word].length > 0;
    }

    /** Whether a row of a vector is known. */
    boolean isKnown(Vector vector, int row) {
        for (int word = 0; word < words; word++) {
            if (isOpen(vector, word) && missing[vector.index() * words + word][row] != 0) {
                return false;
            }
        }
        return true;
    }
}
