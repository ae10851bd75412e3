package yingbao.platform.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import yingbao.policy.batch.Block;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** Reads households statement by statement, and puts them into columns. */
final class StatementReader {
    /** As files order the members of a household: numbers without leading zeros come as numbers do. */
    private static final Comparator<Someone> BY_NUMBER = Comparator.comparingInt(
                    (Someone member) -> member.number.length())
            .thenComparing(member -> member.number)
            .thenComparing(member -> member.id, StatementReader::unsigned);

    private final FactCodec codec;
    private final LocalDate on;
    private final FactRow.Names ofHouseholds;
    private final FactRow.Names ofPersons;
    private final Map<UUID, Someone> everybody = new HashMap<>();
    private final Map<UUID, Home> homes = new HashMap<>();
    /** Reused for one household after another. */
    private final List<FactRow> rows = new ArrayList<>();

    /** A household, or person, with what was stated of it so far, in the order of recording. */
    private static final class Someone {
        final UUID id;
        final String number;
        final List<CopyQueries.Stated> stated = new ArrayList<>(2);
        boolean isPassing;

        Someone(UUID id, String number) {
            this.id = id;
            this.number = number;
        }

        void add(CopyQueries.Stated statement) {
            int place = stated.size();
            while (place > 0 && stated.get(place - 1).seq() > statement.seq()) {
                place--;
            }
            stated.add(place, statement);
        }
    }

    private record Home(Someone household, AreaCode area, List<Someone> members) {}

    StatementReader(FactCodec codec, Pack pack, LocalDate on) {
        this.codec = codec;
        this.on = on;
        this.ofHouseholds = new FactRow.Names(codec, pack, Holder.HOUSEHOLD);
        this.ofPersons = new FactRow.Names(codec, pack, Holder.PERSON);
    }

    /** PostgreSQL orders ids by their bytes. */
    private static int unsigned(UUID one, UUID other) {
        int upper = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return upper != 0
                ? upper
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    /** Reads households, at least one. */
    void read(Connection connection, List<CopyQueries.Home> households) throws SQLException {
        households.forEach(this::add);
        List<UUID> members = new ArrayList<>();
        CopyQueries.members(connection, homes.keySet(), on, row -> {
            if (add(Objects.requireNonNull(homes.get(row.household())), row)) {
                members.add(row.person());
            }
        });
        CopyQueries.merged(connection, members, this::add);
        CopyQueries.statements(connection, everybody.keySet(), on, this::take);
    }

    private void add(CopyQueries.Home row) {
        Someone household = new Someone(row.id(), "");
        everybody.put(row.id(), household);
        homes.put(row.id(), new Home(household, row.area(), new ArrayList<>()));
    }

    /** Whether the person belongs to the household on the day, and not only later. */
    private boolean add(Home home, CopyQueries.Member row) {
        home.household().isPassing |= !row.time().isForGood();
        if (row.time().begun()) {
            Someone member = new Someone(row.person(), row.number());
            everybody.put(row.person(), member);
            home.members().add(member);
        }
        return row.time().begun();
    }

    private void add(CopyQueries.Merged row) {
        everybody.put(row.person(), Objects.requireNonNull(everybody.get(row.into())));
    }

    private void take(CopyQueries.Stated statement) {
        Someone holder = everybody.get(statement.holder());
        if (holder != null) {
            holder.isPassing |= !statement.time().isForGood();
            if (statement.time().begun()) {
                holder.add(statement);
            }
        }
    }

    /** Whether anything of a household that was read begins or ends to hold later. */
    boolean isPassing(UUID id) {
        Home home = Objects.requireNonNull(homes.get(id));
        return home.household().isPassing || home.members().stream().anyMatch(member -> member.isPassing);
    }

    /** Puts a household that was read into blocks. */
    void put(UUID id, List<Block.Builder> blocks) {
        Home home = Objects.requireNonNull(homes.get(id));
        home.members().sort(BY_NUMBER);
        FactRow household = row(0);
        Block.Builder any = blocks.getFirst();
        boolean plain = household.read(ofHouseholds, home.household().stated, any);
        for (int member = 0; member < home.members().size(); member++) {
            plain &= row(member + 1).read(ofPersons, home.members().get(member).stated, any);
        }
        for (Block.Builder block : blocks) {
            if (plain) {
                put(home, block);
            } else {
                block.add(unusual(home));
            }
        }
    }

    private void put(Home home, Block.Builder block) {
        block.begin(home.area(), home.household().id.toString());
        row(0).put(Holder.HOUSEHOLD, block);
        for (int member = 0; member < home.members().size(); member++) {
            block.member(home.members().get(member).id.toString());
            row(member + 1).put(Holder.PERSON, block);
        }
    }

    private FactRow row(int place) {
        while (rows.size() <= place) {
            rows.add(new FactRow(Math.max(ofHouseholds.slots(), ofPersons.slots())));
        }
        return rows.get(place);
    }

    /** A household with a value that no column can hold, such as a code that the pack does not know. */
    private Household unusual(Home home) {
        return new Household(
                home.area(),
                FactRow.facts(codec, Holder.HOUSEHOLD, home.household().id, home.household().stated),
                home.members().stream()
                        .map(member -> FactRow.facts(codec, Holder.PERSON, member.id, member.stated))
                        .toList());
    }
}
