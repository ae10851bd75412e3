// A month of payments from the new standard to the settled ledger: who prepares, who confirms, what the bank is told and reports.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { become, step } from './case-steps.mjs';
import { screenshot, signIn, signInAs, walk } from './harness.mjs';
import { all, fen, json, part, reported, send, statusReport, sum } from './payments.mjs';

const MONTH = '2016-10';
const COUNTY = '229901000000';
const FINANCE = '县民政发放人员';
/** The demonstration raises the rural standard from 3,900 to 4,080 yuan a year: 15 yuan a month for each person. */
const RAISED_FEN = 1500;
const LATE_MONTHS = ['2016-07', '2016-08', '2016-09'];
const JOB_MS = 180_000;

/** Waits for what the server works on. */
async function until(page, what, done) {
  const end = Date.now() + JOB_MS;
  while (!(await done())) {
    assert.ok(Date.now() < end, `${what} did not come about in ${JOB_MS / 1000} s`);
    await page.waitForTimeout(500);
  }
}

const runs = async (page) =>
  (await json(page, '/api/payments/runs?size=100')).rows.filter((run) => run.month === MONTH);
const newest = async (page) => (await runs(page)).sort((one, other) => other.number - one.number)[0];
const recipients = (page, run, filter = '') => all(page, `/api/payments/runs/${run}/recipients?${filter}`);

/** Another person signs in, with the one-time code where the demonstration asks for one. */
async function changeTo(page, login) {
  await page.context().clearCookies();
  const { demoUsers } = await json(page, '/api/welcome');
  const code = demoUsers.find((user) => user.login === login)?.code ?? '';
  await signIn(page, login, `demo-${login}`, code);
}

