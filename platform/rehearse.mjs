// Starts a small demonstration, uses it a little and stops it, so that the virtual machine learns what later starts need.
// Arguments: the command that starts a platform, without the port; it ends with the folder for its data.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../bench/platform/client.mjs';

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
let clerk;
try {
  await until(async () => (clerk = await signIn(url, 'township-clerk')));
  await until(async () => !(await clerk.get('/api/demo/loading')).underWay);
  for (let round = 0; round < ROUNDS; round++) {
    for (const page of ['session', 'queue', 'households', 'programmes', 'jobs']) await clerk.get(`/api/${page}`);
  }
} finally {
  platform.kill('SIGINT');
  await ended;
}
