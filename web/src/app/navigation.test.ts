import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayOpen, needs } from '../ui/feature';
import { features } from './features';
import { areasFor, startOf, workAreas } from './navigation';

const pages = [{ path: '/households' }, { path: '/households/:id' }, { path: '/users' }];

describe('the areas of work', () => {
  it('are never more than nine for anybody', () => {
    const roles = readFileSync(join(import.meta.dirname, '../../../packs/jilin/roles.yaml'), 'utf8');
    const rights = [...roles.matchAll(/rights: \[(.*)\]/g)].map(([, all = '']) => all.split(', '));
    expect(rights.length).toBeGreaterThan(5);
    for (const held of rights) {
      expect(workAreas.filter(({ right }) => held.includes(right)).length, held.join(' ')).toBeLessThanOrEqual(9);
    }
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

describe('a page', () => {
  const pagesOfAll = features.flatMap((feature) => feature.pages ?? []);

  it('says whose it is, but for the one on which everybody changes their password', () => {
    const open = pagesOfAll.filter(({ handle }) => mayOpen([], [handle])).map(({ path }) => path);
    expect(open).toEqual(['/password']);
  });
  it('is open to who holds one of its rights, and to nobody else', () => {
    const imports = pagesOfAll.find(({ path }) => path === '/imports')?.handle as unknown;
    expect(mayOpen(['registry.read', 'registry.import'], [undefined, imports])).toBe(true);
    expect(mayOpen(['registry.read', 'registry.merge'], [undefined, imports])).toBe(false);
    expect(mayOpen(['case.apply'], [needs('case.act', 'case.apply')])).toBe(true);
    expect(mayOpen([], [undefined])).toBe(true);
  });
  it('that the navigation leads to is open to whoever it leads there', () => {
    for (const { path, right } of workAreas) {
      const page = pagesOfAll.find((candidate) => candidate.path === path);
      expect(mayOpen([right], [page?.handle]), path).toBe(true);
    }
  });
});
