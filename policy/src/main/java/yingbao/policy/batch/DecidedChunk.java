package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Missing;
import yingbao.policy.pack.Programme;

/**
 * What was decided of some households that follow each other, and of their persons. The first of them is row 0 here; the
 * same object holds others' decisions later.
 */
public final class DecidedChunk {
    private final Plan plan;
    private final Chunk chunk;
    private final List<OfProgramme> all = new ArrayList<>();
    /** Of programmes in a group, by number, what they decide by themselves. */
    private final Map<Integer, OfProgramme> alone = new HashMap<>();

    private final List<OfProgramme> rivals;
    /** The full name of each thing that may be missing, by bit. */
    private final List<String> names;

    /** Worked out when first asked for, which few sinks do. */
    private Optional<Lacking> lacking = Optional.empty();

    private int firstHousehold;
    private int firstPerson;

    DecidedChunk(Plan plan) {
        this.plan = plan;
        this.chunk = new Chunk(plan.vectors(), plan.inputs().words(), plan.on().toEpochDay());
        for (Programme programme : plan.programmes()) {
            all.add(empty(programme));
        }
        plan.steps().forEach(step -> {
            if (step instanceof Step.Settle settle) {
                alone.put(settle.decided().number(), empty(settle.decided().programme()));
            }
        });
        this.names = Apart.names(plan);
        this.rivals = new ArrayList<>(all);
        alone.forEach(rivals::set);
    }

    private OfProgramme empty(Programme programme) {
        return new OfProgramme(programme, 0, plan.inputs().words());
    }

    /** Begins with other households; the chunk already holds how many there are. */
    void reset(int household, int person) {
        firstHousehold = household;
        firstPerson = person;
        all.forEach(of -> of.resize(chunk.rows(of.holder())));
        alone.values().forEach(of -> of.resize(chunk.rows(of.holder())));
    }

    Chunk chunk() {
        return chunk;
    }

    List<OfProgramme> all() {
        return all;
    }

    /** The programmes' own decisions, before those in groups give way to each other. */
    List<OfProgramme> rivals() {
        return rivals;
    }

    /** Keeps what a programme decides by itself, where a group asks for it. */
    void keepAlone(int number) {
        OfProgramme kept = alone.get(number);
        if (kept != null) {
            kept.copy(all.get(number), 0, 0, chunk.rows(kept.holder()));
        }
    }

    /** The programmes in force, in the pack's order. */
    public List<Programme> programmes() {
        return plan.programmes();
    }

    /** The decisions of a programme, by its place among those in force and by row of this chunk. */
    public OfProgramme of(int programme) {
        return all.get(programme);
    }

    /**
     * The full name of the one thing that would settle an undetermined row, such as {@code person.disability_grade}; empty
     * where several are missing, or none. Of a parameter that may be asked for at two moments there is one name.
     */
    public Optional<String> onlyMissing(int programme, int row) {
        long[][] missing = all.get(programme).missing;
        Optional<String> only = Optional.empty();
        for (int word = 0; word < missing.length; word++) {
            for (long bits = missing[word][row]; bits != 0; bits &= bits - 1) {
                String name = names.get(word * Long.SIZE + Long.numberOfTrailingZeros(bits));
                if (only.filter(before -> !before.equals(name)).isPresent()) {
                    return Optional.empty();
                }
                only = Optional.of(name);
            }
        }
        return only;
    }

    /**
     * The full names of what would settle an undetermined row, as {@link Missing} orders them: of facts its own household's,
     * its own person's, or those of the household's only member. Empty where a fact of another member may be meant, and of a
     * household that was decided apart: then only an assessment tells.
     */
    public Optional<List<String>> missing(int programme, int row) {
        Lacking known = lacking();
        OfProgramme of = of(programme);
        int household = chunk.household(of.holder(), row);
        if (isApart(household)) {
            return Optional.empty();
        }
        boolean alone = chunk.start[household + 1] - chunk.start[household] == 1;
        List<String> found = new ArrayList<>();
        for (Lacking.OfBit one : known.inOrder()) {
            if ((of.missing[one.bit() / Long.SIZE][row] >>> one.bit() % Long.SIZE & 1) == 0) {
                continue;
            }
            if (!alone && known.isOfOthers(programme, one.bit())) {
                return Optional.empty();
            }
            if (found.isEmpty() || !found.getLast().equals(one.name())) {
                found.add(one.name());
            }
        }
        return Optional.of(found);
    }

    private Lacking lacking() {
        Lacking known = lacking.orElseGet(() -> new Lacking(plan, names));
        lacking = Optional.of(known);
        return known;
    }

    /** Whether the evaluator that walks the tree decided a household of this chunk. */
    public boolean isApart(int household) {
        return chunk.odd[household];
    }

    /** Where its first household, or first person, stands in the population. */
    public int first(Holder holder) {
        return switch (holder) {
            case HOUSEHOLD -> firstHousehold;
            case PERSON -> firstPerson;
        };
    }

    /** How many households, or persons, there are. */
    public int rows(Holder holder) {
        return chunk.rows(holder);
    }

    /** Where the persons of a household of this chunk begin; after the last household, where they end. */
    public int firstPersonOf(int household) {
        return chunk.start[household];
    }

    /** The number of the area where a household lives. */
    int areaOf(int household) {
        return chunk.area[household];
    }
}
