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

    /** So many rows are passed over at once where a flag holds for none of them. */
    private static final int STRETCH = 32;

    final long asOf;
    final int words;
    /** How many households there are. */
    int households;
    /** How many persons they have. */
    int persons;
    /** Where each household's persons begin, and after the last one where they end. */
    int[] start = new int[HOUSEHOLDS_MAX + 1];
    /** The household of each person, once somebody has asked. */
    private int[] owner = new int[0];

    private boolean hasOwners;
    /** The number of the area where each household lives. */
    int[] area = new int[HOUSEHOLDS_MAX];
    /** The household after the last of those that follow each household and have the same parameters. */
    private final int[] endOfDivision = new int[HOUSEHOLDS_MAX];

    private final int[] divisionOf = new int[HOUSEHOLDS_MAX];
    /** Numbers by vector and row. */
    final long[][] value;
    /** What they are over, by vector and row; empty where all are over the same. */
    final long[][] denominator;
    /**
     * What is missing, by vector times words plus word, and row; nothing where the number is known. Empty for words in
     * which none of the vector's can be.
     */
    final long[][] missing;
    /** The division whose parameters hold for the rows that a kernel is run for. */
    int division;
    /** Parameters by their place in the plan and division. */
    long[][] parameter = new long[0][];
    /** What is missing of them, by place times words plus word, and division. */
    long[][] parameterMissing = new long[0][];
    /** Households that another evaluator has to decide. */
    final boolean[] odd = new boolean[HOUSEHOLDS_MAX];
    /** Room for what {@link Tally} has counted before each person, and before whoever comes after the last. */
    long[] counted = new long[0];
    /** How many meet every clause of the programme that decided last. */
    int drawn;
    /** Their rows, and room for a stretch. */
    private int[] drawnRows = new int[HOUSEHOLDS_MAX];

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
        counted = new long[rows + 1];
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
        hasOwners = false;
    }

    /** The household of each person: how many households begin behind the first one up to there. */
    int[] owners() {
        if (!hasOwners) {
            Arrays.fill(owner, 0, persons, 0);
            for (int row = 1; row < households && start[row] < persons; row++) {
                owner[start[row]]++;
            }
            int household = 0;
            for (int person = 0; person < persons; person++) {
                household += owner[person];
                owner[person] = household;
            }
            hasOwners = true;
        }
        return owner;
    }

    /** The household of a row. */
    int household(Holder level, int row) {
        return switch (level) {
            case HOUSEHOLD -> row;
            case PERSON -> owners()[row];
        };
    }

    /** Finds out where households that follow each other have other parameters than those before. */
    void divide(AreaParameters parameters) {
        int end = households;
        for (int row = households - 1; row >= 0; row--) {
            divisionOf[row] = parameters.place(area[row]);
            if (row + 1 < households && divisionOf[row] != divisionOf[row + 1]) {
                end = row + 1;
            }
            endOfDivision[row] = end;
        }
    }

    /** Takes the parameters of a row, and returns the row after the last that has the same, of those before another. */
    int takeDivision(Holder level, int row, int to) {
        int household = endOfDivision[0] == households ? 0 : household(level, row);
        division = divisionOf[household];
        int end = endOfDivision[household];
        return Math.min(
                to,
                switch (level) {
                    case HOUSEHOLD -> end;
                    case PERSON -> start[end];
                });
    }

    /** Finds the rows that a flag holds for; most often those are few or none. */
    void draw(long[] flags, int rows) {
        drawn = 0;
        for (int from = 0; from < rows; from += STRETCH) {
            int to = Math.min(from + STRETCH, rows);
            long any = 0;
            for (int row = from; row < to; row++) {
                any |= flags[row];
            }
            if (any != 0) {
                draw(flags, from, to);
            }
        }
    }

    private void draw(long[] flags, int from, int to) {
        if (drawn + STRETCH > drawnRows.length) {
            drawnRows = Arrays.copyOf(drawnRows, drawnRows.length * 2);
        }
        int[] found = drawnRows;
        int count = drawn;
        for (int row = from; row < to; row++) {
            found[count] = row;
            count += (int) flags[row];
        }
        drawn = count;
    }

    int drawnRow(int number) {
        return drawnRows[number];
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
