import { useState } from 'react';
import { Button } from 'antd';
import { formatCount, formatFen } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { StateTag } from '../../ui/StateTag';
import { Loaded } from '../../ui/Waiting';
import { useReturn, useReturns, type BankReturn, type Run } from './queries';
import { words } from './words';

const TONES = { RECEIVED: 'active', DONE: 'settled', REFUSED: 'refused' } as const;

/** The files in which the bank reported on a run, each with what became of its rows. */
export function Returns({ run }: { run: Run }) {
  const w = useWords(words);
  const returns = useReturns(run).data ?? [];
  if (returns.length === 0) {
    return null;
  }
  return (
    <section className="payment-scroll payment-returns">
      <table className="payment-sums">
        <caption>{w.returns}</caption>
        <thead>
          <tr>
            <th scope="col">{w.returnFile}</th>
            <th scope="col">{w.state}</th>
            <th scope="col">{w.returnPosted}</th>
            <th scope="col">{w.returnVoided}</th>
            <th scope="col">{w.returnRepeated}</th>
            <th scope="col">{w.returnFaults}</th>
          </tr>
        </thead>
        <tbody>
          {returns.map((one) => (
            <ReturnRow key={one.id} file={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ReturnRow({ file }: { file: BankReturn }) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <th scope="row">
          {file.name} <span className="secondary">{file.receivedName}</span>
          {file.note && <div className="text-red">{file.note}</div>}
        </th>
        <td>
          <StateTag tone={TONES[file.state]}>{w[file.state]}</StateTag>
        </td>
        <td>{w.count(formatCount(file.posted), formatFen(file.postedFen))}</td>
        <td>{w.count(formatCount(file.voided), formatFen(file.voidedFen))}</td>
        <td>{formatCount(file.repeated)}</td>
        <td>
          {file.faults > 0 ? (
            <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              {formatCount(file.faults)}
            </Button>
          ) : (
            '0'
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={6}>
            <Faults id={file.id} />
          </td>
        </tr>
      )}
    </>
  );
}

function Faults({ id }: { id: string }) {
  const w = useWords(words);
  return (
    <Loaded query={useReturn(id)}>
      {(file) => (
        <table className="payment-sums payment-texts">
          <thead>
            <tr>
              <th scope="col">{w.returnRow}</th>
              <th scope="col">{w.reference}</th>
              <th scope="col">{w.returnWhy}</th>
            </tr>
          </thead>
          <tbody>
            {file.rows.map((row) => (
              <tr key={row.row}>
                <th scope="row">{row.row}</th>
                <td>{row.reference}</td>
                <td>{row.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Loaded>
  );
}
