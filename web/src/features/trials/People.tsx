import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ExportButton } from '../../ui/ExportButton';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Loaded } from '../../ui/Waiting';
import { More } from './AnswerView';
import { usePeople, type Asked, type Kind, type Person } from './queries';
import { Table } from './Table';
import { words } from './words';

const KINDS = ['ENTERS', 'LEAVES', 'GAINS', 'LOSES'] as const;

/** Whom the changes concern, once somebody asks for it: the list is an entry in the log. */
export function People({ asked, id }: { asked: Asked; id: string }) {
  const w = useWords(words);
  const [shown, setShown] = useState(false);
  const [kind, setKind] = useState<Kind>();
  const people = usePeople(asked, kind, shown);
  return (
    <section className="box" aria-label={w.people}>
      <h2>{w.people}</h2>
      {!shown && <Button onClick={() => setShown(true)}>{w.peopleShow}</Button>}
      {shown && (
        <>
          <div className="trial-people-bar no-print">
            <Segmented<string>
              aria-label={w.kind}
              value={kind ?? ''}
              options={[{ value: '', label: w.total }, ...KINDS.map((value) => ({ value, label: w[value] }))]}
              onChange={(value) => setKind(KINDS.find((one) => one === value))}
            />
            {id !== 'new' && <ExportButton path={`/api/trials/${id}/people/export`} filters={kind ? { kind } : {}} />}
          </div>
          <p className="secondary">{w.peopleNote}</p>
          <Loaded query={people}>
            {(rows) =>
              rows.length === 0 ? (
                <p>{w.peopleNone}</p>
              ) : (
                <Table<Person>
                  label={w.people}
                  rows={rows}
                  rowKey={(row) => `${row.household} ${row.name} ${row.programmeTitle}`}
                  cells={[
                    {
                      title: w.household,
                      render: (row) => <Link to={`/households/${row.household}`}>{row.name || w.fallback}</Link>,
                    },
                    { title: w.place, render: (row) => row.areaPath },
                    { title: w.programme, render: (row) => row.programmeTitle },
                    { title: w.kind, render: (row) => w[row.kind] },
                    { title: w.before, right: true, render: (row) => <Money fen={row.beforeFen} bare /> },
                    { title: w.after, right: true, render: (row) => <Money fen={row.afterFen} bare /> },
                    { title: w.more, right: true, render: (row) => <More fen={row.afterFen - row.beforeFen} /> },
                  ]}
                />
              )
            }
          </Loaded>
        </>
      )}
    </section>
  );
}
