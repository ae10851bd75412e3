package yingbao.cli;

import java.util.ArrayList;
import java.util.List;

/** A table of text with aligned columns, counting a Chinese character as two cells, as terminals do. */
final class TextTable {
    /** Ranges of characters that terminals draw two cells wide: East Asian Wide and Fullwidth of UAX 11, in outline. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> rightAligned;

    /** A table whose heads are given; a head that starts with {@code >} makes its column right-aligned. */
    TextTable(List<String> heads) {
        this.rightAligned = heads.stream().map(head -> head.startsWith(">")).toList();
        rows.add(heads.stream()
                .map(head -> head.startsWith(">") ? head.substring(1) : head)
                .toList());
    }

    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    List<String> lines() {
        int columns = rightAligned.size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                String padding = " ".repeat(widths[column] - width(cell));
                line.append(rightAligned.get(column) ? padding + cell : cell + padding);
                line.append(column + 1 < columns ? "  " : "");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    static int width(String text) {
        return text.codePoints().map(TextTable::cells).sum();
    }

    private static int cells(int codePoint) {
        for (int[] range : WIDE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
