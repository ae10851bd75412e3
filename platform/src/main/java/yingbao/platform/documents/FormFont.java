package yingbao.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Refusal;

/**
 * The typeface of printed papers. The build packs Noto Sans SC; a department that owns the typeface of GB/T 9704 names
 * its TrueType file in the setting {@code yingbao.font}.
 */
@Component
class FormFont {
    static final String PACKED = "/fonts/NotoSansSC_400Regular.ttf";

    private final String given;
    private volatile byte[] read = {};

    FormFont(@Value("${yingbao.font:}") String given) {
        this.given = given;
    }

    /**
     * The TrueType file, read once.
     *
     * @throws Refusal {@code documents.font-missing} (the file) when it is not there
     */
    InputStream stream() {
        if (read.length == 0) {
            read = FontCharacters.withoutRadicals(load());
        }
        return new ByteArrayInputStream(read);
    }

    private byte[] load() {
        try (InputStream file =
                given.isEmpty() ? FormFont.class.getResourceAsStream(PACKED) : Files.newInputStream(Path.of(given))) {
            if (file != null) {
                return file.readAllBytes();
            }
        } catch (IOException unreadable) {
            throw Refusal.conflict("documents.font-missing", given);
        }
        throw Refusal.conflict("documents.font-missing", PACKED);
    }
}
