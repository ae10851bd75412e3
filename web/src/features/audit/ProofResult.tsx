import { Alert } from 'antd';
import { formatCount, formatMoment } from '../../ui/format';
import { useLanguage, useWords } from '../../ui/i18n';
import { actionText } from './actions';
import type { Proof } from './queries';
import { words } from './words';

/** What the check of the chain found, in words. */
export function ProofResult({ proof, close }: { proof: Proof; close: () => void }) {
  const w = useWords(words);
  const language = useLanguage();
  const { whole, entries, broken, entry } = proof;
  const closable = { onClose: close };
  if (whole) {
    return (
      <Alert
        type="success"
        showIcon
        role="status"
        className="proof"
        closable={closable}
        title={w.whole(formatCount(entries))}
        description={w.wholeNote}
      />
    );
  }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="proof"
      closable={closable}
      title={w.broken(formatCount(broken ?? entries + 1))}
      description={
        <>
          <p>{w.before(formatCount(entries))}</p>
          <p>
            {entry
              ? w.brokenEntry(
                  formatMoment(entry.at, true),
                  entry.actorName,
                  actionText(entry.action, language),
                  entry.subjectId,
                )
              : w.gone}
          </p>
          <p>{w.mend}</p>
        </>
      }
    />
  );
}
