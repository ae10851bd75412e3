// A running platform and somebody who has signed in to it, for measurements.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 30 * 60 * 1000;
const THINKING_MS = 1_000;

/** Starts a demonstration by the launcher and waits until it answers. `readyMs` is the time from the command to the first answer. */
export async function start(home, port, options) {
  const begun = performance.now();
  const process = spawn(`${home}/yingbao`, ['up', '--port', String(port), ...options], { stdio: 'inherit' });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (process.exitCode !== null) throw new Error(`the platform ended with ${process.exitCode}`);
    if (performance.now() - begun > PATIENCE_MS) throw new Error('the platform did not come up');
    const answer = await fetch(`${url}/api/welcome`).catch(() => undefined);
    // On a first start the demonstration's users are made a moment after the first answer.
    if (answer?.ok && (await answer.json()).demoUsers.length > 0) break;
    await sleep(20);
  }
  return {
    url,
    readyMs: performance.now() - begun,
    async stop() {
      if (process.exitCode === null) {
        process.kill('SIGINT');
        await once(process, 'exit');
      }
    },
  };
}

/** Signs in as one of the demonstration's users. */
export async function signIn(url, login) {
  const cookies = new Map();
  const take = (answer) => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split('=');
      cookies.set(name, value);
    }
  };
  const call = async (method, path, body) => {
    const headers = {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-xsrf-token': cookies.get('XSRF-TOKEN') ?? '',
    };
    const form = body instanceof FormData;
    if (body !== undefined && !form) headers['content-type'] = 'application/json';
    const answer = await fetch(url + path, { method, headers, body: form ? body : body && JSON.stringify(body) });
    take(answer);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const { demoUsers } = await call('GET', '/api/welcome');
  const user = demoUsers.find((candidate) => candidate.login === login);
  if (!user) throw new Error(`no such user of the demonstration: ${login}`);
  await call('POST', '/api/session', { login, password: user.password, code: user.code ?? '' });
  const get = (path) => call('GET', path);
  return { get, call, awaitJobs: () => awaitJobs(get) };
}

/** Waits until none of the caller's jobs is under way, and gives them, newest first. */
async function awaitJobs(get) {
  for (;;) {
    const jobs = await get('/api/jobs');
    if (jobs.every((job) => job.finishedAt)) return jobs;
    await sleep(200);
  }
}

/** How long a job took, from its start to its end. */
export function jobMs(job) {
  return Date.parse(job.finishedAt) - Date.parse(job.startedAt);
}

/** The value below which a share of the values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** Asks for pages as many users do at once, each within a second after the last answer; gives how long each page took. */
export async function load(sessions, pages, seconds) {
  const times = new Map(pages.map(({ name }) => [name, []]));
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    sessions.map(async (session, user) => {
      for (let turn = user; performance.now() < until; turn++) {
        const { name, path } = pages[turn % pages.length];
        const begun = performance.now();
        await session.get(path());
        times.get(name).push(performance.now() - begun);
        await sleep(Math.random() * THINKING_MS);
      }
    }),
  );
  return times;
}
