// What a new department meets: an empty platform, its administrator's password for once, the first users, Ctrl-C.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { acceptInvitation, invite } from '../users.mjs';
import { screenshot, signIn, walk } from '../harness.mjs';

const PORT = process.env.YINGBAO_FIRST_PORT ?? '8798';
const LAUNCHER = join(import.meta.dirname, '../../../yingbao');
const PATIENCE_MS = 10 * 60 * 1000;
const PASSWORD = '松花江上的第一场雪2016';

const scratch = mkdtempSync(join(tmpdir(), 'yingbao-first-'));
const data = join(scratch, 'data');
// Where the walk runs as root, PostgreSQL runs as another user, who must get through.
chmodSync(scratch, 0o711);

let platform;
let said = '';

/** Starts the platform as a department would, and waits for the line that says where it is. */
function start() {
  platform = spawn(LAUNCHER, ['up', '--port', PORT, '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((up, failed) => {
    const hear = (chunk) => {
      said += chunk;
      if (said.includes('一次性密码')) {
        up();
      }
    };
    platform.stdout.on('data', hear);
    platform.stderr.on('data', hear);
    platform.on('exit', (code) => failed(new Error(`the platform ended with ${code}:\n${said}`)));
  });
}

before(
  async () => {
    process.env.YINGBAO_URL = `http://127.0.0.1:${PORT}`;
    await start();
  },
  { timeout: PATIENCE_MS },
);

after(() => {
  platform?.kill('SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
});

test('the administrator replaces the password for once, and the first users take up their invitations', () =>
  walk(
    async (page) => {
      const once = /one-time password: (\w+)/.exec(said)[1];
      // The public wall of a real platform lists the province and nothing that is made up.
      await page.goto('/wall');
      await page.getByText('长春市').waitFor();
      assert.equal(await page.getByText('演示').count(), 0);
      await page.goto('/');
      await page.getByLabel('用户名').waitFor();
      assert.equal(await page.getByText('本系统正在演示').count(), 0);
      await signInOnce(page, once);

      // Nobody else is there yet: the first page is the one where users are invited.
      await page.getByRole('heading', { name: '用户与岗位' }).waitFor();
      await screenshot(page, 'first-users');
      const clerk = await invite(page, {
        name: '王文书',
        login: 'wang',
        role: '乡镇经办人员',
        area: ['吉林省', '长春市', '农安县', /[乡镇]$/],
      });
      const officer = await invite(page, {
        name: '李审批',
        login: 'li',
        role: '县民政审批人员',
        area: ['吉林省', '长春市', '农安县'],
      });

      await page.context().clearCookies();
      await acceptInvitation(page, clerk, PASSWORD);
      await signIn(page, 'wang', PASSWORD);
      await page.getByText('没有待办的案件').waitFor();
      await screenshot(page, 'first-queue');
      await page.getByRole('link', { name: '家庭档案' }).click();
      await page.getByText('还没有登记的家庭').waitFor();
      await screenshot(page, 'first-households');

      await page.context().clearCookies();
      const code = await acceptInvitation(page, officer, PASSWORD);
      await signIn(page, 'li', PASSWORD, code());
      await page.getByRole('link', { name: '保障标准' }).click();
      await page.getByRole('button', { name: '录入标准' }).waitFor();
    },
    { expected: [422] },
  ));

/** Signs in with the password that was printed, and chooses an own one. */
async function signInOnce(page, once) {
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码', { exact: true }).fill(once);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '请先设置自己的密码' }).waitFor();
  await page.getByLabel('一次性密码').fill(once);
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一次新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.locator('#content').waitFor();
}

/** Whether a process runs; one that has ended stays listed until somebody asks for its end. */
function isRunning(process) {
  const path = `/proc/${process}/stat`;
  return existsSync(path) && !/\) [ZX] /.test(readFileSync(path, 'utf8'));
}

test('Ctrl-C stops the platform and its database', { timeout: 60_000 }, async () => {
  const database = Number(readFileSync(join(data, 'db/postmaster.pid'), 'utf8').split('\n')[0]);
  assert.ok(isRunning(database));
  platform.removeAllListeners('exit');
  const ended = new Promise((end) => platform.on('exit', end));
  platform.kill('SIGINT');
  await ended;
  platform = undefined;
  // PostgreSQL gives up its folder a moment before its process ends.
  while (isRunning(database)) {
    await setTimeout(50);
  }
  assert.ok(!existsSync(join(data, 'db/postmaster.pid')), 'the database was not shut down in order');
});
