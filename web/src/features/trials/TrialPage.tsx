import { App, Button, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useCan, useSession } from '../../api/session';
import { AreaPicker } from '../../ui/AreaPicker';
import { ExportButton } from '../../ui/ExportButton';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Loaded, Skeleton } from '../../ui/Waiting';
import { MonthField } from '../../ui/MonthField';
import { AnswerView } from './AnswerView';
import { Changes } from './Changes';
import { DraftBox } from './DraftBox';
import { answerable } from './figures';
import { People } from './People';
import { Propose } from './Propose';
import { RuleTexts } from './RuleTexts';
import {
  useAnswer,
  useKeep,
  useOptions,
  useScenario,
  useWorkOut,
  type Asked,
  type Options,
  type Scenario,
} from './queries';
import { Register } from './Register';
import './trials.css';
import { words } from './words';
import { YearsView } from './YearsView';

const NAME_MAX = 60;
const NOTE_MAX = 500;
const LAST_MONTH = '2060-12';
const PAUSE_MS = 150;

/** One scenario, kept or new: left what is changed, right what it does. */
export function Component() {
  const { id = 'new' } = useParams();
  const options = useOptions();
  const scenario = useScenario(id);
  return (
    <Loaded query={options} lines={10}>
      {(known) =>
        id === 'new' ? (
          <Editor key="new" id="new" options={known} />
        ) : (
          <Loaded query={scenario} lines={10}>
            {(kept) => <Editor key={kept.id} id={kept.id} options={known} scenario={kept} />}
          </Loaded>
        )
      }
    </Loaded>
  );
}

/** The same value a moment after it was last changed. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function useStart(options: Options): Asked {
  const session = useSession();
  const [search] = useSearchParams();
  const path = options.paths.find((one) => one.id === search.get('path'));
  const month = session.today.slice(0, 7);
  return path
    ? { areaCode: '', from: `${path.firstYear}-01`, to: `${path.lastYear}-12`, path: path.id, changes: [], texts: [] }
    : {
        areaCode: '',
        from: month,
        to: `${Number(month.slice(0, 4)) + 1}-12`,
        path: '',
        changes: options.parameters.slice(0, 1).map((one) => ({
          parameter: one.name,
          areaCode: session.area.code,
          from: month,
          how: 'RAISE',
          value: '10',
          of: '',
        })),
        texts: [],
      };
}

function Editor({ id, options, scenario }: { id: string; options: Options; scenario?: Scenario }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const start = useStart(options);
  const [name, setName] = useState(scenario?.name ?? '');
  const [remark, setRemark] = useState(scenario?.remark ?? '');
  const [asked, setAsked] = useState<Asked>(scenario?.asked ?? start);
  const [proposing, setProposing] = useState(false);
  const nameField = useRef<HTMLElement>(null);
  const keep = useKeep();
  const workOut = useWorkOut();
  const mayRead = useCan('registry.read');
  const mayPropose = useCan('standard.enter');
  const settled = useSettled(asked);
  const answer = useAnswer(answerable(settled), options.registerOn !== undefined);
  const changed =
    !scenario ||
    name !== scenario.name ||
    remark !== scenario.remark ||
    JSON.stringify(asked) !== JSON.stringify(scenario.asked);
  const save = () => {
    if (name.trim() === '') {
      message.warning(w.nameNeeded);
      nameField.current?.querySelector('input')?.focus();
      return;
    }
    keep.mutate(
      { id, name, remark, asked: answerable(asked) },
      {
        onSuccess: (kept) => {
          message.success(w.saved);
          void navigate(`/trials/${kept.id}`, { replace: true });
        },
      },
    );
  };
  return (
    <Page
      title={scenario?.name ?? w.fresh}
      trail={[
        { title: w.standards, to: '/standards' },
        { title: w.title, to: '/trials' },
      ]}
      extra={
        scenario &&
        !changed && (
          <>
            {scenario.result && <ExportButton path="/api/trials/export" filters={{ id: scenario.id }} />}
            {mayPropose && scenario.asked.changes.length > 0 && (
              <Button onClick={() => setProposing(true)}>{w.propose}</Button>
            )}
            <Button
              loading={workOut.isPending}
              onClick={() => workOut.mutate(scenario.id, { onSuccess: () => void message.info(w.working) })}
            >
              {w.workOut}
            </Button>
          </>
        )
      }
      action={
        <Button type="primary" disabled={!changed} loading={keep.isPending} onClick={save}>
          {w.save}
        </Button>
      }
    >
      {keep.isError && <ProblemAlert problem={keep.error} />}
      {workOut.isError && <ProblemAlert problem={workOut.error} />}
      {changed && <p className="secondary no-print">{w.saveFirst}</p>}
      <Register options={options} />
      {asked.draft && (
        <DraftBox draft={asked.draft} answer={answer.isError ? undefined : answer.data} problem={answer.error} />
      )}
      <div className="trial">
        <div className="trial-left">
          <section className="box trial-frame" ref={nameField}>
            <label>
              <span>{w.name}</span>
              <Input maxLength={NAME_MAX} value={name} onChange={({ target }) => setName(target.value)} />
            </label>
            <label>
              <span>{w.area}</span>
              <AreaPicker
                value={asked.areaCode || undefined}
                placeholder={w.allMine}
                onChange={(areaCode) => setAsked({ ...asked, areaCode: areaCode ?? '' })}
              />
            </label>
            <label>
              <span>{w.from}</span>
              <MonthField value={asked.from} max={LAST_MONTH} onChange={(from) => setAsked({ ...asked, from })} />
            </label>
            <label>
              <span>{w.to}</span>
              <MonthField value={asked.to} max={LAST_MONTH} onChange={(to) => setAsked({ ...asked, to })} />
            </label>
            <label>
              <span>{w.path}</span>
              <Select
                value={asked.path}
                options={[
                  { value: '', label: w.noPath },
                  ...options.paths.map((one) => ({ value: one.id, label: one.title })),
                ]}
                popupMatchSelectWidth={false}
                onChange={(path) => setAsked({ ...asked, path })}
              />
            </label>
            {options.paths
              .filter((one) => one.id === asked.path)
              .map((one) => (
                <p key={one.id} className="secondary">
                  {one.says}
                </p>
              ))}
            <label>
              <span>{w.remark}</span>
              <Input.TextArea
                autoSize
                maxLength={NOTE_MAX}
                value={remark}
                onChange={({ target }) => setRemark(target.value)}
              />
            </label>
          </section>
          <Changes
            options={options}
            changes={asked.changes}
            month={asked.from}
            onChange={(changes) => setAsked({ ...asked, changes })}
          />
          {!asked.draft && (
            <RuleTexts
              options={options}
              texts={asked.texts}
              month={asked.from}
              onChange={(texts) => setAsked({ ...asked, texts })}
            />
          )}
        </div>
        <div className="trial-right" aria-busy={answer.isFetching}>
          {answer.isError && !asked.draft && <ProblemAlert problem={answer.error} />}
          {answer.data && !(answer.isError && asked.draft) ? (
            <AnswerView answer={answer.data} />
          ) : (
            options.registerOn && !answer.isError && <Skeleton lines={12} />
          )}
        </div>
      </div>
      {mayRead && options.registerOn && <People asked={answerable(settled)} id={changed ? 'new' : id} />}
      {scenario?.result && !changed && <YearsView scenario={scenario} />}
      {proposing && scenario && <Propose scenario={scenario} options={options} close={() => setProposing(false)} />}
    </Page>
  );
}
