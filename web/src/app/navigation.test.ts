import { describe, expect, it } from 'vitest';
import { areasFor, startOf, workAreas } from './navigation';

const pages = [{ path: '/households' }, { path: '/households/:id' }, { path: '/users' }];

describe('the areas of work', () => {
  it('are never more than nine', () => {
    expect(workAreas.length).toBeLessThanOrEqual(9);
  });
  it('are those one has the right to, and that have a page', () => {
    expect(areasFor(['registry.read', 'case.read'], pages).map((area) => area.path)).toEqual(['/households']);
  });
  it('open at the work of the day: a queue before payments, payments or the log before the files', () => {
    const all = workAreas.map(({ path }) => ({ path }));
    const start = (...rights: string[]) => startOf(rights, areasFor(rights, all))?.path;
    expect(start('case.act', 'registry.read', 'payment.read')).toBe('/queue');
    expect(start('registry.read', 'payment.read', 'payment.prepare')).toBe('/payments');
    expect(start('registry.read', 'payment.read', 'audit.read')).toBe('/audit');
    expect(start('registry.read', 'payment.read')).toBe('/households');
    expect(start()).toBeUndefined();
  });
  it('are none for who has no rights', () => {
    expect(areasFor([], pages)).toEqual([]);
  });
});
