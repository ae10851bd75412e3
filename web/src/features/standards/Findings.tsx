import { signs, useWords } from '../../ui/i18n';
import type { Finding } from './queries';
import { VerdictTag } from './YearTable';
import { words } from './words';

/** What the mandates say of a value. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const w = useWords(words);
  if (findings.length === 0) {
    return <p className="secondary">{w.findingsNone}</p>;
  }
  return (
    <ul className="standards-findings">
      {findings.map((finding) => (
        <li key={`${finding.mandate}${finding.areaCode}${finding.year}`}>
          <VerdictTag verdict={finding.verdict} /> {finding.year} {finding.areaName} {finding.title}
          <div className="secondary figures">
            {finding.verdict === 'NO_DATA' ? w.findingUnknown : w.finding(finding.value, finding.floor)}
            {finding.cites.length > 0 && ` · ${finding.cites.join(signs().further)}`}
          </div>
        </li>
      ))}
    </ul>
  );
}
