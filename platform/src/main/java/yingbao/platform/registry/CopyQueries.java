package yingbao.platform.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import yingbao.policy.value.AreaCode;

/**
 * SQL that streams the register in PostgreSQL's binary form of COPY. A copy takes no parameters: what is put into the text
 * are days, area codes and ids, which hold nothing but digits, letters and hyphens.
 */
final class CopyQueries {
    /** A signature, flags, and the length of an extension that there is none of; they come with the first row. */
    private static final int HEADER_BYTES = 19;

    private static final AreaCode AFTER_ALL = new AreaCode("9".repeat(12));

    private CopyQueries() {}

    /**
     * Households that follow each other by area and id.
     *
     * @param area of the first one
     * @param first its id
     * @param endArea of the one after the last
     * @param end its id; nothing of its area's where it is the smallest id of all
     */
    record Stretch(AreaCode area, UUID first, AreaCode endArea, UUID end) {
        private String holds(String alias) {
            return "(%1$s.area_code, %1$s.id) >= ('%2$s', '%3$s') and (%1$s.area_code, %1$s.id) < ('%4$s', '%5$s')"
                    .formatted(alias, area, first, endArea, end);
        }

        /** Households that lie between two of them, both included. */
        static Stretch between(Home first, Home last) {
            UUID id = last.id();
            long least = id.getLeastSignificantBits() + 1;
            UUID after = new UUID(id.getMostSignificantBits() + (least == 0 ? 1 : 0), least);
            return new Stretch(first.area(), first.id(), last.area(), after);
        }

        /** Bundles some of whose households lie, or might lie, in it. */
        private String overlaps() {
            return "(b.first_area, b.first_id) < ('%3$s', '%4$s') and (b.last_area, b.last_id) >= ('%1$s', '%2$s')"
                    .formatted(area, first, endArea, end);
        }

        /** Whether a bundle lies in it with all its households. */
        private String includes() {
            return "(b.first_area, b.first_id) >= ('%1$s', '%2$s') and (b.last_area, b.last_id) < ('%3$s', '%4$s')"
                    .formatted(area, first, endArea, end);
        }
    }

    /** A household and where it is kept. */
    record Home(UUID id, AreaCode area) {}

    /**
     * From when and until when something holds that holds on a day or later.
     *
     * @param begun whether it holds on the day
     * @param ends whether it ceases to hold some day
     */
    record Time(boolean begun, boolean ends) {
        /** Whether it holds on the day, and on all that follow. */
        boolean isForGood() {
            return begun && !ends;
        }
    }

    /** Who belongs to a household, and the number by which members are ordered. */
    record Member(UUID household, Time time, UUID person, String number) {}

    /** Somebody who turned out to be the same as another. */
    record Merged(UUID person, UUID into) {}

    /** What somebody stated, as it is stored: a JSON object, and another that is sealed. */
    record Stated(UUID holder, Time time, long seq, ByteBuffer facts, Optional<ByteBuffer> sealed) {}

    /**
     * A bundle.
     *
     * @param inside whether no household of it lies out of the stretch that was asked for
     * @param from the day from which it tells
     * @param sealed empty where its households are to be read one by one
     */
    record Bundled(long id, boolean inside, LocalDate from, List<UUID> households, Optional<ByteBuffer> sealed) {}

    /** Takes one row after another. */
    @FunctionalInterface
    interface Taking<T> {
        void take(T row);
    }

