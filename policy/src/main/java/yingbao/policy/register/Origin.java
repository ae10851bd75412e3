package yingbao.policy.register;

/**
 * Where something was read.
 *
 * @param file the table's name
 * @param row its row, as a spreadsheet numbers them
 */
public record Origin(String file, long row) {}
