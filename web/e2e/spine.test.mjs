// The way of a family through the platform, as each of its users meets it on the demonstration's data.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenshot, signInAs, walk } from './harness.mjs';

const json = async (page, path) => (await page.request.get(path)).json();

test('a clerk finds a family, reads its file, and sees what it is entitled to and why', () =>
  walk(async (page) => {
    await signInAs(page, '乡镇经办人员');
    await page.goto('/households');
    await page.locator('[data-row]').first().waitFor();
    await screenshot(page, 'households');
    const { rows } = await json(page, '/api/households?size=1');
    await page.goto(`/households/${rows[0].id}`);
    await page
      .getByRole('region', { name: '待遇' })
      .getByText(/^申请$|不符合条件的/)
      .first()
      .waitFor();
    await screenshot(page, 'household');
  }));

test('the queue leads to a case with its step, its clock and what the rules say', () =>
  walk(async (page) => {
    await signInAs(page, '乡镇经办人员');
    await page.goto('/queue');
    await page.locator('[data-row]').first().waitFor();
    await screenshot(page, 'queue');
    const { rows } = await json(page, '/api/queue?size=1');
    await page.goto(`/cases/${rows[0].id}`);
    await page.getByText('办理经过').waitFor();
    await screenshot(page, 'case');
  }));

test('anybody reads the public wall without signing in', () =>
  walk(async (page) => {
    await page.goto('/wall/229901000000');
    await page.getByText('演示镇一').waitFor();
    await screenshot(page, 'wall');
    const answer = await page.request.get('/api/wall/areas/229901000000');
    assert.equal(answer.status(), 200);
  }));

test('a month of payments opens into its people, and the ledger sums to zero', () =>
  walk(async (page) => {
    await signInAs(page, '县民政审批人员');
    await page.goto('/payments');
    await page.locator('[data-row]').first().waitFor();
    await screenshot(page, 'payments');
    const { rows } = await json(page, '/api/payments/runs?size=1');
    await page.goto(`/payments/runs/${rows[0].id}`);
    await page.locator('[data-row]').first().waitFor();
    await screenshot(page, 'run');
    const accounts = await json(page, '/api/payments/accounts?county=229901');
    assert.ok(accounts.length > 3);
    assert.equal(
      accounts.reduce((sum, account) => sum + account.postedFen + account.pendingFen, 0),
      0,
    );
  }));