    /** Cuts everybody into stretches of so many households; only the last may have fewer. */
    static List<Stretch> stretches(Connection connection, int households) throws SQLException {
        List<Home> firsts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select area_code, id
                          from (select area_code, id, row_number() over (order by area_code, id) as place
                                  from registry.household) as placed
                         where place %% %d = 1
                         order by place
                        """.formatted(households))) {
            while (rows.next()) {
                firsts.add(new Home(rows.getObject(2, UUID.class), new AreaCode(rows.getString(1))));
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int number = 0; number < firsts.size(); number++) {
            Home first = firsts.get(number);
            Home end = number + 1 < firsts.size() ? firsts.get(number + 1) : new Home(new UUID(0, 0), AFTER_ALL);
            stretches.add(new Stretch(first.area(), first.id(), end.area(), end.id()));
        }
        return stretches;
    }

    /** The households of a stretch, in order. */
    static void households(Connection connection, Stretch stretch, Taking<Home> into) throws SQLException {
        copy(
                connection,
                """
                select h.id, h.area_code::text
                  from registry.household h
                 where %s
                 order by h.area_code, h.id
                """.formatted(stretch.holds("h")),
                row -> into.take(new Home(uuid(row), new AreaCode(text(row)))));
    }

    private static String time(String alias, LocalDate on) {
        return "lower(%1$s.valid) <= date '%2$s', not upper_inf(%1$s.valid)".formatted(alias, on);
    }

    private static String fromThenOn(String alias, LocalDate on) {
        return "(upper_inf(%1$s.valid) or upper(%1$s.valid) > date '%2$s')".formatted(alias, on);
    }

    private static Time time(ByteBuffer row) {
        row.getInt();
        boolean begun = row.get() != 0;
        row.getInt();
        return new Time(begun, row.get() != 0);
    }

    /** Who belongs on a day or later to some households; in no order. Persons are looked up by their ids, not all gone through. */
    static void members(Connection connection, Collection<UUID> households, LocalDate on, Taking<Member> into)
            throws SQLException {
        Map<UUID, List<Belonging>> belonging = new HashMap<>();
        copy(
                connection,
                "select m.person_id, m.household_id, %s from registry.membership m where %s and m.household_id = %s"
                        .formatted(time("m", on), fromThenOn("m", on), any(households)),
                row -> belonging
                        .computeIfAbsent(uuid(row), _ -> new ArrayList<>())
                        .add(new Belonging(uuid(row), time(row))));
        copy(
                connection,
                "select p.id, p.number from registry.person p where p.merged_into is null and p.id = "
                        + any(belonging.keySet()),
                row -> {
                    UUID person = uuid(row);
                    String number = text(row);
                    for (Belonging to : belonging.getOrDefault(person, List.of())) {
                        into.take(new Member(to.household(), to.time(), person, number));
                    }
                });
    }

    /** To which household somebody belongs when. */
    private record Belonging(UUID household, Time time) {}

    /** Who was merged into one of some persons. */
    static void merged(Connection connection, Collection<UUID> persons, Taking<Merged> into) throws SQLException {
        copy(
                connection,
                "select p.id, p.merged_into from registry.person p where p.merged_into = " + any(persons),
                row -> into.take(new Merged(uuid(row), uuid(row))));
    }

    /** Everything stated for a day or later about some persons or households, wherever it is kept. */
    static void statements(Connection connection, Collection<UUID> holders, LocalDate on, Taking<Stated> into)
            throws SQLException {
        copy(
                connection,
                """
                select s.holder_id, %s, s.seq, s.facts, s.sealed
                  from registry.statement s
                 where s.holder_id = %s and %s
                """.formatted(time("s", on), any(holders), fromThenOn("s", on)),
                row -> into.take(stated(row)));
    }

    private static String any(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "any('{", "}'::uuid[])"));
    }

    /**
     * The bundles of a stretch, the newest last.
     *
     * @param which a condition on bundles {@code b}
     */
    static void bundles(Connection connection, Stretch stretch, String which, Taking<Bundled> into)
            throws SQLException {
        copy(connection, """
                select b.id, %s, b.from_day - date '1970-01-01', b.households, b.content
                  from registry.bundle b
                 where %s and %s
                 order by b.id
                """.formatted(stretch.includes(), stretch.overlaps(), which), row -> into.take(bundled(row)));
    }

    private static Bundled bundled(ByteBuffer row) {
        row.getInt();
        long id = row.getLong();
        row.getInt();
        boolean inside = row.get() != 0;
        row.getInt();
        LocalDate from = LocalDate.ofEpochDay(row.getInt());
        return new Bundled(id, inside, from, uuids(row), bytes(row));
    }

    /** An array: its length in bytes, how many dimensions it has, two words of no matter, and of its one the size and the first place. */
    private static List<UUID> uuids(ByteBuffer row) {
        row.position(row.position() + 4 * Integer.BYTES);
        int count = row.getInt();
        row.getInt();
        List<UUID> uuids = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            uuids.add(uuid(row));
        }
        return uuids;
    }

    private static Stated stated(ByteBuffer row) {
        UUID holder = uuid(row);
        Time time = time(row);
        row.getInt();
        long seq = row.getLong();
        // PostgreSQL sends the number of the format before the text of a JSON object.
        ByteBuffer facts = bytes(row).orElseThrow();
        return new Stated(holder, time, seq, facts.slice(1, facts.remaining() - 1), bytes(row));
    }

    private static void copy(Connection connection, String query, Taking<ByteBuffer> into) throws SQLException {
        CopyOut out = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        try {
            boolean first = true;
            for (byte[] bytes = out.readFromCopy(); bytes != null; bytes = out.readFromCopy()) {
                ByteBuffer row = ByteBuffer.wrap(bytes).position(first ? HEADER_BYTES : 0);
                first = false;
                if (row.getShort() >= 0) {
                    into.take(row);
                }
            }
        } finally {
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
    }

    private static UUID uuid(ByteBuffer row) {
        row.getInt();
        return new UUID(row.getLong(), row.getLong());
    }

    private static String text(ByteBuffer row) {
        return StandardCharsets.UTF_8.decode(bytes(row).orElseThrow()).toString();
    }

    private static Optional<ByteBuffer> bytes(ByteBuffer row) {
        int length = row.getInt();
        if (length < 0) {
            return Optional.empty();
        }
        ByteBuffer bytes = row.slice(row.position(), length);
        row.position(row.position() + length);
        return Optional.of(bytes);
    }
}
