import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker, type Location } from 'react-router';
import { useWords } from './i18n';
import { words } from './words';

interface Props {
  /** Whether anything on the page is not saved. */
  when: boolean;
  /** The search parameter that tells what is being written; with another value of it the page is another one. */
  of: string;
}

/** Asks whoever leaves a page, or closes it, while something on it is not saved. */
export function Unsaved({ when, of }: Props) {
  const w = useWords(words);
  const written = ({ pathname, search }: Location) => `${pathname} ${new URLSearchParams(search).get(of) ?? ''}`;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && written(currentLocation) !== written(nextLocation),
  );
  useEffect(() => {
    if (!when) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={w.leaveAsk}
      okText={w.leave}
      okButtonProps={{ danger: true }}
      cancelText={w.stay}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {w.leaveNote}
    </Modal>
  );
}
