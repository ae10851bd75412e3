// A case from the application to the end, by everybody whose office it is. The day is moved where notices hang and moved back
// in the end, and reviews fall due meanwhile; so this walk comes after those that look at the demonstration as it was loaded.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { baseUrl, screenshot, walk } from './harness.mjs';
import {
  act,
  after,
  apply,
  assessment,
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
  survey,
} from './case-steps.mjs';

const PATIENCE_MS = 10 * 60 * 1000;
const DIBAO = '农村最低生活保障';

const today = (await (await fetch(`${baseUrl()}/api/welcome`)).json()).today;
const secondDay = after(today, 8);
const thirdDay = after(today, 16);

/** Keeps a paper beside the screenshots, and sees that it is one. */
async function print(page, path, name) {
  const answer = await page.request.get(path);
  assert.equal(answer.headers()['content-type'], 'application/pdf', await answer.text());
  const folder = join(import.meta.dirname, 'screenshots');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), await answer.body());
}

/** Lets a family apply that is entitled and has not, by the village where one lives there, else by the township. */
async function applyForDibao(page) {
  const wanted = (line) => line.programme === 'rural-dibao' && line.outcome === 'ELIGIBLE' && !line.openCase;
  for (const login of ['village-worker', 'township-clerk']) {
    await become(page, login);
    const found = await findEntitlement(page, wanted);
    if (found) {
      await page.goto(`/households/${found.household.id}`);
      await page.locator('.entitlement').first().waitFor();
      await screenshot(page, 'case-household');
      const id = await apply(page, found.household.id, DIBAO, { authorisedOn: today });
      return { id, login, household: found.household };
    }
  }
  throw new Error('no family of the township is entitled to dibao and has not applied');
}

test('a family applies, is surveyed, assessed, noticed twice, and draws', { timeout: PATIENCE_MS }, (context) => {
  context.after(() => walk((page) => moveDay(page, today)));
  return walk(
    async (page) => {
      const { id, login } = await applyForDibao(page);
      await openWithPapers(page, id);
      await screenshot(page, 'case-application');
      await act(page, '递交申请');
      await page.getByText('已办理：递交申请').first().waitFor();

      await context.test('the township sends it back with a reason, and gets it again', async () => {
        await become(page, 'township-clerk');
        await page.goto(`/cases/${id}`);
        await act(page, '退回补齐材料');
        await refusal(page, '必须写明理由').waitFor();
        await screenshot(page, 'case-reason-missing');
        await act(page, '退回补齐材料', '居民户口簿缺户主页');
        await page.getByText('已办理：退回补齐材料').first().waitFor();
        assert.equal(await stateOf(page, id), '提出申请');
        await step(page, login, id, '递交申请');
        await step(page, 'township-clerk', id, '受理', { form: { 近亲属的申请已单独登记: false } });
        await step(page, 'verification-officer', id, '符合条件，转入户调查', { form: { 核对报告日期: today } });
      });

      await context.test('one surveyor is too few, and six of nine must be representatives', async () => {
        await become(page, 'township-clerk');
        await openWithPapers(page, id);
        await fill(page, survey(today, ['赵长海']));
        await act(page, '调查完毕，转民主评议');
        await refusal(page, '调查人员').waitFor();
        await screenshot(page, 'case-survey');
        await fill(page, { 调查人员: ['黄淑珍'] });
        await act(page, '调查完毕，转民主评议');
        await page.getByText('已办理：调查完毕，转民主评议').first().waitFor();
        await openWithPapers(page, id);
        await fill(page, assessment(today, 5));
        await act(page, '结论真实有效');
        await refusal(page, '三分之二').waitFor();
        await screenshot(page, 'case-quorum');
        await fill(page, { '其中村（居）民代表人数': 6 });
        await act(page, '结论真实有效');
        await page.getByText('已办理：结论真实有效').first().waitFor();
      });

      await context.test('whoever surveyed may not review', async () => {
        await page.goto(`/cases/${id}`);
        const propose = button(page, '提出建议意见，在村（居）公示');
        await propose.waitFor();
        assert.ok(await propose.isDisabled());
        await screenshot(page, 'case-same-person');
        const form = { 审核意见: '建议批准', 理由: '家庭人均收入低于标准，财产符合规定' };
        await step(page, 'township-head', id, '提出建议意见，在村（居）公示', { form });
      });

      await context.test('a notice hangs seven days before anybody goes on', async () => {
        await become(page, 'township-clerk');
        await page.goto(`/cases/${id}`);
        assert.ok(await button(page, '公示期满无异议，报送县级民政部门').isDisabled());
        await screenshot(page, 'case-notice');
        await moveDay(page, secondDay);
        await step(page, 'township-clerk', id, '公示期满无异议，报送县级民政部门');
        const form = { 已入户抽查: true, 入户抽查日期: secondDay, 抽查人员: ['孙科员'] };
        await step(page, 'county-officer', id, '拟批准，公示', { form });
        await moveDay(page, thirdDay);
        await step(page, 'county-officer', id, '公示期满无异议');
        await step(page, 'county-officer', id, '批准，自次月起发放');
      });

      await page.goto(`/cases/${id}`);
      await page.getByRole('button', { name: '查看依据' }).click();
      await page.getByText('结果与原决定一致').waitFor();
      await screenshot(page, 'case-decided');
      const view = await json(page, `/api/cases/${id}`);
      assert.equal(view.line.stateTitle, '享受低保，分类复核');
      assert.equal(view.due[0].from, after(thirdDay, 31).slice(0, 7));
      assert.ok(view.due[0].amountFen > 0);
      await print(page, `/api/cases/${id}/decisions/${view.decisions[0].id}/letter.pdf`, 'case-granted');
      await print(page, `/api/cases/${id}/application.pdf`, 'case-application');

      await context.test('a changed fact makes a proposal, which is left or decided', () => changes(page, id));
      await context.test('what is drawn is suspended, and ended with a reason', () => stops(page, id));
    },
    { expected: [400, 403, 409, 422] },
  );
});

