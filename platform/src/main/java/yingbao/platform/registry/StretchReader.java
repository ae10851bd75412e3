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
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Span;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** Puts one block of the register into columns. */
final class StretchReader {
    /** As files order the members of a household: numbers without leading zeros come as numbers do. */
    private static final Comparator<Someone> BY_NUMBER = Comparator.comparingInt(
                    (Someone member) -> member.number.length())
            .thenComparing(member -> member.number)
            .thenComparing(member -> member.id, StretchReader::unsigned);

    private final FactCodec codec;
    private final LocalDate on;
    private final Block.Builder block;
    private final FactRow.Names ofHouseholds;
    private final FactRow.Names ofPersons;
    private final Map<UUID, Someone> everybody = new HashMap<>();
    private final List<Home> homes = new ArrayList<>();
    /** Reused for one household after another. */
    private final List<FactRow> rows = new ArrayList<>();

    /** A household, or person, with what was stated of it so far, in the order of recording. */
    private static final class Someone {
        final UUID id;
        final String number;
        final List<CopyQueries.Stated> stated = new ArrayList<>(2);

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

    StretchReader(FactCodec codec, Pack pack, LocalDate on) {
        this.codec = codec;
        this.on = on;
        this.block = new Block.Builder(pack);
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

    Block read(Connection connection, CopyQueries.Stretch stretch) throws SQLException {
        Map<UUID, Home> byId = new HashMap<>();
        List<UUID> keptElsewhere = new ArrayList<>();
        CopyQueries.households(connection, stretch, row -> {
            Home home = home(row);
            byId.put(row.id(), home);
            homes.add(home);
        });
        CopyQueries.members(connection, stretch, on, row -> {
            Home home = byId.get(row.household());
            if (home != null) {
                add(home, row);
                if (!stretch.reaches(row.area())) {
                    keptElsewhere.add(row.person());
                }
            }
        });
        CopyQueries.merged(connection, stretch, row -> {
            if (add(row) && !stretch.reaches(row.area())) {
                keptElsewhere.add(row.person());
            }
        });
        CopyQueries.statements(connection, stretch, on, this::take);
        if (!keptElsewhere.isEmpty()) {
            CopyQueries.statements(connection, keptElsewhere, on, this::take);
        }
        homes.forEach(this::put);
        return block.build();
    }

    /** Puts households that changed among those that did not. */
    Block read(Connection connection, Splice.Part part, Population before) throws SQLException {
        Map<UUID, Home> changed = part.changed().isEmpty() ? Map.of() : read(connection, part.changed());
        for (Splice.Piece piece : part.pieces()) {
            switch (piece) {
                case Splice.Piece.Kept(Span span) -> block.copy(before, span);
                case Splice.Piece.Changed(UUID id) -> put(Objects.requireNonNull(changed.get(id)));
            }
        }
        return block.build();
    }

    private Map<UUID, Home> read(Connection connection, List<UUID> households) throws SQLException {
        Map<UUID, Home> byId = new HashMap<>();
        CopyQueries.households(connection, households, row -> byId.put(row.id(), home(row)));
        List<UUID> members = new ArrayList<>();
        CopyQueries.members(connection, households, on, row -> {
            add(Objects.requireNonNull(byId.get(row.household())), row);
            members.add(row.person());
        });
        CopyQueries.merged(connection, members, this::add);
        CopyQueries.statements(connection, everybody.keySet(), on, this::take);
        return byId;
    }

    private Home home(CopyQueries.Home row) {
        Someone household = new Someone(row.id(), "");
        everybody.put(row.id(), household);
        return new Home(household, row.area(), new ArrayList<>());
    }

    private void add(Home home, CopyQueries.Member row) {
        Someone member = new Someone(row.person(), row.number());
        everybody.put(row.person(), member);
        home.members().add(member);
    }

    private boolean add(CopyQueries.Merged row) {
        Someone known = everybody.get(row.into());
        if (known != null) {
            everybody.put(row.person(), known);
        }
        return known != null;
    }

    private void take(CopyQueries.Stated statement) {
        Someone holder = everybody.get(statement.holder());
        if (holder != null) {
            holder.add(statement);
        }
    }

    private void put(Home home) {
        home.members().sort(BY_NUMBER);
        FactRow household = row(0);
        boolean plain = household.read(ofHouseholds, home.household().stated, block);
        for (int member = 0; member < home.members().size(); member++) {
            plain &= row(member + 1).read(ofPersons, home.members().get(member).stated, block);
        }
        if (!plain) {
            block.add(unusual(home));
            return;
        }
        block.begin(home.area(), home.household().id.toString());
        household.put(Holder.HOUSEHOLD, block);
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
