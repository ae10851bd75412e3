import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenshot, signInAs, walk } from './harness.mjs';

test('all counties are shown against what is demanded of them: table, chart, map', () =>
  walk(async (page) => {
    await signInAs(page, '县民政审批人员');
    await page.goto('/standards?year=2017');
    await page.getByText('2017年末有要求的').waitFor();
    await page.getByText('4,400.00元/人·年').first().waitFor();
    await screenshot(page, 'standards-table');
    await page.getByText('延吉市').first().click();
    await page.getByText('历年标准').waitFor();
    await screenshot(page, 'standards-area');
    await page.goto('/standards?year=2017&view=chart');
    await page.locator('canvas').waitFor();
    await screenshot(page, 'standards-chart');
    await page.goto('/standards?year=2017&view=map');
    await page.locator('canvas').waitFor();
    await page.getByText('没有审图号').waitFor();
    await screenshot(page, 'standards-map');
  }));

/** Refuses whatever an earlier walk left waiting. */
async function refuseAll(page) {
  const waiting = await (await page.request.get('/api/standards/waiting')).json();
  const { cookies } = await page.context().storageState();
  const token = cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  for (const { id } of waiting) {
    const answer = await page.request.post(`/api/standards/${id}/refusal`, {
      headers: { 'X-XSRF-TOKEN': token },
      data: { reason: '上一次走查留下的' },
    });
    assert.ok(answer.ok(), await answer.text());
  }
}

test('a standard is entered from its document, checked, and confirmed by a second person', () =>
  walk(async (page) => {
    const number = `演民发〔2016〕${Date.now() % 10_000}号`;
    await signInAs(page, '省厅业务处室人员');
    await refuseAll(page);
    await page.context().clearCookies();
    await signInAs(page, '县民政审批人员');
    await page.goto('/standards');
    await page.getByRole('button', { name: '录入标准' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(/^标准（/).fill('2000');
    await form.getByLabel('起始日期').fill('2016-10-01');
    await page.keyboard.press('Enter');
    await form.getByLabel('文件标题').fill('关于调整农村低保标准的通知');
    await form.getByLabel('文号').fill(number);
    await form.getByLabel('成文日期').fill('2016-09-20');
    await page.keyboard.press('Enter');
    await form
      .getByRole('button', { name: '检 查' })
      .or(form.getByRole('button', { name: '检查' }))
      .click();
    await form.getByText('检查结果').waitFor();
    await form.getByText('未达到').first().waitFor();
    await screenshot(page, 'standards-enter');
    await form.getByRole('button', { name: '提交复核' }).click();
    await page.getByText('您录入的，须由另一人复核').waitFor();
    assert.equal(await page.getByRole('button', { name: '确认生效' }).count(), 0);

    await page.context().clearCookies();
    await signInAs(page, '省厅业务处室人员');
    await page.goto('/standards');
    const waiting = page.getByRole('article').filter({ hasText: number });
    await waiting.getByRole('button', { name: '不予确认' }).click();
    await screenshot(page, 'standards-decide');
    const dialog = page.getByRole('dialog');
    assert.ok(await dialog.getByRole('button', { name: '不予确认' }).isDisabled());
    await dialog.getByLabel('理由').fill('低于上年收入的百分之三十');
    await dialog.getByRole('button', { name: '不予确认' }).click();
    await waiting.waitFor({ state: 'detached' });
  }));

test('a programme is read in words, with its steps and examples that hold', () =>
  walk(async (page) => {
    await signInAs(page, '乡镇经办人员');
    await page.goto('/programmes');
    await page.getByRole('link', { name: '农村最低生活保障' }).waitFor();
    await screenshot(page, 'programmes');
    await page.getByRole('link', { name: '农村最低生活保障' }).click();
    await page.getByRole('heading', { name: '典型案例' }).waitFor();
    assert.equal(await page.getByText('不符：').count(), 0);
    await screenshot(page, 'programme');
  }));
