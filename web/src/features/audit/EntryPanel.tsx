import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DateText, MomentText } from '../../ui/DateText';
import { useLanguage, useWords } from '../../ui/i18n';
import { particularsOf, particularText, subjectText } from './actions';
import type { EntryView } from './queries';
import { words } from './words';

/** An entry whole, and the ways to what belongs with it. */
export function EntryPanel({ row }: { row: EntryView }) {
  const w = useWords(words);
  const language = useLanguage();
  const { entry, areaPath } = row;
  const facts: [string, ReactNode][] = [
    [w.at, <MomentText at={entry.at} seconds />],
    [w.on, <DateText date={entry.on} />],
    [w.actor, entry.actorName],
    [w.actionCode, <code>{entry.action}</code>],
    [w.subject, subjectText(entry.subject, language)],
    [w.subjectId, <code>{entry.subjectId}</code>],
    [w.area, areaPath],
  ];
  const particulars = particularsOf(entry.detail);
  return (
    <>
      <Facts facts={facts} />
      {particulars.length > 0 && (
        <>
          <h3 className="step">{w.particulars}</h3>
          <Facts facts={particulars.map(([name, value]) => [particularText(name, language), value])} />
        </>
      )}
      <p className="step">
        <Link to={`?actor=${encodeURIComponent(entry.actorName)}`}>{w.allBy(entry.actorName)}</Link>
      </p>
      <p>
        <Link to={`?subject=${encodeURIComponent(entry.subject)}&subjectId=${encodeURIComponent(entry.subjectId)}`}>
          {w.allOf}
        </Link>
      </p>
    </>
  );
}

function Facts({ facts }: { facts: readonly [string, ReactNode][] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
