package yingbao.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** Opens workbooks and finds the two sheets of a register in them; any other sheet is passed over. */
final class Workbooks {
    private static final int SIGNATURE_LENGTH = 8;
    private static final long UNPACKED_MAX = 256L << 20;
    private static final int TEXT_MAX = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final String XML = ".xml";

    private Workbooks() {}

    static RegisterFiles open(Path file) throws IOException {
        ReadableWorkbook workbook = readable(file);
        try {
            return new RegisterFiles(table(file, workbook, Part.HOUSEHOLDS), table(file, workbook, Part.PERSONS));
        } catch (IOException problem) {
            workbook.close();
            throw problem;
        }
    }

    /** The first sheet of a workbook, whatever it is called. */
    static SheetTable openFirst(Path file) throws IOException {
        ReadableWorkbook workbook = readable(file);
        try {
            return new WorkbookTable(file.getFileName().toString(), workbook, workbook.getFirstSheet());
        } catch (IOException problem) {
            workbook.close();
            throw problem;
        }
    }

    private static SheetTable table(Path file, ReadableWorkbook workbook, Part part) throws IOException {
        List<Sheet> found = workbook.getSheets()
                .filter(sheet -> part.isSheet(sheet.getName()))
                .toList();
        return switch (found.size()) {
            case 0 -> throw new SheetProblem("sheet.no-sheet", file.getFileName(), part.sheetName());
            case 1 -> new WorkbookTable(file.getFileName().toString(), workbook, found.getFirst());
            default -> throw new SheetProblem("sheet.several-sheets", file.getFileName(), part.sheetName());
        };
    }

    private static ReadableWorkbook readable(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            if (ReadableWorkbook.isOLE2Header(bytes.readNBytes(SIGNATURE_LENGTH))) {
                throw new SheetProblem("sheet.old-or-locked", file.getFileName());
            }
        }
        refuseFlood(file);
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException withoutStyles) {
            return readableWithoutStyles(file);
        } catch (IOException damaged) {
            throw new SheetProblem("sheet.no-workbook", file.getFileName());
        }
    }

    /** A small archive can unpack into more than the memory holds, in all or in one text. */
    private static void refuseFlood(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long left = UNPACKED_MAX;
            for (ZipEntry part : Collections.list(zip.entries())) {
                if (left >= 0 && part.getName().endsWith(XML)) {
                    left = leftAfter(zip, part, left);
                }
            }
            if (left < 0) {
                throw new SheetProblem("sheet.flood", file.getFileName(), UNPACKED_MAX >> 20);
            }
        } catch (ZipException damaged) {
            throw new SheetProblem("sheet.no-workbook", file.getFileName());
        }
    }

    /** What is left of a number of bytes after those of a part; negative where they, or one text, are too many. */
    private static long leftAfter(ZipFile zip, ZipEntry part, long bytesMax) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = bytesMax;
        int text = 0;
        try (InputStream bytes = zip.getInputStream(part)) {
            for (int read = bytes.read(buffer); read > 0 && left >= 0; read = bytes.read(buffer)) {
                left -= read;
                for (int at = 0; at < read; at++) {
                    text = buffer[at] == '<' ? 0 : text + 1;
                    if (text > TEXT_MAX) {
                        return -1;
                    }
                }
            }
        }
        return left;
    }

    /** Some programs write workbooks without any number formats, which the reader takes for a fault. */
    private static ReadableWorkbook readableWithoutStyles(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        } catch (ExcelReaderException | IOException damaged) {
            throw new SheetProblem("sheet.no-workbook", file.getFileName());
        }
    }
}
