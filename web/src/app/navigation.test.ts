import { describe, expect, it } from 'vitest';
import { areasFor, workAreas } from './navigation';

const pages = [{ path: '/households' }, { path: '/households/:id' }, { path: '/users' }];

describe('the areas of work', () => {
  it('are never more than nine', () => {
    expect(workAreas.length).toBeLessThanOrEqual(9);
  });
  it('are those one has the right to, and that have a page', () => {
    expect(areasFor(['registry.read', 'case.read'], pages).map((area) => area.path)).toEqual(['/households']);
  });
  it('are none for who has no rights', () => {
    expect(areasFor([], pages)).toEqual([]);
  });
});
