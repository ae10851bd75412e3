import { Link } from 'react-router';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import type { List } from '../../ui/useList';
import { listOf } from './narrow';
import type { Radar } from './queries';
import { words } from './words';

const SHOWN_MAX = 8;

/** Which fact, once asked for, would settle how many: the most first, for a visit is dear. */
export function Facts({ shown, list }: { shown: Radar; list: List }) {
  const w = useWords(words);
  if (shown.facts.length === 0) {
    return null;
  }
  return (
    <section className="radar-scroll">
      <table className="radar-table">
        <caption>{w.facts}</caption>
        <thead>
          <tr>
            <th scope="col">{w.fact}</th>
            <th scope="col">{w.whom}</th>
            <th scope="col" className="radar-number">
              {w.persons}
            </th>
            <th scope="col" className="radar-number">
              {w.households}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.facts.slice(0, SHOWN_MAX).map(({ fact, label, whom, households, people }) => (
            <tr key={fact}>
              <th scope="row">{label}</th>
              <td>{whom}</td>
              <td className="radar-number">{formatCount(people)}</td>
              <td className="radar-number">
                <Link to={listOf(list, { kind: 'ONE_VISIT', cause: fact })}>{formatCount(households)}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
