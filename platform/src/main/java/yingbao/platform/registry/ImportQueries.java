package yingbao.platform.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Sealer;

/** SQL about files that people bring. */
@Component
class ImportQueries {
    private static final int PIECE_BYTES = 1 << 20;
    private static final String COLUMNS = """
            id, file_name, effective_on, source, state, job_id, rows_read, rows_landed, rows_same, rows_held,
            households_new, persons_new, statements, faults::text, returned_name, created_at, created_name, finished_at
            """;

    private final JdbcClient jdbc;
    private final Sealer sealer;

    ImportQueries(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    record ImportRow(
            UUID id,
            String fileName,
            LocalDate effectiveOn,
            String source,
            String state,
            Optional<UUID> job,
            long read,
            long landed,
            long same,
            long held,
            long householdsNew,
            long personsNew,
            long statements,
            String faults,
            String returnedName,
            Instant createdAt,
            String createdName,
            Optional<Instant> finishedAt) {}

    /** How a landing ended. */
    record Counts(long read, long landed, long same, long held, long householdsNew, long personsNew, long statements) {}

    void insert(UUID id, String fileName, LocalDate on, String source, Caller caller, Instant at) {
        jdbc.sql("""
                insert into registry.import
                    (id, area_code, file_name, effective_on, source, state, created_at, created_by, created_name)
                values (:id, :area, :file, :on, :source, 'WAITING', :at, :by, :name)
                """)
                .param("id", id)
                .param("area", caller.area().digits())
                .param("file", fileName)
                .param("on", on)
                .param("source", source)
                .param("at", Timestamp.from(at))
                .param("by", caller.user().value())
                .param("name", caller.name())
                .update();
    }

    void planned(UUID id, UUID job) {
        jdbc.sql("update registry.import set job_id = :job where id = :id")
                .param("job", job)
                .param("id", id)
                .update();
    }

    /**
     * Keeps a file, sealed piece by piece.
     *
     * @return how many bytes it has
     */
    long store(UUID id, Caller caller, String name, boolean returned, InputStream bytes) throws IOException {
        long size = 0;
        byte[] piece = bytes.readNBytes(PIECE_BYTES);
        for (int position = 0; piece.length > 0; position++) {
            size += piece.length;
            jdbc.sql("""
                    insert into registry.import_piece (import_id, area_code, file_name, returned, position, sealed)
                    values (:id, :area, :name, :returned, :position, :sealed)
                    """)
                    .param("id", id)
                    .param("area", caller.area().digits())
                    .param("name", name)
                    .param("returned", returned)
                    .param("position", position)
                    .param("sealed", sealer.seal(piece))
                    .update();
            piece = bytes.readNBytes(PIECE_BYTES);
        }
        return size;
    }

    List<String> files(UUID id, boolean returned) {
        return jdbc.sql("""
                select distinct file_name from registry.import_piece
                 where import_id = :id and returned = :returned order by file_name
                """)
                .param("id", id)
                .param("returned", returned)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Writes a file's bytes, whose pieces are opened on all cores. */
    void read(UUID id, String name, OutputStream bytes) {
        jdbc.sql("""
                select sealed from registry.import_piece
                 where import_id = :id and file_name = :name order by position
                """).param("id", id).param("name", name).query((row, _) -> row.getBytes(1)).list().parallelStream()
                .map(sealer::open)
                .forEachOrdered(piece -> {
                    try {
                        bytes.write(piece);
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
    }

    /** An import, kept from being carried out twice at once. */
    Optional<ImportRow> hold(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from registry.import where id = :id for update")
                .param("id", id)
                .query(ImportQueries::row)
                .optional();
    }

    Optional<ImportRow> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from registry.import where id = :id")
                .param("id", id)
                .query(ImportQueries::row)
                .optional();
    }

    void finish(UUID id, String state, Counts counts, String faults, List<String> returned, Instant at) {
        jdbc.sql("""
                update registry.import
                   set state = :state, rows_read = :read, rows_landed = :landed, rows_same = :same, rows_held = :held,
                       households_new = :households, persons_new = :persons, statements = :statements,
                       faults = :faults::jsonb, returned_name = :returned, finished_at = :at
                 where id = :id
                """)
                .param("state", state)
                .param("read", counts.read())
                .param("landed", counts.landed())
                .param("same", counts.same())
                .param("held", counts.held())
                .param("households", counts.householdsNew())
                .param("persons", counts.personsNew())
                .param("statements", counts.statements())
                .param("faults", faults)
                .param("returned", String.join("\n", returned))
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
        jdbc.sql("delete from registry.import_piece where import_id = :id and not returned")
                .param("id", id)
                .update();
    }

    List<ImportRow> in(AreaScope scope, int offset, int size) {
        return jdbc.sql("select " + COLUMNS + """
                  from registry.import
                 where area_code between :from and :to
                 order by created_at desc
                offset :offset limit :size
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("offset", offset)
                .param("size", size)
                .query(ImportQueries::row)
                .list();
    }

    long count(AreaScope scope) {
        return jdbc.sql("select count(*) from registry.import where area_code between :from and :to")
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Long.class)
                .single();
    }

    static List<String> names(String joined) {
        return Arrays.stream(joined.split("\n")).filter(name -> !name.isEmpty()).toList();
    }

    private static ImportRow row(ResultSet row, int number) throws SQLException {
        return new ImportRow(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("source"),
                row.getString("state"),
                Optional.ofNullable(row.getObject("job_id", UUID.class)),
                row.getLong("rows_read"),
                row.getLong("rows_landed"),
                row.getLong("rows_same"),
                row.getLong("rows_held"),
                row.getLong("households_new"),
                row.getLong("persons_new"),
                row.getLong("statements"),
                row.getString("faults"),
                row.getString("returned_name"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_name"),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }
}
