package yingbao.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the workbooks that tests read. */
final class Sheets {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private Sheets() {}

    /** A workbook of texts: sheet name to its rows. */
    static void write(Path file, Map<String, List<List<String>>> sheets) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                Workbook workbook = new Workbook(bytes, "test", null)) {
            sheets.forEach((name, rows) -> {
                Worksheet sheet = workbook.newWorksheet(name);
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < rows.get(row).size(); column++) {
                        sheet.value(row, column, rows.get(row).get(column));
                    }
                }
            });
        }
    }

    /**
     * A workbook from the XML of its rows, as other programs write it.
     *
     * @param sheets sheet name to the elements inside {@code sheetData}
     * @param workbookProperties what stands before the list of sheets
     * @param styles the elements inside {@code styleSheet}; empty for a workbook without styles
     */
    static void writeRaw(Path file, Map<String, String> sheets, String workbookProperties, String styles)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            StringBuilder types = new StringBuilder(override("/xl/workbook.xml", "sheet.main"));
            StringBuilder list = new StringBuilder();
            StringBuilder links = new StringBuilder();
            int number = 0;
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                number++;
                String path = "worksheets/sheet" + number + ".xml";
                types.append(override("/xl/" + path, "worksheet"));
                list.append("<sheet name='%s' sheetId='%d' r:id='r%d'/>".formatted(sheet.getKey(), number, number));
                links.append("<Relationship Id='r%d' Target='%s'/>".formatted(number, path));
                String data = "<sheetData>" + sheet.getValue() + "</sheetData>";
                put(zip, "xl/" + path, "<worksheet xmlns='%s'>%s</worksheet>".formatted(MAIN, data));
            }
            if (!styles.isEmpty()) {
                types.append(override("/xl/styles.xml", "styles"));
                put(zip, "xl/styles.xml", "<styleSheet xmlns='%s'>%s</styleSheet>".formatted(MAIN, styles));
            }
            String namespaces = "xmlns='%s' xmlns:r='%s'".formatted(MAIN, RELATIONSHIPS);
            String content = workbookProperties + "<sheets>" + list + "</sheets>";
            put(zip, "xl/workbook.xml", "<workbook %s>%s</workbook>".formatted(namespaces, content));
            put(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns='%srelationships'>%s</Relationships>""".formatted(PACKAGE, links));
            put(zip, "[Content_Types].xml", """
                    <Types xmlns='%scontent-types'>%s</Types>""".formatted(PACKAGE, types));
        }
    }

    private static String override(String part, String kind) {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml";
        return "<Override PartName='%s' ContentType='%s'/>".formatted(part, type);
    }

    private static void put(ZipOutputStream zip, String path, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(("<?xml version='1.0' encoding='UTF-8'?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
