import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenshot, signInAs, walk } from './harness.mjs';
import { takeRegister } from './trial-steps.mjs';

test('a standard is tried, kept, worked out by year and compared; nobody is paid otherwise for it', () =>
  walk(async (page) => {
    const name = `提高一成 ${Date.now() % 100_000}`;
    await signInAs(page, '县民政审批人员');
    await takeRegister(page);
    await page.getByRole('button', { name: '新建方案' }).click();
    await page.getByText('每月花费').first().waitFor({ timeout: 60_000 });
    const label = '农村低保标准';
    const chosen = page.locator('.trial-change').getByLabel('标准或参数');
    await chosen.fill(label);
    await page.locator('.ant-select-item-option', { hasText: label }).first().click();
    const value = page.locator('.trial-value input');
    await value.fill('20');
    const gains = page.getByRole('table', { name: '按项目' }).getByRole('row', { name: /农村最低生活保障/ });
    await gains.getByText(/^\+/).waitFor();
    const twenty = await gains.innerText();
    await value.fill('10');
    await page.waitForFunction((former) => !document.body.innerText.includes(former), twenty.split('\n').at(-1));
    await page.locator('canvas').waitFor();
    await screenshot(page, 'trial');
    await page.getByRole('button', { name: '列出涉及的人' }).click();
    await page.getByRole('table', { name: '涉及的人' }).getByRole('link').first().waitFor();
    await screenshot(page, 'trial-people');

    await page.locator('.trial-frame').getByLabel('方案名称').fill(name);
    await page.locator('.page-actions .ant-btn-primary').click();
    await page.waitForURL(/trials\/[0-9a-f-]{36}/);
    await page.getByRole('button', { name: '按年测算' }).click();
    await page.getByText('假定家庭情况不变').waitFor({ timeout: 120_000 });
    await screenshot(page, 'trial-years');

    await page.goto('/trials/new?path=two-lines-in-one');
    await page.getByText('每月花费').first().waitFor({ timeout: 60_000 });
    await page.locator('.trial-frame').getByLabel('方案名称').fill(`${name} 两线合一`);
    await page.locator('.page-actions .ant-btn-primary').click();
    await page.waitForURL(/trials\/[0-9a-f-]{36}/);
    await page.getByRole('button', { name: '按年测算' }).click();
    await page.getByText('假定家庭情况不变').waitFor({ timeout: 120_000 });
    await page.getByRole('table', { name: '按年', exact: true }).getByText('2020').waitFor();
    await screenshot(page, 'trial-path');

    await page.goto('/trials');
    await page.getByRole('checkbox', { name: `并排比较 ${name}`, exact: true }).check();
    await page.getByRole('checkbox', { name: `并排比较 ${name} 两线合一` }).check();
    await screenshot(page, 'trials');
    await page.getByRole('button', { name: '并排比较' }).click();
    await page.getByRole('table', { name: '全年花费' }).getByText('2020').waitFor();
    await screenshot(page, 'trial-compare');
  }));

test('a changed clause is tried, and refused with its line where it is no rule', () =>
  walk(
    async (page) => {
      await signInAs(page, '省厅业务处室人员');
      await takeRegister(page);
      await page.goto('/trials/new');
      await page.getByText('每月花费').first().waitFor({ timeout: 60_000 });
      await page.getByRole('button', { name: '去掉这一项' }).click();
      await page.getByLabel('选一个项目').click();
      await page.keyboard.type('农村最低');
      await page.locator('.ant-select-item-option', { hasText: '农村最低生活保障' }).click();
      const text = page.locator('textarea.trial-rule');
      await text.waitFor();
      const rule = await text.inputValue();
      await text.fill(rule.replace('household.income_12m < allowance', 'household.income_12m * 2 < allowance'));
      await page.getByRole('button', { name: '按改过的条文试算' }).click();
      const row = page.getByRole('table', { name: '按项目' }).getByRole('row', { name: /农村最低生活保障/ });
      await row.getByText(/^−/).waitFor();
      await screenshot(page, 'trial-rule');
      await text.fill(rule.replace('< allowance', '< nonsense'));
      await page.getByRole('button', { name: '按改过的条文试算' }).click();
      await page.getByText(/条文写得不对/).waitFor();
    },
    { expected: [400, 422] },
  ));

test('a trial is not offered to a village worker', () =>
  walk(async (page) => {
    await signInAs(page, '村（居）工作人员');
    const answer = await page.request.get('/api/trials');
    assert.equal(answer.status(), 403);
  }));
