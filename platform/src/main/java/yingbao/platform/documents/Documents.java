package yingbao.platform.documents;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Sealer;
import yingbao.platform.kernel.Today;
import yingbao.policy.value.AreaCode;

/** Keeps files sealed, and opens them again. */
@Service
public class Documents {
    /** How large a file may be. */
    public static final int BYTES_MAX = 10 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final String SUBJECT = "document";
    private static final int ID_BYTES = 16;

    private final DocumentQueries queries;
    private final Sealer sealer;
    private final Audit audit;
    private final Today today;
    private final Divisions divisions;

    Documents(DocumentQueries queries, Sealer sealer, Audit audit, Today today, Divisions divisions) {
        this.queries = queries;
        this.sealer = sealer;
        this.audit = audit;
        this.today = today;
        this.divisions = divisions;
    }

    /**
     * Keeps a file for good. Its type is what the content shows, whatever the name says.
     *
     * @param name what people call it; a path before it is dropped, and an extension of another type is completed
     * @param content its bytes
     * @param area the division it belongs to, inside the caller's area
     * @throws Refusal {@code documents.empty}, {@code documents.too-large}, {@code documents.type} or
     *     {@code documents.outside}
     */
    @Transactional
    public DocumentId store(String name, byte[] content, AreaCode area) {
        Caller caller = Callers.current();
        if (!caller.scope().contains(area)) {
            throw Refusal.forbidden("documents.outside", divisions.name(area));
        }
        if (content.length == 0) {
            throw Refusal.at("/file", "documents.empty");
        }
        if (content.length > BYTES_MAX) {
            throw Refusal.at("/file", "documents.too-large", BYTES_MAX / 1024 / 1024);
        }
        FileType type = FileType.of(content).orElseThrow(() -> Refusal.at("/file", "documents.type", name));
        DocumentId id = new DocumentId(today.newId());
        DocumentView view = new DocumentView(
                id,
                type.named(name),
                type.mediaType(),
                content.length,
                sha256(content),
                area.digits(),
                caller.name(),
                today.instant());
        queries.insert(view, caller.user(), sealer.seal(withId(id, content)));
        audit.record(
                "document.store",
                SUBJECT,
                id.value(),
                area,
                Map.of("name", view.name(), "sha256", view.sha256(), "mediaType", view.mediaType()));
        return id;
    }

    /**
     * Opens a file that the caller may see; the log tells that they did.
     *
     * @throws Refusal {@code documents.unknown} when there is none, {@code documents.changed} when what is kept is not
     *     what was stored
     */
    @Transactional
    public OpenedDocument open(DocumentId id) {
        DocumentQueries.Kept kept = queries.find(id).orElseThrow(() -> Refusal.notFound("documents.unknown"));
        byte[] content = unsealed(kept);
        DocumentView view = kept.view();
        audit.record("document.open", SUBJECT, id.value(), new AreaCode(view.areaCode()), Map.of("name", view.name()));
        return new OpenedDocument(view, content);
    }

    /** What is known of some files without opening them; those that the caller may not see are left out. */
    @Transactional(readOnly = true)
    public List<DocumentView> find(Collection<DocumentId> ids) {
        return queries.find(ids.stream().map(DocumentId::value).distinct().toArray(UUID[]::new));
    }

    private byte[] unsealed(DocumentQueries.Kept kept) {
        DocumentId id = kept.view().id();
        byte[] opened;
        try {
            opened = sealer.open(kept.sealed());
        } catch (IllegalStateException changed) {
            LOG.error("the content of document {} does not open", id.value(), changed);
            throw Refusal.conflict("documents.changed", kept.view().name());
        }
        byte[] content = Arrays.copyOfRange(opened, Math.min(ID_BYTES, opened.length), opened.length);
        if (!Arrays.equals(opened, withId(id, content))
                || !sha256(content).equals(kept.view().sha256())) {
            LOG.error("the content of document {} is not what was stored under it", id.value());
            throw Refusal.conflict("documents.changed", kept.view().name());
        }
        return content;
    }

    /** The id is sealed together with the content, so that one file's content cannot be put in place of another's. */
    private static byte[] withId(DocumentId id, byte[] content) {
        return ByteBuffer.allocate(ID_BYTES + content.length)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .put(content)
                .array();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
