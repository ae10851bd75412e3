import { Button, Checkbox, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { DateText } from '../../ui/DateText';
import { Empty } from '../../ui/Empty';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Loaded } from '../../ui/Waiting';
import { useDelete, useOptions, useScenarios, type Scenario } from './queries';
import { Register } from './Register';
import { Table } from './Table';
import './trials.css';
import { words } from './words';

const COMPARED_MAX = 3;

/** The scenarios that are kept, the paths that are ready, and the register that they are tried on. */
export function Component() {
  const w = useWords(words);
  const options = useOptions();
  const scenarios = useScenarios();
  const navigate = useNavigate();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const remove = useDelete();
  return (
    <Page
      title={w.title}
      trail={[{ title: w.standards, to: '/standards' }]}
      action={
        <Button type="primary" onClick={() => void navigate('/trials/new')}>
          {w.newTrial}
        </Button>
      }
    >
      <p>{w.intro}</p>
      <Loaded query={options}>
        {(known) => (
          <>
            <Register options={known} />
            {known.paths.map((path) => (
              <section key={path.id} className="box trial-path">
                <h2>{path.title}</h2>
                <p className="secondary">{path.says}</p>
                <Link to={`/trials/new?path=${path.id}`}>
                  <Button>{w.tryPath}</Button>
                </Link>
              </section>
            ))}
          </>
        )}
      </Loaded>
      {remove.isError && <ProblemAlert problem={remove.error} />}
      <Loaded query={scenarios}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={w.none}>{w.noneHint}</Empty>
          ) : (
            <>
              <div className="trial-people-bar">
                <Button
                  disabled={ticked.length < 2}
                  onClick={() => void navigate(`/trials/compare?id=${ticked.join('&id=')}`)}
                >
                  {w.compare}
                </Button>
                <span className="secondary">{w.compareHint}</span>
              </div>
              <Table<Scenario>
                label={w.title}
                rows={all}
                rowKey={(one) => one.id}
                cells={[
                  {
                    title: '',
                    render: (one) => (
                      <Checkbox
                        aria-label={`${w.compare} ${one.name}`}
                        checked={ticked.includes(one.id)}
                        disabled={!one.result || (ticked.length === COMPARED_MAX && !ticked.includes(one.id))}
                        onChange={({ target }) =>
                          setTicked(target.checked ? [...ticked, one.id] : ticked.filter((id) => id !== one.id))
                        }
                      />
                    ),
                  },
                  { title: w.name, render: (one) => <Link to={`/trials/${one.id}`}>{one.name}</Link> },
                  { title: w.place, render: (one) => one.areaPath },
                  { title: w.months, render: (one) => `${one.asked.from} ~ ${one.asked.to}` },
                  {
                    title: w.workedOut,
                    render: (one) => (one.stale ? w.stale : one.result ? w.workedOutYes : w.workedOutNo),
                  },
                  {
                    title: w.by,
                    render: (one) => (
                      <>
                        {one.by} <DateText date={one.on} />
                      </>
                    ),
                  },
                  {
                    title: w.remove,
                    render: (one) => (
                      <Popconfirm
                        title={w.removeSure}
                        okText={w.remove}
                        cancelText={w.cancel}
                        onConfirm={() => remove.mutate(one.id)}
                      >
                        <Button type="text" size="small">
                          {w.remove}
                        </Button>
                      </Popconfirm>
                    ),
                  },
                ]}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