/** Prepares a run by the form and gives its page once it can be looked through. */
async function prepare(page) {
  const open = (await runs(page)).find((run) => run.state === 'PREVIEW');
  if (open) {
    await send(page, 'DELETE', `/api/payments/runs/${open.id}`);
  }
  await page.goto('/payments');
  await page.getByRole('button', { name: '准备发放' }).click();
  const form = page.getByRole('dialog');
  await form.getByText('农村最低生活保障').waitFor();
  await form.getByRole('button', { name: '开始准备' }).click();
  await page.waitForURL(/\/payments\/runs\//);
  await page.getByRole('button', { name: '作废' }).waitFor();
  await page.getByText('与上月相比').waitFor({ timeout: JOB_MS });
  return newest(page);
}

async function confirm(page, run) {
  await page.goto(`/payments/runs/${run.id}`);
  await page.getByRole('button', { name: '确认发放' }).click();
  await page.locator('.ant-modal-confirm').getByRole('button', { name: '确认发放' }).click();
}

/** Corrects a household's account in the register, by the form, as the clerk of its township does. */
async function correctAccount(page, household, account) {
  await page.goto(`/households/${household}`);
  await page.getByRole('button', { name: '填写情况' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('家庭银行账号').fill(account);
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await form.waitFor({ state: 'detached' });
}

async function download(page, format) {
  await page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '银行文件' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

test(
  'a county confirms what its raised standard changes, so that the month pays the arrears',
  { timeout: JOB_MS },
  () =>
    walk(async (page) => {
      await signInAs(page, '县民政审批人员');
      const batch = (await json(page, '/api/proposal-batches')).find((one) => one.parameterLabel === '农村低保标准');
      await page.goto(`/proposals/batch/${batch.id}`);
      await page.locator('[data-row]').first().waitFor();
      if (batch.state === 'OPEN') {
        await screenshot(page, 'payments-batch');
        const asked = page.locator('.ant-modal-confirm');
        await page.getByRole('button', { name: '确认调整' }).click();
        const title = `确认调整${batch.adjustable.toLocaleString('en-US')}件？`;
        await asked.locator('.ant-modal-confirm-title', { hasText: title }).waitFor();
        await screenshot(page, 'payments-batch-asked');
        await asked.getByRole('button', { name: /取\s*消/ }).click();
        await asked.waitFor({ state: 'hidden' });
        await page.getByRole('button', { name: '确认调整' }).click();
        await asked.getByRole('button', { name: '确认调整' }).click();
      }
      await until(page, 'the batch', async () => {
        const { state } = await json(page, `/api/proposal-batches/${batch.id}`);
        const jobs = await json(page, '/api/jobs');
        return state === 'CONFIRMED' && jobs.every((job) => job.state !== 'WAITING' && job.state !== 'RUNNING');
      });
    }),
);

/** What a proposal asks for is decided by those whose turn it is, step by step. */
async function decideProposal(page, { caseId, kind }) {
  await become(page, 'township-clerk');
  const { line } = await json(page, `/api/cases/${caseId}`);
  const looked = { 复核日期: '2016-10-10', 复核情况: '入户核实，与登记的变化一致' };
  if (line.step.endsWith('/entitled')) {
    await step(page, 'township-clerk', caseId, '到期复核或者家庭报告变化');
  }
  await step(page, 'township-clerk', caseId, '报县级增发、减发或者停发', { form: looked });
  const action = kind === 'END' ? '停发' : '增发或者减发';
  await step(
    page,
    'county-officer',
    caseId,
    action,
    kind === 'END' ? { remarks: '家庭不再符合条件', closes: true } : {},
  );
}

test(
  'what deaths told late and new incomes change is decided one by one, not by the batch',
  { timeout: 2 * JOB_MS },
  () =>
    walk(async (page) => {
      await become(page, 'township-clerk');
      const { rows } = await json(page, '/api/proposals?size=100');
      const recovered = rows.filter(
        ({ arrearsFen, kind, programmeTitle }) =>
          arrearsFen < 0 && kind !== 'UNDETERMINED' && programmeTitle.includes('最低生活保障'),
      );
      assert.ok(recovered.some((proposal) => proposal.kind === 'END'));
      assert.ok(recovered.some((proposal) => proposal.kind === 'ADJUST'));
      assert.ok(
        rows.every(
          (proposal) => !proposal.causeText.includes('农村低保标准') || proposal.programmeTitle.includes('农村'),
        ),
      );
      for (const proposal of recovered) {
        await decideProposal(page, proposal);
      }
      await become(page, 'township-clerk');
      const left = (await json(page, '/api/proposals?size=100')).rows.map((proposal) => proposal.id);
      assert.ok(recovered.every((proposal) => !left.includes(proposal.id)));
    }),
);

test(
  'a month is prepared, looked through person by person, and not confirmed by who prepared it',
  { timeout: JOB_MS },
  () =>
    walk(
      async (page) => {
        await signInAs(page, FINANCE);
        const before = await json(page, `/api/payments/accounts?county=${COUNTY}`);
        const run = await prepare(page);
        assert.equal(run.state, 'PREVIEW');
        await screenshot(page, 'payments-preview');
        assert.equal(await page.getByRole('button', { name: '确认发放' }).count(), 0);
        const answer = await send(page, 'POST', `/api/payments/runs/${run.id}/confirmation`, { digest: run.digest });
        assert.equal(answer.status(), 403);
        assert.deepEqual(
          await json(page, `/api/payments/accounts?county=${COUNTY}`),
          before,
          'a preview posts nothing',
        );

        const rows = await recipients(page, run.id);
        assert.equal(rows.length, run.recipients);
        assert.equal(sum(rows.map((row) => row.payFen)), run.payFen + run.heldFen);
        for (const row of rows) {
          assert.equal(row.linesFen, row.payFen + row.collectedFen - row.carriedFen);
          assert.equal(sum(row.lines.map((line) => line.amountFen)), row.linesFen);
        }
        const raised = rows.filter(
          (row) =>
            row.programme === 'rural-dibao' &&
            LATE_MONTHS.every((month) =>
              row.lines.some((line) => line.month === month && line.reason === 'ARREARS' && line.hadFen > 0),
            ),
        );
        assert.ok(raised.length > 500, `${raised.length} families draw arrears of three months`);
        for (const line of raised.flatMap((row) => row.lines).filter((one) => LATE_MONTHS.includes(one.month))) {
          assert.equal(
            line.amountFen % RAISED_FEN,
            0,
            'each person of the family draws the difference of the standards',
          );
        }
        const held = rows.filter((row) => row.state === 'HELD');
        assert.equal(held.length, run.held);
        const refused = held.filter((row) => row.heldFor === 'REFUSED_ACCOUNT');
        assert.ok(refused.length > 0, 'what the bank refused in September and nobody mended is held back');
        assert.ok(
          refused.every((row) => row.failed.remedy === 'OPEN' && row.lines.some((l) => l.reason === 'REISSUED')),
        );
        assert.ok(held.some((row) => row.heldFor === 'NO_ACCOUNT'));
        await page.getByRole('table', { name: '暂不付款的原因' }).waitFor();
        await page.goto(`/payments/runs/${run.id}?held=REFUSED_ACCOUNT`);
        await page.locator('[data-row]').first().waitFor();
        assert.equal(await page.locator('[data-row]').count(), refused.length);
        await page.locator('[data-row]').first().click();
        await page.getByRole('region', { name: '银行退回的付款' }).waitFor();
        await screenshot(page, 'payments-held');
        await page.goto(`/payments/runs/${run.id}?held=NO_ACCOUNT`);
        await page.locator('[data-row]').first().click();
        await page.getByText('没有登记银行账号。').waitFor();

        const recovered = rows.filter((row) => row.lines.some((line) => line.reason === 'RECOVERY'));
        assert.ok(recovered.length > 0, 'the deaths told late are recovered');

        await page.goto(`/payments/runs/${run.id}?reason=ARREARS&programme=rural-dibao`);
        await page.locator('[data-row]').first().waitFor();
        await page.getByText('2016-07～2016-09').first().waitFor();
        await screenshot(page, 'payments-arrears');
        await page.goto(`/payments/runs/${run.id}?reason=RECOVERY`);
        await page.locator('[data-row]').first().click();
        await page.getByText('已发或待回盘').waitFor();
        await screenshot(page, 'payments-recovery');
      },
      { expected: [403] },
    ),
);

test(
  'an account that changes after the preview stops the confirmation, says whose, and the run is prepared again',
  { timeout: JOB_MS },
  () =>
    walk(async (page) => {
      await signInAs(page, FINANCE);
      const run = await newest(page);
      const [family] = await inClerksTownship(page, run.id);
      await correctAccount(page, family.household, `99990199000000${Date.now() % 100_000}`);

      await changeTo(page, 'county-officer-2');
      await confirm(page, run);
      await page.getByText('上次确认没有通过').waitFor({ timeout: JOB_MS });
      const refused = await newest(page);
      assert.equal(refused.state, 'PREVIEW');
      assert.match(refused.note, new RegExp(family.name));
      await screenshot(page, 'payments-refused');

      await changeTo(page, 'county-finance');
      await page.goto(`/payments/runs/${run.id}`);
      await page.getByRole('button', { name: '作废' }).click();
      await page
        .locator('.ant-modal-confirm')
        .getByRole('button', { name: /作\s*废/ })
        .click();
      await page.getByText('已作废').waitFor();
      await screenshot(page, 'payments-dropped');
      assert.equal((await prepare(page)).number, run.number + 1);
    }),
);

test('a second person confirms: the money is pending, and the bank gets its files', { timeout: JOB_MS }, () =>
  walk(async (page) => {
    await signInAs(page, FINANCE);
    const run = await newest(page);
    await changeTo(page, 'county-officer-2');
    await confirm(page, run);
    await page.getByText('已确认，待送银行').waitFor({ timeout: JOB_MS });
    await page.goto('/payments/ledger');
    await page.getByText('账户余额').waitFor();
    await screenshot(page, 'payments-ledger-pending');
    const accounts = await json(page, `/api/payments/accounts?county=${COUNTY}`);
    assert.equal(accounts.find((account) => account.kind === 'BANK').pendingFen, -run.payFen);
    assert.equal(sum(accounts.map((account) => account.pendingFen)), 0);

    await changeTo(page, 'county-finance');
    await page.goto(`/payments/runs/${run.id}`);
    const csv = await download(page, 'CSV 表格');
    const rows = csv.content.toString('utf8').trim().split('\r\n').slice(1);
    assert.equal(rows.length, run.payments);
    assert.equal(sum(rows.map((row) => fen(row.split(',')[5]))), run.payFen);

    const workbook = (await download(page, 'Excel 工作簿')).content;
    const cells = part(workbook, 'xl/worksheets/sheet1.xml').matchAll(/<c r="F\d+"[^>]*><v>([\d.]+)<\/v>/g);
    const amounts = [...cells].slice(-run.payments).map(([, value]) => fen(value));
    assert.equal(sum(amounts), run.payFen);

    const pain = await download(page, 'ISO 20022');
    const order = await page.evaluate((xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      const texts = (name) => [...document.getElementsByTagName(name)].map((element) => element.textContent);
      return {
        broken: texts('parsererror'),
        namespace: document.documentElement.namespaceURI,
        counts: texts('NbOfTxs'),
        sums: texts('CtrlSum'),
        amounts: texts('InstdAmt'),
      };
    }, pain.content.toString('utf8'));
    assert.deepEqual(order.broken, []);
    assert.equal(order.namespace, 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    assert.deepEqual(order.counts, [`${run.payments}`, `${run.payments}`]);
    assert.deepEqual(order.sums.map(fen), [run.payFen, run.payFen]);
    assert.equal(sum(order.amounts.map(fen)), run.payFen);
    await page.getByText('已送银行，待回盘').waitFor();
  }),
);

async function upload(page, name, content) {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** Households of the clerk's township that have a payment of their own. */
async function inClerksTownship(page, run) {
  await changeTo(page, 'township-clerk');
  const { area } = await json(page, '/api/session');
  const rows = await recipients(page, run, `programme=rural-dibao&area=${area.code}`);
  return rows.filter((row) => row.reference && !row.personal);
}

test(
  'the bank reports: what it paid is posted, what it could not is voided, and rows that cannot be true say why',
  { timeout: JOB_MS },
  () =>
    walk(async (page) => {
      await signInAs(page, FINANCE);
      const run = await newest(page);
      const failing = (await inClerksTownship(page, run.id)).slice(0, 2).map((row) => row.reference);
      const result = (reference) => (failing.includes(reference) ? '失败,账号与户名不符' : '成功,');
      await changeTo(page, 'county-finance');
      await page.goto(`/payments/runs/${run.id}`);
      const csv = (await download(page, 'CSV 表格')).content.toString('utf8');

      const first = reported(csv, (reference, at) => ['也许,', ','][at] ?? result(reference))
        .replace(/^(\d+,P[\d-]+-000003,.*,)[\d.]+(,[^,]*,成功)/m, '$10.01$2')
        .replace('-000004,', '-999999,');
      await upload(page, '回盘.csv', first);
      await page.getByText('已处理').first().waitFor({ timeout: JOB_MS });
      const [file] = await json(page, `/api/payments/runs/${run.id}/returns`);
      assert.deepEqual([file.voided, file.faults, file.posted], [2, 4, run.payments - 6]);
      await page
        .getByRole('row', { name: /回盘\.csv/ })
        .getByRole('button')
        .click();
      for (const reason of ['不认识结果“也许”', '没有填结果', '与应发金额', '没有付款编号']) {
        await page.getByText(reason).waitFor();
      }
      await screenshot(page, 'payments-return');
      await upload(page, '回盘.csv', first);
      await page.getByText('以前接收过').waitFor();

      await upload(page, '更正.csv', reported(csv, result));
      await page.getByText('已结清').waitFor({ timeout: JOB_MS });
      const [corrected] = await json(page, `/api/payments/runs/${run.id}/returns`);
      assert.deepEqual([corrected.posted, corrected.repeated, corrected.faults], [4, run.payments - 4, 0]);
      await page.goto(`/payments/runs/${run.id}?state=FAILED`);
      await page.getByText('账号与户名不符').first().waitFor();
      await screenshot(page, 'payments-failed');
    }),
);

test(
  'what the bank refused is not paid there again by itself: one account is corrected, of the other somebody says why it is right',
  { timeout: JOB_MS },
  () =>
    walk(async (page) => {
      await signInAs(page, FINANCE);
      const run = await newest(page);
      await send(page, 'POST', '/api/payments/runs', { county: COUNTY, month: MONTH, programmes: [] });
      await until(page, 'the refusal', async () => (await newest(page)).state === 'DROPPED');
      const refused = await newest(page);
      assert.match(refused.note, /没有可以付款的账户.*账号无误，按原账号重发/);
      await page.goto(`/payments/runs/${refused.id}`);
      await page.getByText('没有可以付款的账户').waitFor();
      await screenshot(page, 'payments-only-held');

      const [corrected, right] = await recipients(page, run.id, 'state=FAILED');
      await page.goto(`/payments/runs/${run.id}?state=FAILED`);
      const row = page.locator(`[data-row="${right.programme}/${right.recipient}"]`);
      await row.getByText('待改正或者说明').waitFor();
      await row.click();
      await page.getByRole('button', { name: '账号无误，按原账号重发' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: '账号无误，按原账号重发' }).click();
      await form.locator('.ant-form-item-explain-error').waitFor();
      await form.getByLabel('理由').fill('农信社王主任电话答复：系统故障，账号、户名无误');
      await screenshot(page, 'payments-same-account');
      await form.getByRole('button', { name: '账号无误，按原账号重发' }).click();
      await form.waitFor({ state: 'detached' });
      await row.getByText('已说明无误，待重发').waitFor();

      await changeTo(page, 'township-clerk');
      await correctAccount(page, corrected.household, `9999019900000${Date.now() % 1_000_000}`);
      await page.goto(`/payments/runs/${run.id}?state=FAILED`);
      await page.getByText('账户已改正，待重发').waitFor();
      await screenshot(page, 'payments-failed-mended');
    }),
);

test(
  'what the bank could not pay is paid again, to the corrected account or to the one said to be right, and the ledger sums to zero',
  { timeout: JOB_MS },
  () =>
    walk(async (page) => {
      await signInAs(page, FINANCE);
      const run = (await runs(page)).find((one) => one.state === 'SETTLED');
      const failed = await recipients(page, run.id, 'state=FAILED');
      const again = await prepare(page);
      await page.goto(`/payments/runs/${again.id}?reason=REISSUED&state=PREVIEW`);
      await page.locator('[data-row]').first().waitFor();
      await screenshot(page, 'payments-reissued');
      const reissued = await recipients(page, again.id, 'reason=REISSUED&state=PREVIEW');
      const byName = (rows) => rows.map((row) => row.name + row.payFen).sort();
      assert.deepEqual(byName(reissued), byName(failed));
      for (const row of reissued) {
        const before = failed.find((one) => one.household === row.household);
        const said = row.failed?.stated?.reason ?? '';
        assert.equal(row.accountTail === before.accountTail, said.includes('系统故障'));
      }
      const [same] = reissued.filter((row) => row.failed);
      await page.locator(`[data-row="${same.programme}/${same.recipient}"]`).click();
      await page.getByText('农信社王主任电话答复').waitFor();
      await screenshot(page, 'payments-reissued-same');
      await changeTo(page, 'county-officer-2');
      await confirm(page, again);
      await page.getByText('已确认，待送银行').waitFor({ timeout: JOB_MS });
      await changeTo(page, 'county-finance');
      await page.goto(`/payments/runs/${again.id}`);
      await download(page, 'ISO 20022');
      const rows = await recipients(page, again.id);
      await upload(page, '重发回执.xml', statusReport(rows.map((row) => row.reference).filter(Boolean)));
      await page.getByText('已结清').waitFor({ timeout: JOB_MS });

      await page.goto('/payments/ledger');
      await page.getByText('账户余额').waitFor();
      await screenshot(page, 'payments-ledger');
      const accounts = await json(page, `/api/payments/accounts?county=${COUNTY}`);
      assert.ok(accounts.every((account) => account.pendingFen === 0));
      assert.equal(sum(accounts.map((account) => account.postedFen)), 0);
      await page.getByRole('link', { name: '应收追回款' }).click();
      await page.locator('[data-row]').first().waitFor();
      await screenshot(page, 'payments-account');
      await page.goto(`/households/${failed[0].household}/payments`);
      await page.getByText('重发').first().waitFor();
      await screenshot(page, 'payments-household');

      const list = await page.request.get(
        `/api/payments/runs/${run.id}/roster?programme=rural-dibao&area=${failed[0].area}`,
      );
      assert.equal(list.headers()['content-type'], 'application/pdf');
      writeFileSync(join(import.meta.dirname, 'screenshots', 'payments-roster.pdf'), await list.body());
    }),
);

test(
  'a family pays back what it owes after a late death: one person enters it, another confirms it, and so is a mistake taken back',
  { timeout: JOB_MS },
  () =>
    walk(
      async (page) => {
        await signInAs(page, FINANCE);
        const settled = (await runs(page)).filter((run) => run.state === 'SETTLED');
        const debtors = (await Promise.all(settled.map((run) => recipients(page, run.id))))
          .flat()
          .filter((row) => row.carriedFen > 0);
        assert.ok(debtors.length > 0);
        const { household } = debtors[0];
        const receivable = async () =>
          (await json(page, `/api/payments/accounts?county=${COUNTY}`)).find((account) => account.kind === 'RECEIVABLE')
            .postedFen;
        await page.goto('/payments/ledger');
        await page.getByRole('link', { name: '欠款名单' }).click();
        await page.locator('[data-row]').first().waitFor();
        await screenshot(page, 'payments-debts');
        const owed = (await json(page, `/api/payments/debts?county=${COUNTY}&size=200`)).rows;
        assert.equal(sum(owed.map((debt) => debt.owedFen)), await receivable(), 'who owes makes what is owed');
        await page.locator(`a[href="/households/${household}/payments"]`).first().click();
        await page.getByRole('button', { name: '登记退回' }).click();
        const form = page.getByRole('dialog');
        await form.getByLabel('收据号').fill(`收-${Date.now()}`);
        await form.getByLabel('退回金额（元）').fill('99999');
        await form.getByRole('button', { name: '登记退回' }).click();
        await form.getByText(/请填写 0\.01 到 [\d.]+ 元的金额/).waitFor();
        await screenshot(page, 'payments-repay');
        await form.getByLabel('退回金额（元）').fill('100');
        await form.getByRole('button', { name: '登记退回' }).click();
        await form.waitFor({ state: 'detached' });
        await page.getByText('您登记的，须由另一人确认').waitFor();

        const before = await receivable();
        await changeTo(page, 'county-officer-2');
        await page.goto('/payments/ledger');
        await page.getByRole('button', { name: '确认收到' }).waitFor();
        await screenshot(page, 'payments-repay-waiting');
        await page.getByRole('button', { name: '确认收到' }).click();
        await page.locator('.ant-modal-confirm').getByRole('button', { name: '确认收到' }).click();
        await page.getByText('待确认的退回').waitFor({ state: 'detached' });
        assert.equal(await receivable(), before - 10_000);
        const accounts = await json(page, `/api/payments/accounts?county=${COUNTY}`);
        assert.equal(sum(accounts.map((account) => account.postedFen)), 0);
        await page.goto(`/households/${household}/payments`);
        await page.getByText('已入账').waitFor();
        await screenshot(page, 'payments-repaid');

        await changeTo(page, 'county-finance');
        await page.goto(`/households/${household}/payments`);
        await page.getByRole('button', { name: '撤销这笔退回' }).first().click();
        await form.getByLabel('撤销的理由').fill('收据登记错了人');
        await screenshot(page, 'payments-reverse');
        await form.getByRole('button', { name: '撤销这笔退回' }).click();
        await page.getByText('您提出的撤销，须由另一人确认').waitFor();
        assert.equal(await receivable(), before - 10_000, 'nothing is posted before a second person confirms');
        await changeTo(page, 'county-officer-2');
        await page.goto('/payments/ledger');
        await page.getByText('撤销待确认').waitFor();
        await screenshot(page, 'payments-reverse-waiting');
        await page.getByRole('button', { name: '确认撤销' }).click();
        await page.locator('.ant-modal-confirm').getByRole('button', { name: '确认撤销' }).click();
        await page.getByText('撤销待确认').waitFor({ state: 'detached' });
        assert.equal(await receivable(), before, 'the debt is open again');
        await page.goto(`/households/${household}/payments`);
        await page.getByText('已撤销').waitFor();
        await screenshot(page, 'payments-reversed');
      },
      { expected: [422] },
    ),
);
