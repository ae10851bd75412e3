import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../ui/i18n';
import { StateTag } from '../../ui/StateTag';
import { Loaded } from '../../ui/Waiting';
import { useExamples, type Draft, type Example } from './queries';
import { words } from './words';

/** The golden cases, decided by the draft; those that come out otherwise first. */
export function Examples({ draft }: { draft: Draft }) {
  const w = useWords(words);
  const [asked, setAsked] = useState(draft.state === 'WAITING');
  const [all, setAll] = useState(false);
  const examples = useExamples(draft.id, draft.revision, asked && draft.faults.length === 0);
  return (
    <section aria-label={w.examples}>
      <h2>{w.examples}</h2>
      {draft.faults.length > 0 ? (
        <p className="secondary">{w.examplesFaulty}</p>
      ) : !asked ? (
        <p>
          <Button onClick={() => setAsked(true)}>{w.runExamples}</Button>
        </p>
      ) : (
        <Loaded query={examples} lines={4}>
          {(cases) => {
            const failing = cases.filter(({ kept }) => !kept);
            return (
              <>
                <p>
                  <StateTag tone={failing.length === 0 ? 'settled' : 'refused'}>
                    {failing.length === 0 ? w.examplesKept(cases.length) : w.examplesFail(failing.length, cases.length)}
                  </StateTag>{' '}
                  <button type="button" className="plain-link" onClick={() => setAll(!all)}>
                    {all ? w.showFailing : w.showAll}
                  </button>
                </p>
                <ul className="draft-list">
                  {(all ? [...failing, ...cases.filter(({ kept }) => kept)] : failing).map((example) => (
                    <Case key={example.programme + example.name + example.on} example={example} />
                  ))}
                </ul>
              </>
            );
          }}
        </Loaded>
      )}
    </section>
  );
}

function Case({ example }: { example: Example }) {
  const w = useWords(words);
  const said = (result: string) => {
    const [outcome = '', ...rest] = result.split(' ');
    const known = ['ELIGIBLE', 'NOT_ELIGIBLE', 'UNDETERMINED'] as const;
    const word = known.find((one) => one === outcome);
    return [word ? w[word] : outcome, ...rest].join(' ').trim();
  };
  return (
    <li className="box">
      {example.name}
      <div className="secondary">
        {example.programme} · <span className="figures">{example.on}</span> {example.areaPath}
      </div>
      {!example.kept && <div className="draft-differs">{w.differs(said(example.expected), said(example.actual))}</div>}
    </li>
  );
}
