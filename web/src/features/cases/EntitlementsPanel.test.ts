import { expect, it } from 'vitest';
import type { Schema } from '../../api/client';
import { waits } from './EntitlementsPanel';

type Line = Schema['EntitlementLine'];
type Answer = NonNullable<Schema['Node']['evaluation']>['answer'];

/** A line that cannot be said yet, by the answers of its clauses. */
function line(once: boolean, ...answers: Answer[]): Pick<Line, 'once' | 'outcome' | 'openCase' | 'explanation'> {
  const node = (id: string, kind: Schema['Node']['kind'], answer?: Answer): Schema['Node'] => ({
    id,
    kind,
    ask: '',
    rule: '',
    cites: [],
    children: [],
    ...(answer && { evaluation: { answer, values: '', refusal: '', used: [], missing: [] } }),
  });
  const nodes = [...answers.map((answer, at) => node(`c${String(at)}`, 'CLAUSE', answer)), node('amount', 'AMOUNT')];
  return { once, outcome: 'UNDETERMINED', explanation: { nodes } as Schema['ExplanationView'] };
}

it('asks nobody about a flood that nobody spoke of', () => {
  expect(waits(line(true, 'MET', 'UNKNOWN'))).toBe(true);
});

it('shows at once what is asked of whoever was struck', () => {
  expect(waits(line(true, 'MET', 'MET', 'MET', 'UNKNOWN'))).toBe(false);
  expect(waits(line(true, 'MET', 'MET'))).toBe(false);
});

it('shows what is paid every month however little is known', () => {
  expect(waits(line(false, 'UNKNOWN', 'UNKNOWN'))).toBe(false);
});
