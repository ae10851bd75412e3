package yingbao.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a text file with separators is written.
 *
 * <p>A byte-order mark tells UTF-8 or UTF-16. Without one the file is UTF-8 if all of it is well-formed as such, and
 * otherwise GB18030, which contains the GBK that Chinese spreadsheets write. Whatever is not well-formed in that charset
 * is refused, never replaced. The separator is whichever of comma, tab and semicolon stands most often in the first
 * line.
 *
 * @param charset the charset
 * @param markLength how many bytes the byte-order mark takes
 * @param separator what stands between cells
 */
record CsvText(Charset charset, int markLength, char separator) {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final String SEPARATORS = ",\t;";
    private static final int FIRST_LINE_MAX = 1 << 20;
    private static final int MARK_MAX = 3;
    private static final int BUFFER = 1 << 16;

    /** Looks at a whole file. */
    static CsvText of(Path file) throws IOException {
        CsvText coded = marked(file);
        try (Reader reader = coded.open(file)) {
            return new CsvText(coded.charset, coded.markLength, separator(reader));
        }
    }

    /** The text without its byte-order mark; reading fails where it is not well-formed. */
    Reader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            bytes.skipNBytes(markLength);
            var decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return new BufferedReader(new InputStreamReader(bytes, decoder), BUFFER);
        } catch (IOException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    private static CsvText marked(Path file) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(MARK_MAX);
        }
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            return new CsvText(StandardCharsets.UTF_8, 3, ',');
        }
        if (startsWith(start, 0xff, 0xfe)) {
            return new CsvText(StandardCharsets.UTF_16LE, 2, ',');
        }
        if (startsWith(start, 0xfe, 0xff)) {
            return new CsvText(StandardCharsets.UTF_16BE, 2, ',');
        }
        CsvText utf8 = new CsvText(StandardCharsets.UTF_8, 0, ',');
        return utf8.isWellFormed(file) ? utf8 : new CsvText(CHINESE, 0, ',');
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isWellFormed(Path file) throws IOException {
        try (Reader reader = open(file)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static char separator(Reader reader) throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int read = 0; read < FIRST_LINE_MAX; read++) {
            int character = reader.read();
            boolean ended = character < 0 || (!quoted && (character == '\n' || character == '\r'));
            if (ended) {
                break;
            }
            if (character == '"') {
                quoted = !quoted;
            }
            int separator = SEPARATORS.indexOf(character);
            if (separator >= 0 && !quoted) {
                counts[separator]++;
            }
        }
        int most = 0;
        for (int separator = 1; separator < counts.length; separator++) {
            if (counts[separator] > counts[most]) {
                most = separator;
            }
        }
        return SEPARATORS.charAt(most);
    }
}
