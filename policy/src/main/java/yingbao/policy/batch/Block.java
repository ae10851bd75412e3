package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import yingbao.policy.batch.Section.Kind;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/**
 * Households that follow each other in a snapshot, ready to be written. Blocks can be made on several threads and are
 * then written in their order.
 */
public final class Block {
    /** How many households every block but the last has; small enough that a few of them fit into any memory. */
    public static final int HOUSEHOLDS = 32_768;

    private final int households;
    private final int persons;
    private final List<AreaCode> areas;
    private final Filling areaOf;
    private final List<Encoding> sections;

    private Block(Pack pack, Rows rows) {
        this.households = rows.count(Holder.HOUSEHOLD);
        this.persons = rows.count(Holder.PERSON);
        this.areas = rows.areas();
        this.areaOf = rows.area();
        this.sections = new ArrayList<>();
        sections.add(Encoding.ofColumn(Kind.STARTS, Holder.HOUSEHOLD, 0, rows.start(), households + 1));
        for (Holder holder : Holder.values()) {
            sections.add(Encoding.ofIds(holder, rows.ids(holder)));
            rows.columns(holder).forEach((slot, filled) -> {
                if (!filled.isEmpty()) {
                    sections.add(Encoding.ofColumn(Kind.COLUMN, holder, slot, filled, rows.count(holder)));
                }
            });
        }
        if (!rows.odd().isEmpty()) {
            byte[] odd = new OddHouseholds(pack).written(rows.odd());
            sections.add(Encoding.ofBytes(Kind.ODD, rows.odd().size(), odd));
        }
    }

    /** A block that is being filled. */
    public static final class Builder {
        private final Pack pack;
        private Rows rows;

        /** Whether a snapshot holds a fact: people supply it, and it is a number, a code, a day or a citizen id. */
        public static boolean isKept(Fact fact) {
            return Rows.isKept(fact);
        }

        public Builder(Pack pack) {
            this.pack = pack;
            this.rows = new Rows(pack);
        }

        public void add(Household household) {
            if (isFull()) {
                throw new IllegalStateException("a block is full");
            }
            rows.add(household);
        }

        /**
         * Adds households that follow each other in a population of the same facts.
         *
         * @throws IllegalStateException where there is no room for them
         */
        public void copy(Population from, Span span) {
            if (span.households() > HOUSEHOLDS - rows.count(Holder.HOUSEHOLD)) {
                throw new IllegalStateException("a block is full");
            }
            from.copy(span, rows);
        }

        /** Begins a household whose facts and members come one by one, in that order. */
        public void begin(AreaCode area, String id) {
            if (isFull()) {
                throw new IllegalStateException("a block is full");
            }
            rows.begin(area, id);
        }

        /** Adds a member to the household begun last. */
        public void member(String id) {
            rows.member(id);
        }

        /**
         * States a fact of the household, or of the member, that came last, each at most once.
         *
         * @param slot of a fact for which {@link #isKept} holds
         * @param number a whole number, a day's, one for true, or what {@link #number} gives
         */
        public void set(Holder holder, int slot, long number) {
            rows.set(holder, slot, number);
        }

        /** The number of a code or a citizen id; empty where no list has it, which only {@link #add} can keep. */
        public OptionalLong number(String text) {
            return rows.number(text);
        }

        public boolean isFull() {
            return rows.count(Holder.HOUSEHOLD) == HOUSEHOLDS;
        }

        boolean isEmpty() {
            return rows.count(Holder.HOUSEHOLD) == 0;
        }

        /** What is in it, and begins anew. */
        public Block build() {
            Block block = new Block(pack, rows);
            rows = new Rows(pack);
            return block;
        }
    }

    int households() {
        return households;
    }

    int persons() {
        return persons;
    }

    /** The areas in which somebody lives. */
    List<AreaCode> areas() {
        return areas;
    }

    /** The place of each household's area among them. */
    Filling areaOf() {
        return areaOf;
    }

    List<Encoding> sections() {
        return sections;
    }
}
