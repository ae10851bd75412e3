package yingbao.platform.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The types of files that are taken, told apart by their content alone. */
enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    CSV("text/csv", "csv");

    private static final int NAME_MAX = 120;
    private static final Pattern ENDING =
            Pattern.compile("\\.(?:pdf|jpe?g|png|xlsx|docx|csv)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\"<>|:*?]");
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The type of a content; empty when it is none that is taken. */
    static Optional<FileType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.recognises(content)).findFirst();
    }

    private boolean recognises(byte[] content) {
        return switch (this) {
            case PDF -> startsWith(content, HexFormat.of().parseHex("255044462d"));
            case JPEG -> startsWith(content, HexFormat.of().parseHex("ffd8ff"));
            case PNG -> startsWith(content, HexFormat.of().parseHex("89504e470d0a1a0a"));
            case XLSX -> isOfficeFile(content, "xl/workbook.xml");
            case DOCX -> isOfficeFile(content, "word/document.xml");
            case CSV -> isPlainTable(content);
        };
    }

    String mediaType() {
        return mediaType;
    }

    /** A name for a file of this type: without path and control characters, with the type's extension. */
    String named(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String stem = ENDING.matcher(UNFIT.matcher(name).replaceAll("").strip()).replaceFirst("");
        int most = Math.min(stem.length(), NAME_MAX - extension.length() - 1);
        return (stem.isEmpty() ? "文件" : stem.substring(0, most)) + "." + extension;
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        return content.length > mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }

    /** Only the archive's directory is read, so that nothing is unpacked; one with macros is not taken. */
    private static boolean isOfficeFile(byte[] content, String mainPart) {
        if (!startsWith(content, ZIP)) {
            return false;
        }
        try (ZipFile archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            boolean macros = archive.stream()
                    .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"));
            return !macros && archive.getEntry("[Content_Types].xml") != null && archive.getEntry(mainPart) != null;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Text without control characters, not markup, in rows of cells. */
    private static boolean isPlainTable(byte[] content) {
        return CHARSETS.stream()
                .flatMap(charset -> decoded(content, charset).stream())
                .findFirst()
                .filter(text -> text.chars()
                        .noneMatch(character -> Character.isISOControl(character)
                                && character != '\t'
                                && character != '\r'
                                && character != '\n'))
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .filter(text -> !text.stripLeading().startsWith("<"))
                .filter(text -> text.lines()
                        .findFirst()
                        .filter(line -> line.contains(",") || line.contains("\t"))
                        .isPresent())
                .isPresent();
    }

    private static Optional<String> decoded(byte[] content, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }
}
