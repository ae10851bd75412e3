import { Link } from 'react-router';
import type { Column } from '../../ui/DataTable';
import { DateText } from '../../ui/DateText';
import { StateTag } from '../../ui/StateTag';
import type { useWords } from '../../ui/i18n';
import type { CaseLine } from './queries';
import type { words } from './words';

type Words = ReturnType<typeof useWords<(typeof words)['zh']>>;

/** By when: the day, red with the working days beyond it. */
export function DueCell({ line, w }: { line: Pick<CaseLine, 'dueOn' | 'overdueDays'>; w: Words }) {
  if (!line.dueOn) {
    return <span className="secondary">{w.noLimit}</span>;
  }
  return (
    <span className="due">
      <DateText date={line.dueOn} />{' '}
      {line.overdueDays > 0 && <StateTag tone="refused">{w.overdueBy(line.overdueDays)}</StateTag>}
    </span>
  );
}

export function caseColumns(w: Words): readonly Column<CaseLine>[] {
  return [
    {
      key: 'applicant',
      title: w.applicant,
      render: (line) => (
        <Link to={`/cases/${line.id}`} className="plain-link">
          <strong>{line.applicant}</strong> <span className="secondary">{line.programmeTitle}</span>
        </Link>
      ),
    },
    {
      key: 'step',
      title: w.step,
      render: (line) => (
        <>
          {line.stateTitle} {line.kin && <StateTag tone="attention">{w.kin}</StateTag>}
        </>
      ),
    },
    { key: 'place', title: w.place, render: (line) => line.areaPath },
    {
      key: 'number',
      title: w.number,
      render: (line) => <span className="figures">{line.number}</span>,
      secondary: true,
    },
    { key: 'since', title: w.since, render: (line) => <DateText date={line.since} />, secondary: true },
  ];
}
