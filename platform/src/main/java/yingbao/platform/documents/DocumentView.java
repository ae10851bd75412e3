package yingbao.platform.documents;

import java.time.Instant;

/**
 * What is known of a kept file without opening it.
 *
 * @param name what people call it, with the extension of its type
 * @param mediaType what its content is, such as {@code application/pdf}
 * @param sizeBytes its size in bytes
 * @param sha256 the hash of its content, 64 hexadecimal digits
 * @param areaCode the division it belongs to, twelve digits
 * @param storedBy who stored it, as people call them
 */
public record DocumentView(
        DocumentId id,
        String name,
        String mediaType,
        long sizeBytes,
        String sha256,
        String areaCode,
        String storedBy,
        Instant storedAt) {}
