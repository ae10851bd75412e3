import { signs, useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { StateTag } from '../../ui/StateTag';
import { Fold } from './Fold';
import type { Example, Programme } from './queries';
import { words } from './words';

/** The golden cases with what must come out and what came out just now. */
export function Examples({ shown }: { shown: Programme }) {
  const w = useWords(words);
  const kept = shown.examples.filter((example) => example.kept).length;
  return (
    <Fold title={w.examples} count={w.count(shown.examples.length)}>
      <p className="secondary">
        {w.examplesNote(kept, shown.examples.length)}
        {signs().stop}
        {w.examplesArea}
      </p>
      <div className="programme-table" role="table" aria-label={w.examples}>
        <div className="programme-row programme-row-head programme-example" role="row">
          {[w.example, w.expected, w.result].map((title) => (
            <span key={title} role="columnheader">
              {title}
            </span>
          ))}
        </div>
        {shown.examples.map((example) => (
          <div key={`${example.name}${example.on}`} className="programme-row programme-example" role="row">
            <span role="cell">
              {example.name}
              <div className="secondary figures">
                {example.on} {example.areaPath}
              </div>
            </span>
            <span role="cell">
              <Expected example={example} period={shown.period} />
            </span>
            <span role="cell">
              <StateTag tone={example.kept ? 'settled' : 'refused'}>
                {example.kept ? w.kept : w.differs(example.actual)}
              </StateTag>
            </span>
          </div>
        ))}
      </div>
    </Fold>
  );
}

function Expected({ example, period }: { example: Example; period: string }) {
  const w = useWords(words);
  const outcome = example.outcome as 'ELIGIBLE' | 'NOT_ELIGIBLE' | 'UNDETERMINED';
  const reasons = example.reasons.join(signs().further);
  return (
    <>
      {w[outcome]}
      {example.amountFen != null && (
        <>
          {' '}
          {period} <Money fen={example.amountFen} />
        </>
      )}
      {reasons && (
        <div className="secondary">{outcome === 'NOT_ELIGIBLE' ? w.reasons(reasons) : w.missing(reasons)}</div>
      )}
    </>
  );
}
