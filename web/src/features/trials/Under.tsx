import { dateInSentence, formatCount } from '../../ui/format';
import { useLanguage, useWords } from '../../ui/i18n';
import type { Yardstick } from './queries';
import { words } from './words';

/** How many lie under each line before and after; of a line that nobody has set, that it cannot be said. */
export function UnderCell({ lines }: { lines: readonly Yardstick[] }) {
  const w = useWords(words);
  return lines
    .map((line) =>
      line.unset ? w.underOpen : `${formatCount(line.personsBefore)} → ${formatCount(line.personsAfter)}`,
    )
    .join(' ');
}

/** Of lines that are not set, which value is missing since when, and who sets it; each once. */
export function UnderNotes({ lines }: { lines: readonly Yardstick[] }) {
  const w = useWords(words);
  const language = useLanguage();
  const missing = new Map(lines.flatMap(({ unset }) => (unset ? [[unset.label, unset] as const] : [])));
  return [...missing.values()].map(({ label, setBy, lastDay }) => (
    <p key={label} className="secondary">
      {lastDay ? w.lineEnds(label, dateInSentence(lastDay, language), setBy) : w.lineNever(label, setBy)}
    </p>
  ));
}
