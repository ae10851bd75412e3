import { citations } from '../../ui/clauses';
import { signs, useWords } from '../../ui/i18n';
import { Fold } from './Fold';
import type { Programme } from './queries';
import { words } from './words';

/** The steps of a case: who acts, by when, with which papers, what is shown in public. */
export function Steps({ shown }: { shown: Programme }) {
  const w = useWords(words);
  return (
    <Fold title={w.steps} count={w.count(shown.steps.length)}>
      <p className="secondary">
        {shown.workflowTitle} · {shown.workflowCites.join(signs().listed)}
      </p>
      <div className="programme-table" role="table" aria-label={w.steps}>
        <div className="programme-row programme-row-head" role="row">
          {[w.step, w.actor, w.clock, w.papers, w.leads].map((title) => (
            <span key={title} role="columnheader">
              {title}
            </span>
          ))}
        </div>
        {shown.steps.map((step) => (
          <div key={step.id} className="programme-row" role="row">
            <strong role="cell">{step.title}</strong>
            <span role="cell">{step.actor || w.end}</span>
            <span role="cell" className="figures">
              {[step.clock, step.notice].filter(Boolean).join(signs().further)}
            </span>
            <span role="cell">
              {step.papers.join(signs().listed)}
              {step.papersIfAny.length > 0 && (
                <div className="secondary">{w.ifAny(step.papersIfAny.join(signs().listed))}</div>
              )}
              {step.entered.length > 0 && <div className="secondary">{w.fills(step.entered.join(signs().listed))}</div>}
              {step.requires.map((rule) => (
                <div key={rule} className="secondary">
                  {rule}
                </div>
              ))}
            </span>
            <span role="cell">
              {step.actions.map((action) => (
                <div key={action.title}>
                  {action.title} <span className="secondary">→ {action.to}</span>
                </div>
              ))}
              {step.cites.length > 0 && <div className="secondary">{citations(step.cites)}</div>}
            </span>
          </div>
        ))}
      </div>
    </Fold>
  );
}
