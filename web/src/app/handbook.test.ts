import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const HOME = join(import.meta.dirname, '../../..');

function textsUnder(folder: string, ending: RegExp): string {
  return readdirSync(join(HOME, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(HOME, folder, name))
    .filter((path) => ending.test(path) && statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** What screens can say: their words, the server's messages, and the texts of the pack. */
const said = [
  textsUnder('web/src', /words\.ts$/),
  textsUnder('platform/src/main/resources/yingbao', /_zh\.properties$/),
  textsUnder('packs/jilin', /\.yaml$/),
].join('\n');

const handbook = readdirSync(join(HOME, 'docs/handbook')).map((name): [string, string] => [
  name,
  readFileSync(join(HOME, 'docs/handbook', name), 'utf8'),
]);

/** What a page of the handbook puts in quotes, “合并，保留…的登记” in its two parts. */
const quoted = (page: string) => [...page.matchAll(/“([^”]+)”/g)].flatMap(([, words = '']) => words.split('…'));

describe('the handbook', () => {
  it.each(handbook)('names in %s only what the screens say', (_, page) => {
    expect(quoted(page).filter((words) => !said.includes(words))).toEqual([]);
  });

  it('is read from where it is', () => {
    expect(handbook.length).toBeGreaterThan(4);
    expect(quoted('点“合并，保留…的登记”')).toEqual(['合并，保留', '的登记']);
  });
});
