package yingbao.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import yingbao.policy.pack.Pack;

/** Writes the workbook of a template: two empty sheets, one that explains their columns, a hidden one of choices. */
final class TemplateWorkbook {
    private static final String APPLICATION = "Yingbao";
    private static final String TEXT_FORMAT = "@";
    private static final String HEADING_COLOUR = "DDEBF7";
    private static final int CHARACTER_WIDTH = 2;
    private static final int WIDTH_MIN = 12;
    private static final int WIDTH_MAX = 40;
    private static final int NOTES = 4;
    private static final int LINE_POINTS = 15;
    // What the format allows.
    private static final int ROW_POINTS_MAX = 409;
    private static final List<String> EXPLAINED =
            List.of("sheet", "label", "name", "kind", "unit", "allowed", "supplier", "evidence", "required", "example");

    private final Worksheet choices;
    private final Map<List<String>, Range> written = new HashMap<>();

    private TemplateWorkbook(Worksheet choices) {
        this.choices = choices;
    }

    static void write(Path file, Pack pack) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
                Workbook workbook = new Workbook(bytes, APPLICATION, null)) {
            Worksheet households = workbook.newWorksheet(Part.HOUSEHOLDS.sheetName());
            Worksheet persons = workbook.newWorksheet(Part.PERSONS.sheetName());
            Worksheet explanations = workbook.newWorksheet(TemplateColumn.WORDS.text("sheet.explanations"));
            Worksheet choices = workbook.newWorksheet(TemplateColumn.WORDS.text("sheet.choices"));
            choices.setVisibilityState(VisibilityState.HIDDEN);
            TemplateWorkbook template = new TemplateWorkbook(choices);
            template.writePart(households, TemplateColumn.of(Part.HOUSEHOLDS, pack));
            template.writePart(persons, TemplateColumn.of(Part.PERSONS, pack));
            writeExplanations(explanations, pack);
        }
    }

    private static void printOnOnePageWidth(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
    }

    private void writePart(Worksheet sheet, List<TemplateColumn> columns) {
        for (int position = 0; position < columns.size(); position++) {
            TemplateColumn column = columns.get(position);
            if (column.isText()) {
                sheet.style(position).format(TEXT_FORMAT).set();
            }
            writeHeading(sheet, 0, position, column.label());
            int width = column.label().length() * CHARACTER_WIDTH + CHARACTER_WIDTH;
            sheet.width(position, Math.clamp(width, WIDTH_MIN, WIDTH_MAX));
            if (!column.choices().isEmpty()) {
                sheet.range(1, position, Worksheet.MAX_ROWS - 1, position)
                        .validateWithList(written.computeIfAbsent(column.choices(), this::writeChoices))
                        .errorTitle("")
                        .error("");
            }
        }
        sheet.freezePane(0, 1);
        printOnOnePageWidth(sheet);
    }

    private Range writeChoices(List<String> texts) {
        int column = written.size();
        for (int row = 0; row < texts.size(); row++) {
            choices.value(row, column, texts.get(row));
        }
        return choices.range(0, column, texts.size() - 1, column);
    }

    private static void writeExplanations(Worksheet sheet, Pack pack) {
        int row = 0;
        for (int note = 1; note <= NOTES; note++) {
            sheet.value(row, 0, TemplateColumn.WORDS.text("note." + note));
            row++;
        }
        for (int position = 0; position < EXPLAINED.size(); position++) {
            writeHeading(sheet, row, position, TemplateColumn.WORDS.text("explained." + EXPLAINED.get(position)));
            sheet.width(position, width(position));
        }
        for (Part part : Part.values()) {
            for (TemplateColumn column : TemplateColumn.of(part, pack)) {
                row++;
                int lines = 1;
                for (int position = 0; position < EXPLAINED.size(); position++) {
                    String text = column.explanation().get(position);
                    lines = Math.max(lines, lines(text, width(position)));
                    sheet.value(row, position, text);
                    sheet.style(row, position)
                            .wrapText(true)
                            .verticalAlignment("top")
                            .set();
                }
                sheet.rowHeight(row, Math.min(lines * LINE_POINTS, ROW_POINTS_MAX));
            }
        }
        sheet.freezePane(0, NOTES + 1);
        printOnOnePageWidth(sheet);
    }

    private static int width(int position) {
        return EXPLAINED.get(position).equals("allowed") ? WIDTH_MAX : WIDTH_MIN * 2;
    }

    /** How many lines a text takes in a column; not every program works that out when it opens the workbook. */
    private static int lines(String text, int width) {
        return text.lines()
                .mapToInt(line -> Math.ceilDiv(Math.max(1, line.length() * CHARACTER_WIDTH), width))
                .sum();
    }

    private static void writeHeading(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text);
        sheet.style(row, column).bold().fillColor(HEADING_COLOUR).wrapText(true).set();
    }
}
