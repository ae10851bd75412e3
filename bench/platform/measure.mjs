// Measures the platform as its users meet it: ./yingbao bench platform
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobMs, load, quantile, signIn, start } from './client.mjs';

const PORT = Number(process.env.PORT ?? 8790);
const USERS = 20;
const LOAD_SECONDS = 60;
const LARGE_HOUSEHOLDS = Number(process.env.LARGE_HOUSEHOLDS ?? 300_000);
const PERSONS_A_HOUSEHOLD = 2.7;
const TOWNSHIP_CLERK = 'township-clerk';
const PROVINCE_OFFICER = 'province-officer';
const CHANGED_HOUSEHOLDS = 1_000;

const home = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');
const work = mkdtempSync(join(tmpdir(), 'yingbao-bench-'));
chmodSync(work, 0o711);

const results = [];
function result(what, value) {
  results.push([what, value]);
  console.log(`${what}: ${value}`);
}
const lines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').length - 1;
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** How many persons were made up so far. */
let persons = 0;

/** A made-up register of a township, as two CSV files or one workbook. */
function register(name, households, area, seed, form) {
  const folder = join(work, name);
  const write = (form) =>
    execFileSync(`${home}/bench/register`, [folder, String(households), area, String(seed), form], { stdio: 'inherit' });
  write(form);
  // A workbook holds the same persons, who are counted in lines.
  if (form !== 'csv') write('csv');
  persons += lines(join(folder, 'persons.csv'));
  return folder;
}

async function upload(session, files) {
  const form = new FormData();
  for (const file of files) form.append('files', new Blob([readFileSync(file)]), file.split('/').at(-1));
  form.append('effectiveOn', '2016-09-01');
  form.append('source', 'township');
  await session.call('POST', '/api/imports', form);
  const [job] = await session.awaitJobs();
  if (job.state !== 'DONE') throw new Error(`the import failed: ${job.message}`);
  console.log(job.message);
  return jobMs(job);
}

/** The platform that runs; stopped at the end, however that comes. */
let platform;

async function county() {
  const options = ['--demo', '--data', join(work, 'county')];
  platform = await start(home, PORT, options);
  const loaded = await signIn(platform.url, 'county-officer');
  await loaded.awaitJobs();
  // The day's own run of the radar would go on after the next start.
  await looked(loaded);
  await platform.stop();
  platform = await start(home, PORT, options);
  result('ready to serve, second start', seconds(platform.readyMs));
  const finance = await signIn(platform.url, 'county-finance');
  const officer = await signIn(platform.url, 'county-officer');
  await radar(officer);
  const session = await finance.get('/api/session');
  const month = session.today.slice(0, 7);
  const programmes = Object.keys(await finance.get(`/api/payments/programmes?month=${month}`));
  const run = await finance.call('POST', '/api/payments/runs', { county: session.area.code, month, programmes });
  const [prepared] = await finance.awaitJobs();
  const preview = await finance.get(`/api/payments/runs/${run.run}`);
  await officer.call('POST', `/api/payments/runs/${run.run}/confirmation`, { digest: preview.digest });
  const [confirmed] = await officer.awaitJobs();
  result(`monthly run of the county, ${preview.recipients} recipients: prepared`, seconds(jobMs(prepared)));
  result('monthly run of the county: confirmed and posted as pending', seconds(jobMs(confirmed)));
  await platform.stop();
}

/** Waits until there is a run of the radar. */
async function looked(officer) {
  while (!(await officer.get('/api/radar')).run) await new Promise((later) => setTimeout(later, 500));
}

/** Everybody of the county looked at on demand. */
async function radar(officer) {
  await officer.call('POST', '/api/radar/runs');
  const job = (await officer.awaitJobs()).find(({ kind }) => kind === 'radar.run');
  if (job.state !== 'DONE') throw new Error(`the radar failed: ${job.message}`);
  const { run: last, kinds } = await officer.get('/api/radar');
  const leads = kinds.reduce((sum, { open }) => sum + open, 0);
  const what = `radar of the county, ${last.households} households, ${leads} leads`;
  result(`${what}: the register taken, everybody decided, leads written`, seconds(jobMs(job)));
  result(`${what}: once the register is taken`, seconds(Date.parse(last.writtenAt) - Date.parse(last.takenAt)));
}

