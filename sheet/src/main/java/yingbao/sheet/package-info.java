/**
 * The files of a register: CSV as any spreadsheet writes it, and workbooks.
 *
 * <p>{@link yingbao.sheet.RegisterFiles} finds them and opens them as tables of texts;
 * {@link yingbao.sheet.Templates} writes them empty, with a sheet that explains each column. The package knows
 * charsets, separators, number formats and what spreadsheets do to numbers, and hands on what a cell holds. It never
 * asks what a text means, which {@link yingbao.policy.register.Cells} alone does, and it never overwrites a file.
 */
@NullMarked
package yingbao.sheet;

import org.jspecify.annotations.NullMarked;
