import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

/** What a state asks of the reader; `attention` is for today, `refused` for refused or overdue, `settled` for done. */
export type Tone = 'neutral' | 'active' | 'attention' | 'settled' | 'refused';

const ICONS: Readonly<Record<Tone, ReactNode>> = {
  neutral: <MinusCircleOutlined />,
  active: <ClockCircleOutlined />,
  attention: <ExclamationCircleOutlined />,
  settled: <CheckCircleOutlined />,
  refused: <CloseCircleOutlined />,
};

/** A state in a word, with an icon beside its colour. */
export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`state-tag tone-${tone}`}>
      <span aria-hidden="true">{ICONS[tone]}</span> {children}
    </span>
  );
}
