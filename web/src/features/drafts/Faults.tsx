import { useWords } from '../../ui/i18n';
import type { Fault } from './queries';
import { words } from './words';

/** What is wrong, each with its place; choosing one goes there. */
export function Faults({ faults, choose }: { faults: readonly Fault[]; choose: (fault: Fault) => void }) {
  const w = useWords(words);
  return (
    <div className="box draft-faults" role="status">
      <strong>{w.faults(faults.length)}</strong>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.path}:${fault.line}:${fault.column}:${fault.message}`}>
            <button type="button" className="plain-link" onClick={() => choose(fault)}>
              {w.place(fault.path, fault.line, fault.column)}
            </button>{' '}
            {fault.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
