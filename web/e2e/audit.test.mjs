import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenshot, signInAs, walk } from './harness.mjs';

test('an auditor sees who did what, opens an entry, filters by it, and proves the chain', () =>
  walk(
    async (page) => {
      await signInAs(page, '乡镇经办人员');
      await page.context().clearCookies();
      await signInAs(page, '审计人员');
      await page.goto('/audit');
      await page.locator('[data-row]').first().waitFor();
      await screenshot(page, 'audit');
      // What the platform does by itself is on top of the list when it does it.
      await page.locator('[data-row]', { hasText: '审计人员' }).filter({ hasText: '登录' }).first().click();
      await page.getByText('session.begin').waitFor();
      await screenshot(page, 'audit-entry');

      await page.getByRole('link', { name: '这一对象的全部记录' }).click();
      await page.waitForURL(/subject=user&subjectId=/);
      await page.goto('/audit?action=session.begin&actor=' + encodeURIComponent('审计'));
      await page.locator('[data-row]').first().waitFor();
      assert.ok((await page.locator('[data-row]').allInnerTexts()).every((row) => row.includes('审计')));
      await page.goto('/audit?from=2001-01-01&to=2001-01-02');
      await page.getByText('没有符合条件的记录').waitFor();
      await screenshot(page, 'audit-none');

      await page.goto('/audit');
      await page.getByRole('button', { name: '验证日志链' }).click();
      await page.getByText(/日志链完整：[\d,]+条记录逐条相符/).waitFor();
      await screenshot(page, 'audit-whole');
    },
    { expected: [400] },
  ));

test('a chain that breaks says where, what stands there now, and what to do', () =>
  walk(async (page) => {
    await signInAs(page, '审计人员');
    const { rows } = await (await page.request.get('/api/audit')).json();
    await page.route('**/api/audit/proof', (route) =>
      route.fulfill({ json: { whole: false, entries: 3, broken: 4, entry: rows[0].entry } }),
    );
    await page.goto('/audit');
    await page.getByRole('button', { name: '验证日志链' }).click();
    await page.getByText('日志链在第4条断开').waitFor();
    await screenshot(page, 'audit-broken');
  }));
