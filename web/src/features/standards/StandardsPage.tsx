import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCan } from '../../api/session';
import { citations } from '../../ui/clauses';
import { signs, useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { useList } from '../../ui/useList';
import { Loaded } from '../../ui/Waiting';
import { EnterStandard } from './EnterStandard';
import { countsOf } from './figures';
import { useParameters, useYear, type Parameter, type Year } from './queries';
import './standards.css';
import { WaitingList } from './WaitingList';
import { words } from './words';
import { YearChart } from './YearChart';
import { YearMap } from './YearMap';
import { YearTable } from './YearTable';

type Words = ReturnType<typeof useWords<(typeof words)['zh']>>;
type View = 'table' | 'chart' | 'map';

/** Standards of all areas against what is demanded of them, a year at a time; and what waits to be confirmed. */
export function Component() {
  const w = useWords(words);
  const list = useList();
  const mayEnter = useCan('standard.enter');
  const mayTry = useCan('trial.run');
  const [entering, setEntering] = useState(false);
  const asked = { parameter: list.filters['parameter'], year: list.filters['year'] };
  const year = useYear(asked);
  const view = (['chart', 'map'] as const).find((one) => one === list.filters['view']) ?? 'table';
  return (
    <Page
      title={w.title}
      extra={
        mayTry && (
          <Link to="/trials">
            <Button>{w.trials}</Button>
          </Link>
        )
      }
      action={
        mayEnter && (
          <Button type="primary" onClick={() => setEntering(true)}>
            {w.enter}
          </Button>
        )
      }
    >
      <WaitingList />
      <Loaded query={year} lines={10}>
        {(shown) => (
          <>
            <Controls shown={shown} view={view} onFilter={list.filter} w={w} />
            {view === 'table' && (
              <>
                <Message shown={shown} w={w} />
                <YearTable shown={shown} />
                <Floors shown={shown} w={w} />
              </>
            )}
            {view === 'chart' && <YearChart shown={shown} />}
            {view === 'map' && <YearMap shown={shown} />}
          </>
        )}
      </Loaded>
      {entering && year.data && <EnterStandard parameter={year.data.parameter.name} close={() => setEntering(false)} />}
    </Page>
  );
}

/** The year's result in a sentence. */
function Message({ shown, w }: { shown: Year; w: Words }) {
  const counts = countsOf(shown.rows);
  return (
    <p className="standards-message">
      <strong>{w.message(shown.year, counts.demanded, counts.kept, counts.broken, counts.open)}</strong>{' '}
      <span className="secondary">
        {w.figures(counts.known)} · {w.unit}
        {signs().colon}
        {shown.parameter.unit} · {w.setBy(shown.parameter.setBy)}
      </span>
    </p>
  );
}

/** Where each floor is demanded. */
function Floors({ shown, w }: { shown: Year; w: Words }) {
  return (
    <ul className="standards-findings secondary">
      {shown.floors.map((floor) => (
        <li key={floor.title}>
          {floor.title}
          {signs().colon}
          {w.demandedBy(citations(floor.cites))}
        </li>
      ))}
    </ul>
  );
}

interface ControlsProps {
  shown: Year;
  view: View;
  onFilter: (name: string, value: string | undefined) => void;
  w: Words;
}

function Controls({ shown, view, onFilter, w }: ControlsProps) {
  const parameters = useParameters();
  const option = ({ name, label }: Parameter) => ({ value: name, label });
  const all = parameters.data ?? [shown.parameter];
  const groups = [
    { label: w.measured, options: all.filter((one) => one.measured).map(option) },
    { label: w.others, options: all.filter((one) => !one.measured).map(option) },
  ];
  const first = shown.years[0] ?? shown.year;
  const last = shown.years.at(-1) ?? shown.year;
  const go = (year: number) => onFilter('year', String(year));
  return (
    <div className="standards-controls">
      <Select
        aria-label={w.parameter}
        className="standards-parameter"
        value={shown.parameter.name}
        options={groups}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(name) => onFilter('parameter', name)}
      />
      <span className="year-stepper">
        <Button
          icon={<LeftOutlined />}
          aria-label={w.formerYear}
          title={w.formerYear}
          disabled={shown.year <= first}
          onClick={() => go(shown.year - 1)}
        />
        <Select
          aria-label={w.year}
          value={shown.year}
          options={[...new Set([...shown.years, shown.year])]
            .sort((left, right) => left - right)
            .map((year) => ({ value: year, label: w.yearEnd(year) }))}
          popupMatchSelectWidth={false}
          onChange={go}
        />
        <Button
          icon={<RightOutlined />}
          aria-label={w.nextYear}
          title={w.nextYear}
          disabled={shown.year >= last}
          onClick={() => go(shown.year + 1)}
        />
      </span>
      <Segmented<View>
        aria-label={w.view}
        value={view}
        options={[
          { value: 'table', label: w.table },
          { value: 'chart', label: w.chart },
          { value: 'map', label: w.map },
        ]}
        onChange={(chosen) => onFilter('view', chosen === 'table' ? undefined : chosen)}
      />
    </div>
  );
}
