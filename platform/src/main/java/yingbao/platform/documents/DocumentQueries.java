package yingbao.platform.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.UserId;

/** All SQL about kept files. */
@Component
class DocumentQueries {
    private static final String COLUMNS =
            "id, name, media_type, size_bytes, sha256, area_code, stored_by_name, stored_at";

    private final JdbcClient jdbc;

    DocumentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file with its sealed content. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: it only carries a row to its one reader
    record Kept(DocumentView view, byte[] sealed) {}

    void insert(DocumentView view, UserId storedBy, byte[] sealed) {
        jdbc.sql("""
                insert into documents.file
                    (id, area_code, name, media_type, size_bytes, sha256, sealed, stored_by, stored_by_name, stored_at)
                values (:id, :area, :name, :type, :size, :sha256, :sealed, :by, :byName, :at)
                """)
                .param("id", view.id().value())
                .param("area", view.areaCode())
                .param("name", view.name())
                .param("type", view.mediaType())
                .param("size", view.sizeBytes())
                .param("sha256", HexFormat.of().parseHex(view.sha256()))
                .param("sealed", sealed)
                .param("by", storedBy.value())
                .param("byName", view.storedBy())
                .param("at", Timestamp.from(view.storedAt()))
                .update();
    }

    Optional<Kept> find(DocumentId id) {
        return jdbc.sql("select " + COLUMNS + ", sealed from documents.file where id = :id")
                .param("id", id.value())
                .query((row, number) -> new Kept(view(row, number), row.getBytes("sealed")))
                .optional();
    }

    List<DocumentView> find(UUID[] ids) {
        return jdbc.sql("select " + COLUMNS + " from documents.file where id = any (:ids) order by stored_at, id")
                .param("ids", ids)
                .query(DocumentQueries::view)
                .list();
    }

    private static DocumentView view(ResultSet row, int number) throws SQLException {
        return new DocumentView(
                new DocumentId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getString("area_code"),
                row.getString("stored_by_name"),
                row.getTimestamp("stored_at").toInstant());
    }
}
