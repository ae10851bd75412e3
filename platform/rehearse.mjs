// Starts a small demonstration, uses it a little and stops it, so that the virtual machine learns what later starts need.
// Arguments: the command that starts a platform, without the port; it ends with the folder for its data.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 240_000;
const ROUNDS = 30;

/** A port that nobody has taken. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const [command, ...options] = process.argv.slice(2);
const platform = spawn(command, [...options, '--port', String(port)], { stdio: 'ignore' });
const ended = once(platform, 'exit');
const deadline = Date.now() + PATIENCE_MS;

async function until(isSo) {
  while (!(await isSo().catch(() => false))) {
    if (platform.exitCode !== null || Date.now() > deadline) throw new Error('the platform did not come so far');
    await sleep(200);
  }
}
const cookies = new Map();
async function call(method, path, body) {
  const answer = await fetch(url + path, {
    method,
    headers: {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-xsrf-token': cookies.get('XSRF-TOKEN') ?? '',
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [name, value] = cookie.split(';')[0].split('=');
    cookies.set(name, value);
  }
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** One of the demonstration's users, once they are there. */
async function signIn() {
  const { demoUsers } = await call('GET', '/api/welcome');
  const { login, password } = demoUsers.find((user) => !user.code);
  await call('POST', '/api/session', { login, password, code: '' });
  return true;
}

try {
  await until(signIn);
  await until(async () => !(await call('GET', '/api/demo/loading')).underWay);
  for (let round = 0; round < ROUNDS; round++) {
    for (const page of ['session', 'queue', 'households', 'programmes', 'jobs']) await call('GET', `/api/${page}`);
  }
} finally {
  platform.kill('SIGINT');
  await ended;
}
