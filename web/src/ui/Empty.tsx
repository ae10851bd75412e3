import type { ReactNode } from 'react';

interface Props {
  /** What is not there. */
  title: string;
  /** What fills it. */
  children?: ReactNode;
  /** The button or link that begins filling it. */
  action?: ReactNode;
}

/** An empty place that says what fills it. */
export function Empty({ title, children, action }: Props) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div>{children}</div>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
