package yingbao.policy.register;

import java.util.List;

/**
 * Something wrong with one row of a register, or with its headings.
 *
 * @param file the table's name
 * @param row the row, as a spreadsheet numbers them; 1 for the headings
 * @param column the heading as it stands in the file, or the label of a column that is missing; empty where the fault
 *     is the row's
 * @param value what the cell says, citizen numbers masked; empty where there is no cell
 * @param code stable name of the fault, the key of its message: {@code register.…}, {@code cell.…}, or a code of a
 *     value
 * @param args what the message needs, in order; never a whole citizen number
 */
public record RowFault(String file, long row, String column, String value, String code, List<String> args) {
    public RowFault {
        args = List.copyOf(args);
    }
}