async function province() {
  const options = ['--demo', '--households', '0', '--data', join(work, 'large')];
  platform = await start(home, PORT, options);
  const clerk = await signIn(platform.url, TOWNSHIP_CLERK);
  const township = (await clerk.get('/api/session')).area.code;
  const part = Math.round(100_000 / PERSONS_A_HOUSEHOLD);
  const csv = register('csv', part, township, 1, 'csv');
  result(
    `${part} households from CSV, all checks, the first file after a start`,
    seconds(await upload(clerk, [`${csv}/households.csv`, `${csv}/persons.csv`])),
  );
  const again = await upload(clerk, [`${csv}/households.csv`, `${csv}/persons.csv`]);
  result('the same files again, nothing changed', seconds(again));
  const next = register('next', part, township, 2, 'csv');
  result('the next file', seconds(await upload(clerk, [`${next}/households.csv`, `${next}/persons.csv`])));
  const xlsx = register('xlsx', part, township, 3, 'xlsx');
  result(`${part} households from XLSX, all checks`, seconds(await upload(clerk, [`${xlsx}/register.xlsx`])));
  let households = 3 * part;
  for (let seed = 4; households < LARGE_HOUSEHOLDS; seed++) {
    const size = Math.min(part, LARGE_HOUSEHOLDS - households);
    const folder = register(`part-${seed}`, size, township, seed, 'csv');
    await upload(clerk, [`${folder}/households.csv`, `${folder}/persons.csv`]);
    rmSync(folder, { recursive: true });
    households += size;
  }
  await pages(platform.url, households);
  await taken(platform.url, clerk, township);
  await platform.stop();
}

/** The register into columns: all of it, and then what one small file changed. */
async function taken(url, clerk, township) {
  const officer = await signIn(url, PROVINCE_OFFICER);
  const take = async () => {
    await officer.call('POST', '/api/trials/register');
    const [job] = await officer.awaitJobs();
    if (job.state !== 'DONE') throw new Error(`the register was not taken: ${job.message}`);
    return jobMs(job);
  };
  const ms = await take();
  result(
    `${persons} persons taken into the snapshot, all of them`,
    `${seconds(ms)}, ${Math.round((persons / ms) * 1000)} persons a second`,
  );
  const small = register('small', CHANGED_HOUSEHOLDS, township, 1_000, 'csv');
  await upload(clerk, [`${small}/households.csv`, `${small}/persons.csv`]);
  const again = await take();
  result(
    `the same, after ${CHANGED_HOUSEHOLDS} households came in`,
    `${seconds(again)}, ${Math.round((persons / again) * 1000)} persons a second`,
  );
}

async function pages(url, households) {
  const sessions = [];
  for (let user = 0; user < USERS; user++) sessions.push(await signIn(url, TOWNSHIP_CLERK));
  const rows = [];
  for (let part = 0; part < 5; part++) {
    const offset = Math.floor((households * part) / 5);
    rows.push(...(await sessions[0].get(`/api/households?size=100&offset=${offset}`)).rows);
  }
  const { area } = await sessions[0].get('/api/session');
  const search = (typed) => `/api/households?q=${encodeURIComponent(typed)}`;
  const names = ['wang', 'lixiuying', 'zgh', 'zm', 'sunli'];
  const any = (values) => values[Math.floor(Math.random() * values.length)];
  const asked = [
    { name: 'list of households', path: () => '/api/households?size=50' },
    { name: 'list of households, far down', path: () => `/api/households?size=50&offset=${any([1_000, 10_000, 50_000])}` },
    { name: 'search by name', path: () => search(any(rows).headName) },
    { name: 'search by a family name', path: () => search(any(rows).headName.slice(0, 1)) },
    { name: 'search by pinyin or initials', path: () => search(any(names)) },
    { name: 'search by number', path: () => search(any(rows).number) },
    { name: 'search by address', path: () => search(any(rows).address) },
    { name: 'file of a household', path: () => `/api/households/${any(rows).id}` },
    { name: 'entitlements of a household', path: () => `/api/households/${any(rows).id}/entitlements` },
    { name: 'timeline of a household', path: () => `/api/households/${any(rows).id}/timeline` },
    { name: 'application of a household', path: () => `/api/households/${any(rows).id}/application?programme=rural-dibao` },
    { name: 'duplicates', path: () => '/api/duplicates' },
    { name: 'imports', path: () => '/api/imports' },
    { name: 'queue', path: () => '/api/queue' },
    { name: 'queue, counts', path: () => '/api/queue/summary' },
    { name: 'programmes', path: () => '/api/programmes' },
    { name: 'standards', path: () => `/api/standards/area?parameter=rural_dibao_standard&area=${area.code}` },
    { name: 'runs', path: () => '/api/payments/runs' },
    { name: 'wall', path: () => `/api/wall/areas/${area.code}/notices` },
  ];
  await load(sessions, asked, 5);
  const times = await load(sessions, asked, LOAD_SECONDS);
  for (const [name, values] of times) {
    result(
      `${name}, ${households} households, ${USERS} users: p50, p95 of ${values.length}`,
      `${quantile(values, 0.5).toFixed(0)} ms, ${quantile(values, 0.95).toFixed(0)} ms`,
    );
  }
}

try {
  const parts = { county, province };
  for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts)) await parts[name]();
} finally {
  await platform?.stop();
  rmSync(work, { recursive: true, force: true });
}
console.log(`\n| what | measured |\n|---|---|\n${results.map(([what, value]) => `| ${what} | ${value} |`).join('\n')}`);
