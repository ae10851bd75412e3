import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { FailedBox } from './FailedBox';
import { Result } from './pieces';
import './payments.css';
import type { Recipient } from './queries';
import { words } from './words';

/** Every month that a payment is made of, with what was decided, what was paid before and who bears it. */
export function RecipientDetail({ recipient }: { recipient: Recipient }) {
  const w = useWords(words);
  const funds = [...new Set(recipient.lines.flatMap((line) => Object.keys(line.shares)))];
  return (
    <>
      <dl className="payment-facts">
        <div>
          <dt>{w.programme}</dt>
          <dd>{recipient.programmeTitle}</dd>
        </div>
        <div>
          <dt>{w.toPay}</dt>
          <dd>
            <Money fen={recipient.payFen} />
          </dd>
        </div>
        <div>
          <dt>{w.result}</dt>
          <dd>
            <Result recipient={recipient} />
          </dd>
        </div>
        {recipient.reference && (
          <div>
            <dt>{w.payee}</dt>
            <dd>
              {recipient.payee} · {recipient.bank} …{recipient.accountTail} · {recipient.reference}
            </dd>
          </div>
        )}
      </dl>
      {recipient.heldFor && <p className="text-red">{w[`mend${recipient.heldFor}`]}</p>}
      {recipient.failed && <FailedBox failed={recipient.failed} household={recipient.household} />}
      <div className="payment-scroll">
        <table className="payment-sums">
          <thead>
            <tr>
              <th scope="col">{w.month}</th>
              <th scope="col">{w.reason}</th>
              <th scope="col">{w.former}</th>
              <th scope="col">{w.decided}</th>
              <th scope="col">{w.had}</th>
              <th scope="col">{w.difference}</th>
            </tr>
          </thead>
          <tbody>
            {recipient.lines.map((line) => (
              <tr key={line.entitlement + line.month}>
                <th scope="row">{line.month}</th>
                <td>{w[line.reason]}</td>
                <td>
                  <Money fen={line.formerFen} bare />
                </td>
                <td>
                  <Money fen={line.decidedFen} bare />
                </td>
                <td>
                  <Money fen={line.hadFen} bare />
                </td>
                <td>
                  <Money fen={line.amountFen} bare />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={5}>
                {w.total}
              </th>
              <td>
                <Money fen={recipient.linesFen} bare />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {funds.length > 0 && <Shares recipient={recipient} funds={funds} />}
    </>
  );
}

function Shares({ recipient, funds }: { recipient: Recipient; funds: readonly string[] }) {
  const w = useWords(words);
  const sum = (fund: string) => recipient.lines.reduce((total, line) => total + (line.shares[fund] ?? 0), 0);
  return (
    <table className="payment-sums">
      <caption>{w.shares}</caption>
      <tbody>
        {funds.map((fund) => (
          <tr key={fund}>
            <th scope="row">{recipient.fundTitles[fund] ?? fund}</th>
            <td>
              <Money fen={sum(fund)} bare />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{w.total}</th>
          <td>
            <Money fen={recipient.linesFen} bare />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
