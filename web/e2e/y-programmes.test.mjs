// What is given once and what is given once a year, from the family's page to the posted payment, by everybody whose office it
// is. A family is struck anew each time, so the walk can be walked again. The day is moved where a notice hangs and moved back
// in the end.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { baseUrl, screenshot, walk } from './harness.mjs';
import {
  act,
  after,
  apply,
  become,
  button,
  fill,
  findEntitlement,
  json,
  moveDay,
  openWithPapers,
  refusal,
  stateOf,
  step,
} from './case-steps.mjs';
import { all, reported, send } from './payments.mjs';

const PATIENCE_MS = 10 * 60 * 1000;
const JOB_MS = 180_000;
const ONCE = 'temporary-aid';
const YEARLY = 'premium';
const FOLDER = join(import.meta.dirname, 'screenshots');

const today = (await (await fetch(`${baseUrl()}/api/welcome`)).json()).today;
const later = after(today, 8);
const month = later.slice(0, 7);

/** Keeps a paper beside the screenshots, and sees that it is one. */
async function print(page, path, name) {
  const answer = await page.request.get(path);
  assert.equal(answer.headers()['content-type'], 'application/pdf', await answer.text());
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.pdf`), await answer.body());
}

/** The line of a programme on a family's page. */
const lineOf = async (page, household, programme, person) =>
  (await json(page, `/api/households/${household}/entitlements`)).lines.find(
    (line) => line.programme === programme && (!person || line.person === person),
  );

/** A family of which somebody is due the yearly help, and which was never helped once. */
async function unaided(page) {
  for (let skipped = new Set(); ;) {
    const found = await findEntitlement(
      page,
      (line) =>
        line.programme === YEARLY &&
        line.outcome === 'ELIGIBLE' &&
        !line.openCase &&
        !line.given &&
        !skipped.has(line.person),
    );
    assert.ok(found, 'nobody of the township is due the yearly help');
    const once = await lineOf(page, found.household.id, ONCE);
    if (!once.openCase && once.before.length === 0) {
      return found;
    }
    skipped.add(found.line.person);
  }
}

/** Chooses one of a list in the form of a family's facts. */
async function choose(page, dialog, label, words) {
  await dialog.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(words, { exact: true }).click();
}

/** States on the family's page what struck it, and to which account it is paid. */
async function struck(page, household, name) {
  await page.goto(`/households/${household}`);
  await page.locator('.registry-file').waitFor();
  await page.getByRole('button', { name: '填写情况' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('家庭开户银行').fill('演示农村信用社');
  await dialog.getByLabel('家庭银行账号').fill(`99990188${Date.now() % 1_000_000_000}`);
  await choose(page, dialog, '遭遇的困难', '火灾');
  await dialog.getByLabel('受困需要临时救助的人数').fill('2');
  await dialog.getByLabel('基本生活困难的月数').fill('1');
  await choose(page, dialog, '以同一事由得到过临时救助', '否');
  await dialog.getByLabel('本年度已得到的临时救助').fill('0');
  await button(dialog, '保存').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.locator('.entitlement').filter({ hasText: '临时救助' }).getByText('（一次性）').waitFor();
  await screenshot(page, `programmes-family-${name}`);
}

test(
  'a family that was struck is helped once, and one of it with the yearly contribution, as far as the bank',
  { timeout: PATIENCE_MS },
  (context) => {
    context.after(() => walk((page) => moveDay(page, today)));
    return walk(
      async (page) => {
        await become(page, 'township-clerk');
        const { household, line } = await unaided(page);
        await struck(page, household.id, 'struck');
        const due = (await lineOf(page, household.id, ONCE)).amountFen;
        const once = await apply(page, household.id, '临时救助', { authorisedOn: today });

        await context.test('what is entered must fit what is done', async () => {
          await step(page, 'township-clerk', once, '递交申请');
          await openWithPapers(page, once);
          await fill(page, { '情况紧急，须立即救助': false });
          await act(page, '情况紧急，先行救助');
          await refusal(page, '不紧急的按一般程序办理').waitFor();
          await screenshot(page, 'programmes-does-not-fit');
          await act(page, '受理，调查核实');
          await page.getByText('已办理：受理，调查核实').first().waitFor();
        });

        await context.test('its notice tells a sum that is paid once', async () => {
          const form = { 入户日期: today, 调查情况: '房屋烧毁，暂住亲戚家', 审核意见: '建议批准' };
          await step(page, 'township-clerk', once, '提出意见，公示', { form });
          const [notice] = (await json(page, `/api/cases/${once}`)).notices;
          await page.goto(`/wall/notice/${notice.id}`);
          await page.getByText(/\d+\.\d\d 元（一次性）/).waitFor();
          assert.doesNotMatch(await page.locator('main').innerText(), /元\/月/);
          await screenshot(page, 'programmes-notice');
        });

        const yearly = await apply(page, household.id, line.title, { person: line.name });
        await context.test('the yearly help goes to the county, which grants only whom the list has', async () => {
          await step(page, 'township-clerk', yearly, '报县级民政部门');
          await become(page, 'county-officer');
          await page.goto(`/cases/${yearly}`);
          await page.locator('.case-actions').waitFor();
          assert.equal(await page.getByText('授权核查').count(), 0, 'what is not asked for is not said to be missing');
          await fill(page, { 与新农合经办机构的参合名单一致: false });
          await act(page, '审定资助');
          await refusal(page, '与参合名单一致的才能审定资助').waitFor();
          await fill(page, { 与新农合经办机构的参合名单一致: true });
          await act(page, '审定资助');
          await page.getByText('已办理：审定资助').first().waitFor();
        });

        await context.test('the county decides after the notice, for the month of the decision', async () => {
          await moveDay(page, later);
          await step(page, 'township-clerk', once, '公示期满无异议，报县级审批');
          await step(page, 'county-officer', once, '批准，一次发放');
          const view = await json(page, `/api/cases/${once}`);
          assert.deepEqual(view.due, [{ from: month, to: month, amountFen: due }]);
          await page.goto(`/cases/${once}`);
          await page.locator('section[aria-label="决定"]').waitFor();
          await screenshot(page, 'programmes-decided');
          await print(page, `/api/cases/${once}/decisions/${view.decisions[0].id}/letter.pdf`, 'programmes-once');
        });

        await context.test('it cannot be closed before the money has come, and says where it stands', async () => {
          await become(page, 'township-clerk');
          await page.goto(`/cases/${once}`);
          await page.getByText(/应发的 [\d,.]+ 元还没有入账：还没有列入任何一次发放/).waitFor();
          assert.ok(await button(page, '已经领取，办结').isDisabled());
          await screenshot(page, 'programmes-unposted');
        });

        await context.test('the month pays both, and the bank says so', () =>
          pay(page, household.id, [
            [ONCE, due],
            [YEARLY, line.amountFen],
          ]),
        );
        await context.test('closed, it stops nothing; the year is given', () =>
          closed(page, { household: household.id, line, once, yearly }),
        );
      },
      { expected: [400, 403, 409, 422] },
    );
  },
);

/** Prepares the month, confirms it, sends it and lets the bank say that all was paid; the family's lines are among it. */
async function pay(page, household, wanted) {
  await become(page, 'county-finance');
  for (const run of (await json(page, '/api/payments/runs?size=100')).rows) {
    if (run.state === 'PREVIEW') {
      await send(page, 'DELETE', `/api/payments/runs/${run.id}`);
    }
  }
  await page.goto('/payments');
  await page.getByRole('button', { name: '准备发放' }).click();
  await page.getByRole('dialog').getByText('临时救助').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '开始准备' }).click();
  await page.waitForURL(/\/payments\/runs\//);
  await page.getByText('与上月相比').waitFor({ timeout: JOB_MS });
  const run = page.url().split('/').at(-1);
  for (const [programme, amountFen] of wanted) {
    const rows = await all(page, `/api/payments/runs/${run}/recipients?programme=${programme}`);
    const own = rows.find((row) => row.household === household);
    assert.deepEqual(
      own?.lines.map((line) => [line.month, line.reason, line.amountFen]),
      [[month, 'NEW', amountFen]],
      `${programme} is paid once in its month`,
    );
    assert.ok(own.payFen > 0);
  }
  await page.goto(`/payments/runs/${run}?programme=${ONCE}`);
  await page.locator('[data-row]').first().waitFor();
  await screenshot(page, 'programmes-run');

  await become(page, 'county-officer-2');
  await page.goto(`/payments/runs/${run}`);
  await page.getByRole('button', { name: '确认发放' }).click();
  await page.locator('.ant-modal-confirm').getByRole('button', { name: '确认发放' }).click();
  await page.getByText('已确认，待送银行').waitFor({ timeout: JOB_MS });

  await become(page, 'county-finance');
  await page.goto(`/payments/runs/${run}`);
  await page.getByRole('button', { name: '银行文件' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV 表格' }).click(),
  ]);
  const csv = readFileSync(await file.path(), 'utf8');
  await page.getByText('已送银行，待回盘').waitFor();
  const content = Buffer.from(reported(csv, () => '成功,'));
  await page.locator('input[type=file]').setInputFiles({ name: '回盘.csv', mimeType: 'text/csv', buffer: content });
  await page.getByText('已结清').waitFor({ timeout: JOB_MS });
  await page.goto(`/households/${household}/payments`);
  await page
    .getByText('已发放')
    .nth(wanted.length - 1)
    .waitFor();
  await screenshot(page, 'programmes-paid');
}

/** Both cases are closed without a word of stopping; who was helped this year is not helped again. */
async function closed(page, { household, line, once, yearly }) {
  await step(page, 'township-clerk', once, '已经领取，办结', { closes: true });
  await step(page, 'county-officer', yearly, '资助已到账，办结', { closes: true });
  for (const id of [once, yearly]) {
    const view = await json(page, `/api/cases/${id}`);
    assert.ok(view.line.closedOn);
    assert.deepEqual(
      view.decisions.map((decision) => decision.kind),
      ['GRANT'],
    );
    assert.ok(view.due.every((span) => span.to && span.amountFen > 0));
  }
  await become(page, 'township-clerk');
  await page.goto(`/households/${household}`);
  await page.getByText('本年度已给过，不能再批准').first().waitFor();
  await screenshot(page, 'programmes-given');

  const again = await apply(page, household, line.title, { person: line.name });
  await step(page, 'township-clerk', again, '报县级民政部门');
  await become(page, 'county-officer');
  await page.goto(`/cases/${again}`);
  await page
    .getByText(`${month.slice(0, 4)}年已由案件`)
    .first()
    .waitFor();
  assert.ok(await button(page, '审定资助').isDisabled());
  await screenshot(page, 'programmes-twice');
  await act(page, '退回乡镇', '本年度已经资助');
  await page.getByText('已办理：退回乡镇').first().waitFor();
  await step(page, 'township-clerk', again, '从名单中撤下', { closes: true });
  assert.equal(await stateOf(page, again), '已撤下');
}
