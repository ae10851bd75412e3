import { useState } from 'react';
import { useIsPhone } from '../../ui/useIsPhone';

interface FoldProps {
  title: string;
  /** How much is inside, beside the title. */
  count?: string;
  /** Open from the start even on a phone. */
  open?: boolean;
  children: React.ReactNode;
}

/** A part of a long page: open on a desk, folded on a phone, where the whole would be thirty screens. */
export function Fold({ title, count, open = false, children }: FoldProps) {
  const phone = useIsPhone();
  const [shown, setShown] = useState(open || !phone);
  return (
    <details className="programme-fold" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <h2>{title}</h2>
        {count && <span className="secondary figures">{count}</span>}
      </summary>
      {shown && children}
    </details>
  );
}
