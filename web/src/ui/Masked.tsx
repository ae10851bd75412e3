import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from './i18n';
import { ProblemAlert } from './ProblemAlert';
import { words } from './words';

interface Props {
  /** What everybody sees: 2202**********1031. */
  text: string;
  /** Fetches the whole text, which the server logs; absent for who may not. */
  open?: (() => Promise<string>) | undefined;
}

/** A number shown masked until it is opened. Nothing opened is kept when the page is left. */
export function Masked({ text, open }: Props) {
  const w = useWords(words);
  const [opened, setOpened] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const show = async (fetch: () => Promise<string>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      setOpened(await fetch());
    } catch (refused) {
      setProblem(refused);
    } finally {
      setBusy(false);
    }
  };

  return (
    <span className="masked">
      <span className="figures">{opened ?? text}</span>
      {opened !== undefined && (
        <Button type="link" size="small" onClick={() => setOpened(undefined)}>
          {w.hide}
        </Button>
      )}
      {opened === undefined && open && (
        <Button type="link" size="small" loading={busy} title={w.openNote} onClick={() => void show(open)}>
          {w.open}
        </Button>
      )}
      {problem !== undefined && <ProblemAlert problem={problem} />}
    </span>
  );
}
