// The first of the walks: the others need the demonstration's county, which is being loaded while the platform already answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseUrl, screenshot, signInAs, walk } from './harness.mjs';

const PATIENCE_MS = 20 * 60 * 1000;

test('the demonstration loads its county while the platform is used', { timeout: PATIENCE_MS }, () =>
  walk(async (page) => {
    await signInAs(page, '县民政审批人员');
    const state = async () => {
      const answer = await page.request.get(`${baseUrl()}/api/jobs`);
      return (await answer.json()).find((job) => job.kind === 'demo.load')?.state;
    };
    while (['WAITING', 'RUNNING'].includes(await state())) {
      await page.waitForTimeout(1000);
    }
    assert.equal(await state(), 'DONE');
    await page.goto('/');
    await screenshot(page, 'demonstration');
  }),
);
