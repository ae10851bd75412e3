import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useSession } from '../../api/session';
import { DateText } from '../../ui/DateText';
import { DayField } from '../../ui/DayField';
import { Empty } from '../../ui/Empty';
import { householdPanels } from '../../ui/householdPanels';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { PersonLine } from '../../ui/PersonLine';
import { Loaded, Skeleton } from '../../ui/Waiting';
import { CHANGES, EventDialog, type Change } from './EventDialog';
import { FactTable } from './FactTable';
import { useCatalogue, useHousehold, type Household } from './queries';
import { StatementDialog } from './StatementDialog';
import { Timeline } from './Timeline';
import { words } from './words';
import './registry.css';

/** A household's file as of a day. */
export function Component() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const on = search.get('on') ?? undefined;
  const household = useHousehold(id, on);
  return (
    <Loaded query={household} lines={10}>
      {(file) => <File file={file} setOn={(day) => setSearch(day ? { on: day } : {}, { replace: true })} />}
    </Loaded>
  );
}

interface Stating {
  holder: 'HOUSEHOLD' | 'PERSON';
  holderId: string;
  name: string;
}

function File({ file, setOn }: { file: Household; setOn: (day: string) => void }) {
  const w = useWords(words);
  const session = useSession();
  const catalogue = useCatalogue();
  const canWrite = session.rights.includes('registry.write');
  const [stating, setStating] = useState<Stating>();
  const [change, setChange] = useState<Change>();
  const title = w.familyOf(file.headName || file.number);

  return (
    <Page
      title={title}
      note={`${w.persons(file.members.length)} · ${file.areaPath} · ${file.number}`}
      trail={[{ title: w.households, to: '/households' }]}
      extra={
        <label className="registry-day">
          {w.asOf} <DayField value={file.on} max={session.today} allowClear={false} label={w.asOf} onChange={setOn} />
        </label>
      }
      action={
        canWrite && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: CHANGES.map((kind) => ({ key: kind, label: w[kind] })),
              onClick: ({ key }) => setChange(key as Change),
            }}
          >
            <Button type="primary">{w.change}</Button>
          </Dropdown>
        )
      }
    >
      <div className="registry-file">
        <div>
          <Members file={file} />
          <Facts
            title={w.aboutHousehold}
            opened
            state={canWrite && (() => setStating({ holder: 'HOUSEHOLD', holderId: file.id, name: w.household }))}
          >
            {file.facts.length === 0 ? (
              <Empty title={w.noFacts}>{canWrite ? w.noFactsNote : w.noFactsRead}</Empty>
            ) : (
              <FactTable householdId={file.id} holderId={file.id} on={file.on} facts={file.facts} />
            )}
          </Facts>
          {file.members.map((member) => (
            <Facts
              key={member.id}
              title={w.aboutMember(member.line.name)}
              state={canWrite && (() => setStating({ holder: 'PERSON', holderId: member.id, name: member.line.name }))}
            >
              <FactTable
                householdId={file.id}
                holderId={member.id}
                on={file.on}
                facts={member.facts}
                without={['name', 'relation']}
              />
            </Facts>
          ))}
          <FormerMembers file={file} />
        </div>
        <div>
          <Panels householdId={file.id} on={file.on} rights={session.rights} />
          <section className="card registry-later">
            <h2>{w.timeline}</h2>
            <Timeline householdId={file.id} />
          </section>
        </div>
      </div>
      {stating && catalogue.data && (
        <StatementDialog
          {...stating}
          catalogue={catalogue.data}
          today={session.today}
          area={file.areaCode}
          close={() => setStating(undefined)}
        />
      )}
      {change && catalogue.data && (
        <EventDialog
          kind={change}
          file={file}
          catalogue={catalogue.data}
          today={session.today}
          close={() => setChange(undefined)}
        />
      )}
    </Page>
  );
}

/** Of most people there is no disability to be told: 无, 无残疾. That somebody cannot work, 无劳动能力, is. */
const isNone = (name: string, text: string) => name.startsWith('disability') && text.startsWith('无');

/** Who lives together, a line each. */
function Members({ file }: { file: Household }) {
  const w = useWords(words);
  const remarkable = ['disability_grade', 'disability_kind', 'labour'];
  return (
    <section className="card">
      <h2>{w.membersTitle}</h2>
      <ul className="registry-members">
        {file.members.map(({ id, line, relation, facts }) => (
          <li key={id}>
            <PersonLine name={line.name} role={relation} sex={line.sex} age={line.age} />
            <span className="secondary">
              {facts
                .flatMap(({ name, hidden, text }) =>
                  remarkable.includes(name) && !hidden && !isNone(name, text) ? [text] : [],
                )
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FactsProps {
  title: string;
  /** Whether it is open when the page is. */
  opened?: boolean;
  state: false | (() => void);
  children: ReactNode;
}

/** Facts about one holder, folded unless they are the household's own. */
function Facts({ title, opened = false, state, children }: FactsProps) {
  const w = useWords(words);
  return (
    <details className="card registry-details registry-later" open={opened}>
      <summary>{title}</summary>
      {state && (
        <p>
          <Button size="small" onClick={state}>
            {w.stateFacts}
          </Button>
        </p>
      )}
      {children}
    </details>
  );
}

function FormerMembers({ file }: { file: Household }) {
  const w = useWords(words);
  if (file.former.length === 0) {
    return null;
  }
  return (
    <section className="card registry-later">
      <h2>{w.former}</h2>
      <ul className="registry-former">
        {file.former.map(({ line, leftOn }) => (
          <li key={line.id}>
            <PersonLine name={line.name} sex={line.sex} age={line.age} /> {line.diedOn ? w.died : w.left}{' '}
            {leftOn && <DateText date={leftOn} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What other features show about the household. */
function Panels({ householdId, on, rights }: { householdId: string; on: string; rights: readonly string[] }) {
  const panels = useMemo(
    () =>
      householdPanels()
        .filter((panel) => rights.includes(panel.right))
        .map((panel) => ({ key: panel.key, Content: lazy(panel.load) })),
    [rights],
  );
  return panels.map(({ key, Content }) => (
    <Suspense key={key} fallback={<Skeleton />}>
      <Content householdId={householdId} on={on} />
    </Suspense>
  ));
}
