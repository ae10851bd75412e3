import type { ReactNode } from 'react';

export interface Cell<Row> {
  title: string;
  render: (row: Row) => ReactNode;
  right?: boolean;
}

/** A plain table of figures that prints as it stands; its last row may be the sum. */
export function Table<Row>({
  label,
  cells,
  rows,
  rowKey,
}: {
  label: string;
  cells: readonly Cell<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}) {
  return (
    <div className="trial-table">
      <table aria-label={label}>
        <thead>
          <tr>
            {cells.map(({ title, right }) => (
              <th key={title} scope="col" className={right ? 'right' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {cells.map(({ title, render, right }) => (
                <td key={title} className={right ? 'right figures' : undefined}>
                  {render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
