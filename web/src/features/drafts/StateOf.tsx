import { useWords } from '../../ui/i18n';
import { StateTag, type Tone } from '../../ui/StateTag';
import { words } from './words';

const TONES = {
  OPEN: 'active',
  WAITING: 'attention',
  PUBLISHED: 'settled',
  DROPPED: 'neutral',
} as const satisfies Record<string, Tone>;

/** Where a draft stands. */
export function StateOf({ state }: { state: string }) {
  const w = useWords(words);
  const known = state as keyof typeof TONES;
  return <StateTag tone={TONES[known]}>{w[known]}</StateTag>;
}