/** States the family's wages anew, from today's month on, in its file. */
async function stateWages(page, household, yuan) {
  await become(page, 'township-clerk');
  await page.goto(`/households/${household}`);
  await page.locator('.registry-file').waitFor();
  await page.getByRole('button', { name: '填写情况' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('家庭年工资性收入').fill(String(yuan));
  await dialog.getByRole('button', { name: /^保\s?存$/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function changes(page, id) {
  const { line } = await json(page, `/api/cases/${id}`);
  await stateWages(page, line.household, 90);
  await page.goto('/proposals');
  await page.getByText(line.applicant).first().waitFor();
  await screenshot(page, 'case-proposals');
  await page.goto(`/cases/${id}`);
  await page.getByRole('button', { name: '不予变更' }).click();
  await page.getByLabel('不予变更的理由').fill('收入变化不大，下次复核时一并办理');
  await screenshot(page, 'case-proposal');
  await page.locator('.ant-popover').getByRole('button', { name: '不予变更' }).click();
  await page.locator('section[aria-label="变更建议"]').waitFor({ state: 'detached' });

  await stateWages(page, line.household, 120);
  await step(page, 'township-clerk', id, '到期复核或者家庭报告变化');
  const form = { 复核日期: thirdDay, 复核情况: '外出务工，工资收入增加' };
  await step(page, 'township-clerk', id, '报县级增发、减发或者停发', { form });
  await step(page, 'county-officer', id, '增发或者减发');
  const view = await json(page, `/api/cases/${id}`);
  assert.equal(view.decisions.at(-1).kind, 'ADJUST');
  assert.equal(view.proposal, undefined);
}

async function stops(page, id) {
  const review = async () => {
    await step(page, 'township-clerk', id, '到期复核或者家庭报告变化');
    const form = { 复核日期: thirdDay, 复核情况: '全家外出，无法核实' };
    await step(page, 'township-clerk', id, '报县级增发、减发或者停发', { form });
  };
  await review();
  await step(page, 'county-officer', id, '暂停发放', { remarks: '连续两个月无法核实家庭情况' });
  assert.equal(await stateOf(page, id), '暂停发放');
  await step(page, 'county-officer', id, '停发', { remarks: '家庭已不在本地居住', closes: true });
  await page.goto(`/cases/${id}`);
  await page.getByText('案件没有待办事项').waitFor();
  await screenshot(page, 'case-ended');
  const view = await json(page, `/api/cases/${id}`);
  assert.deepEqual(
    view.decisions.map((decision) => decision.kind),
    ['GRANT', 'ADJUST', 'SUSPEND', 'END'],
  );
  assert.equal(view.due.at(-1).amountFen, 0);
}

test('an application is withdrawn, and another refused with reasons in a letter', { timeout: PATIENCE_MS }, () =>
  walk(async (page) => {
    const free = (line) => line.programme === 'rural-dibao' && line.outcome === 'NOT_ELIGIBLE' && !line.openCase;
    await become(page, 'village-worker');
    const { household } = await findEntitlement(page, free);
    const withdrawn = await apply(page, household.id, DIBAO, { authorisedOn: today });
    await page.locator('.case-actions').waitFor();
    await act(page, '撤回申请');
    const asked = page.locator('.ant-modal-confirm');
    await asked.getByText('案件到此办结（已撤回）').waitFor();
    await screenshot(page, 'case-withdraw');
    await button(asked, '取消').click();
    await asked.waitFor({ state: 'hidden' });
    assert.equal(await stateOf(page, withdrawn), '提出申请');
    await act(page, '撤回申请', '', { closes: true });
    await page.getByText('案件没有待办事项').waitFor();
    assert.equal(await stateOf(page, withdrawn), '已撤回');

    const id = await apply(page, household.id, DIBAO, { authorisedOn: today });
    await openWithPapers(page, id);
    await act(page, '递交申请');
    await page.getByText('已办理：递交申请').first().waitFor();
    await step(page, 'township-clerk', id, '受理', { form: { 近亲属的申请已单独登记: false } });
    await become(page, 'verification-officer');
    await openWithPapers(page, id);
    await fill(page, { 核对报告日期: today });
    await page.getByRole('button', { name: '填入系统列出的理由' }).click();
    await screenshot(page, 'case-reasons');
    await act(page, '不符合条件');
    await page.getByText('已办理：不符合条件').first().waitFor();
    await step(page, 'township-clerk', id, '没有异议或者复查后仍不符合', {
      remarks: '申请人对核对结果没有异议',
      closes: true,
    });
    await page.goto(`/cases/${id}`);
    await page.getByText('不予批准').first().waitFor();
    await screenshot(page, 'case-refused');
    const view = await json(page, `/api/cases/${id}`);
    assert.equal(view.decisions[0].kind, 'REFUSE');
    await print(page, `/api/cases/${id}/decisions/${view.decisions[0].id}/letter.pdf`, 'case-refused');
  }),
);

test(
  'a subsidy is checked by the federation and drawn from the month of the application',
  { timeout: PATIENCE_MS },
  () =>
    walk(async (page) => {
      const free = (line) =>
        line.programme.startsWith('disability') && line.outcome === 'ELIGIBLE' && !line.openCase && line.person;
      await become(page, 'township-clerk');
      const { household, line } = await findEntitlement(page, free);
      const id = await apply(page, household.id, line.title, { person: line.name });
      await openWithPapers(page, id);
      await act(page, '向户籍所在地乡镇递交申请');
      await page.getByText('已办理：向户籍所在地乡镇递交申请').first().waitFor();
      await step(page, 'township-head', id, '初审合格，送县级残联');
      await become(page, 'federation-officer');
      await openWithPapers(page, id);
      await fill(page, { 核对日期: today, '残疾人证有效，类别和等级一致': true });
      await screenshot(page, 'case-federation');
      await act(page, '审核合格，送县级民政部门');
      await page.getByText('已办理：审核合格，送县级民政部门').first().waitFor();
      const form = { '已享受特困、孤儿、工伤生活护理费或者同类补贴': false };
      await step(page, 'county-officer', id, '审定合格，自申请当月计发', { form });
      const view = await json(page, `/api/cases/${id}`);
      assert.equal(view.due[0].from, today.slice(0, 7));
      assert.deepEqual(view.notices, []);
    }),
);
