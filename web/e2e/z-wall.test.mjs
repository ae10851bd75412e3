// What is told in public of a case, what somebody objects to without signing in, and what becomes of it.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { screenshot, walk } from './harness.mjs';
import {
  act,
  apply,
  assessment,
  become,
  button,
  findEntitlement,
  json,
  openWithPapers,
  stateOf,
  step,
  survey,
} from './case-steps.mjs';

const PATIENCE_MS = 10 * 60 * 1000;
const DIBAO = '农村最低生活保障';
const WORDS = '这户在外地打工，收入没有申报';
const PROPOSE = '提出建议意见，在村（居）公示';
const FOLDER = join(import.meta.dirname, 'screenshots');

const signOut = (page) => page.context().clearCookies();

/** From the survey to the notice in the village, by the township. */
async function surveyAndPropose(page, id, day) {
  await step(page, 'township-clerk', id, '调查完毕，转民主评议', { form: survey(day, ['赵长海', '黄淑珍']) });
  await step(page, 'township-clerk', id, '结论真实有效', { form: assessment(day, 6) });
  await step(page, 'township-head', id, PROPOSE, { form: { 审核意见: '建议批准', 理由: '与申报情况相符' } });
}

/** A case of which a notice hangs in the village. */
async function noticed(page, day) {
  await become(page, 'village-worker');
  const free = (line) => line.programme === 'rural-dibao' && line.outcome === 'NOT_ELIGIBLE' && !line.openCase;
  const { household } = await findEntitlement(page, free);
  const id = await apply(page, household.id, DIBAO, { authorisedOn: day });
  await openWithPapers(page, id);
  await act(page, '递交申请');
  await page.getByText('已办理：递交申请').first().waitFor();
  await step(page, 'township-clerk', id, '受理', { form: { 近亲属的申请已单独登记: false } });
  await step(page, 'verification-officer', id, '符合条件，转入户调查', { form: { 核对报告日期: day } });
  await surveyAndPropose(page, id, day);
  return json(page, `/api/cases/${id}`);
}

test(
  'anybody reads a notice, prints it, objects, and reads the answer by a number',
  { timeout: PATIENCE_MS },
  (context) =>
    walk(
      async (page) => {
        const { today } = await json(page, '/api/welcome');
        const view = await noticed(page, today);
        const { id, applicant, areaCode } = view.line;
        const notice = view.notices[0].id;
        await signOut(page);

        await context.test('the wall is found from the county down, and tells names and results only', async () => {
          await page.goto(`/wall/${areaCode.slice(0, 6)}000000`);
          for (const code of [`${areaCode.slice(0, 9)}000`, areaCode]) {
            await page.locator(`.wall-places a[href="/wall/${code}"]`).click();
            await page.waitForURL(`**/wall/${code}`);
          }
          await page.getByRole('cell', { name: applicant }).first().waitFor();
          await screenshot(page, 'wall-village');
          const shown = await page.locator('main').innerText();
          assert.doesNotMatch(shown, /\d{17}|\d{6}\*+|残疾|患病|疾病/);
          const answer = await json(page, `/api/wall/areas/${areaCode}/notices`);
          assert.ok(answer.rows.every((row) => !('caseId' in row)));
        });

        await context.test('it is printed on A4 with a code that opens the same page', async () => {
          mkdirSync(FOLDER, { recursive: true });
          writeFileSync(join(FOLDER, 'wall-village.pdf'), await page.pdf({ format: 'A4' }));
          await page.emulateMedia({ media: 'print' });
          await page.screenshot({ path: join(FOLDER, 'wall-village-print.png'), fullPage: true });
          assert.equal(await page.getByRole('link', { name: '工作人员登录' }).isVisible(), false);
          await page.emulateMedia({ media: null });
          await page.goto(`/wall/notice/${notice}`);
          await page.getByText(applicant).first().waitFor();
          assert.equal(await page.locator('.wall-code img').getAttribute('alt'), page.url());
          await screenshot(page, 'wall-notice');
          const paper = await page.request.get(`/api/wall/notices/${notice}/paper`);
          assert.equal(paper.headers()['content-type'], 'application/pdf');
          writeFileSync(join(FOLDER, 'wall-notice.pdf'), await paper.body());
          await page.getByRole('button', { name: 'English' }).click();
          await page.getByText('How to reach you').waitFor();
          await screenshot(page, 'wall-notice-english');
          await page.getByRole('button', { name: '中文' }).click();
        });

        let number = '';
        const follow = async (state) => {
          await page.goto(`/wall/objection/${number}`);
          await page.getByText(state).first().waitFor();
        };

        await context.test('an objection is lodged without a name, and followed', async () => {
          await page.getByLabel('对什么有异议，请写明理由').fill('不对');
          await button(page, '提交异议').click();
          await page.locator('.ant-form-item-explain-error').waitFor();
          await page.getByLabel('对什么有异议，请写明理由').fill(WORDS);
          await page.getByLabel('联系方式（可以不填）').fill('12900000001');
          await button(page, '提交异议').click();
          number = await page.locator('.wall-number').innerText();
          await screenshot(page, 'wall-lodged');
          await follow('等待受理');
          await screenshot(page, 'wall-follow');
          await page.goto('/wall/objection/AAAAA-22222');
          await page.getByText('没有编号为').first().waitFor();
          await screenshot(page, 'wall-follow-unknown');
        });

        await context.test('the clerk looks into the case again, and its limit begins anew', async () => {
          await become(page, 'township-clerk');
          await page.goto('/notices');
          await page.getByText(WORDS.slice(0, 40)).first().click();
          await page.getByRole('button', { name: '受理，重新调查' }).waitFor();
          await screenshot(page, 'wall-objections');
          await page.getByRole('button', { name: '查看联系方式' }).click();
          await page.getByRole('button', { name: '12900000001' }).waitFor();
          await page.getByRole('button', { name: '受理，重新调查' }).click();
          await page.getByRole('button', { name: '受理，重新调查' }).waitFor({ state: 'detached' });
          const { line, notices } = await json(page, `/api/cases/${id}`);
          assert.equal(line.stateTitle, '入户调查');
          assert.equal(line.since, today);
          assert.equal(line.overdueDays, 0);
          assert.ok(line.dueOn > today);
          assert.equal(notices[0].closedOn, today);
          await signOut(page);
          await follow('正在重新调查');
          await page.goto(`/wall/notice/${notice}`);
          await page.getByText('这份公示已经结束').first().waitFor();
          assert.equal(await page.getByRole('link', { name: '回到公示栏' }).count(), 1);
          await screenshot(page, 'wall-over');
        });

        await context.test('a second notice cannot be cleared before the objection is answered', async () => {
          await surveyAndPropose(page, id, today);
          await become(page, 'township-clerk');
          assert.equal(await stateOf(page, id), '村（居）公示');
          await openWithPapers(page, id);
          await page
            .getByText(/还有 1 件异议|1 件异议/)
            .first()
            .waitFor();
          await screenshot(page, 'wall-case');
          await page.goto('/notices');
          await page.getByText(WORDS.slice(0, 40)).first().click();
          await page.getByLabel('答复', { exact: true }).fill('经重新入户调查，外出务工收入已经计入，结论不变');
          await button(page, '答复').click();
          await page.getByText('已答复', { exact: true }).first().waitFor();
          await signOut(page);
          await follow('经重新入户调查');
          await screenshot(page, 'wall-answered');
        });
      },
      { expected: [400, 404] },
    ),
);
