import { Empty } from '../../ui/Empty';
import { signs, useWords } from '../../ui/i18n';
import { StateTag, type Tone } from '../../ui/StateTag';
import { Loaded } from '../../ui/Waiting';
import { Findings } from './Findings';
import { useArea, type Entered, type Setting } from './queries';
import { words } from './words';

type Words = ReturnType<typeof useWords<(typeof words)['zh']>>;

const TONES: Readonly<Record<string, Tone>> = { PROPOSED: 'attention', CONFIRMED: 'settled', REFUSED: 'refused' };

/** A parameter in one area: today, over the years, and everything that was entered. */
export function AreaPanel({ parameter, area }: { parameter: string; area: string }) {
  const w = useWords(words);
  const query = useArea(parameter, area);
  return (
    <Loaded query={query}>
      {(shown) => (
        <div className="standards-area">
          <p>
            {shown.areaPath} · {shown.parameter.label}
          </p>
          <p>
            {w.inForce}
            {signs().colon}
            <strong className="figures">{shown.inForce.text || w.unset}</strong>
          </p>
          <h3>{w.over}</h3>
          {shown.own.length === 0 ? <p className="secondary">{w.noOwn}</p> : <Over settings={shown.own} w={w} />}
          <h3>{w.entered}</h3>
          {shown.entered.length === 0 ? (
            <Empty title={w.unset}>{w.noEntered}</Empty>
          ) : (
            shown.entered.map((entered) => <EnteredLine key={entered.id} entered={entered} w={w} />)
          )}
        </div>
      )}
    </Loaded>
  );
}

/** The days of a setting, both ends inside. */
export function period(setting: { from?: string | null; to?: string | null }, w: Words): string {
  return [setting.from && w.from(setting.from), setting.to && w.to(setting.to)].filter(Boolean).join('') || w.always;
}

function Over({ settings, w }: { settings: readonly Setting[]; w: Words }) {
  return (
    <ol className="standards-over">
      {settings.map((setting) => (
        <li key={`${setting.from ?? ''}${setting.to ?? ''}`}>
          <span className="figures secondary">{period(setting, w)}</span>
          <strong className="figures">{setting.text || w.unset}</strong>
          <span className="secondary">{[setting.mark, setting.source, setting.note].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ol>
  );
}

function EnteredLine({ entered, w }: { entered: Entered; w: Words }) {
  const state = entered.state as 'PROPOSED' | 'CONFIRMED' | 'REFUSED';
  return (
    <div className="standards-entered">
      <p>
        <strong className="figures">{entered.value}</strong> {period(entered, w)}{' '}
        <StateTag tone={TONES[state] ?? 'neutral'}>{w[state]}</StateTag>
      </p>
      <p className="secondary">
        《{entered.documentTitle}》（{entered.documentNumber}） {entered.documentDate}
        <br />
        {w.enteredBy(entered.enteredBy, entered.enteredOn)}
        {entered.decidedBy && `${signs().comma}${w.decidedBy(entered.decidedBy, entered.decidedOn ?? '')}`}
        {entered.note && <br />}
        {entered.note}
      </p>
      {entered.reason && <p>{w.reasonGiven(entered.reason)}</p>}
      <Findings findings={entered.findings} />
    </div>
  );
}
