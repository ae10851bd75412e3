import { Link } from 'react-router';
import { useWords } from '../../ui/i18n';
import { Fold } from './Fold';
import type { Programme } from './queries';
import { words } from './words';

const NEEDS = ['RULE', 'REVIEW', 'FUNDS', 'STEPS'] as const;

/** The values that the programme rests on, as in force where the reader works. */
export function Parameters({ shown }: { shown: Programme }) {
  const w = useWords(words);
  return (
    <Fold title={w.parameters} count={w.count(shown.parameters.length)}>
      <p className="secondary">{w.parametersNote(shown.areaPath)}</p>
      <div className="box programme-parameters">
        {NEEDS.map((need) => {
          const needed = shown.parameters.filter((parameter) => parameter.why === need);
          return (
            needed.length > 0 && (
              <div key={need}>
                <h3>{w[need]}</h3>
                <ul>
                  {needed.map(({ name, label, setBy, setting }) => (
                    <li key={name}>
                      <Link to={`/standards?parameter=${name}`}>{label}</Link>
                      <strong className="figures">{setting.text || w.notSet}</strong>
                      <span className="secondary">
                        {setting.text ? [setting.mark, setting.source].filter(Boolean).join(' · ') : w.setBy(setBy)}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            )
          );
        })}
      </div>
    </Fold>
  );
}
