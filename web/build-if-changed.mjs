// What the Maven build runs: npm ci and the page's build, each only when something it depends on is newer than its result.
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

const newest = (path) => {
  const stat = statSync(path);
  return stat.isDirectory()
    ? Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
    : stat.mtimeMs;
};
const isCurrent = (result, sources) =>
  existsSync(join(here, result)) &&
  statSync(join(here, result)).mtimeMs >= Math.max(...sources.map((source) => newest(join(here, source))));
const run = (command) => execSync(command, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });

if (!isCurrent('node_modules/.package-lock.json', ['package-lock.json'])) {
  run('npm ci');
}
if (!isCurrent('dist/index.html', ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'])) {
  run('npm run --silent build');
}
