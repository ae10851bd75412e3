// The coverage radar as a county and a village use it: looked at, drilled down to a household, closed with a reason.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { become, json } from './case-steps.mjs';
import { screenshot, walk } from './harness.mjs';

const sum = (kinds) => kinds.reduce((total, { open }) => total + open, 0);

/** Lets everybody be looked at, unless the day's own run is just doing so, and waits for its end. */
async function look(page) {
  const button = page.getByRole('button', { name: '现在排查' });
  await button.waitFor();
  const before = (await json(page, '/api/radar')).run?.writtenAt;
  await button.click();
  for (let tries = 0; tries < 240; tries++) {
    const { run } = await json(page, '/api/radar');
    if (run && run.writtenAt !== before) {
      return;
    }
    await page.waitForTimeout(500);
  }
  assert.fail('the run did not end');
}

test('everybody is looked at, and each number opens the list that it counts, down to a household', () =>
  walk(
    async (page) => {
      await become(page, 'county-officer');
      await page.goto('/radar');
      await look(page);
      await page.reload();
      await page.getByText(/2016年\d+月\d+日排查/).waitFor();
      await screenshot(page, 'radar-county');
      await page.goto('/radar?view=map');
      await page.locator('canvas').waitFor();
      await screenshot(page, 'radar-county-bars');

      const county = await json(page, '/api/radar');
      assert.ok(sum(county.kinds) > 0, 'the demonstration has leads');
      assert.equal(
        county.areas.reduce((total, { open }) => total + open, 0),
        sum(county.kinds),
      );
      const [town] = [...county.areas].sort((left, right) => right.open - left.open);
      await page.goto('/radar');
      await page.getByRole('link', { name: town.name, exact: true }).click();
      await page.getByText(`共${town.open.toLocaleString('en-US')}条`).waitFor();
      const below = await json(page, `/api/radar?area=${town.code}`);
      const [village] = [...below.areas].sort((left, right) => right.open - left.open);
      await page.getByRole('link', { name: village.name, exact: true }).click();
      await page.getByText(`共${village.open.toLocaleString('en-US')}条`).waitFor();
      await screenshot(page, 'radar-village');

      const row = page.locator('[data-row]').first();
      await row.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '怎么办' }).waitFor();
      await page.getByRole('tree').first().waitFor();
      await screenshot(page, 'radar-lead');
      await page.getByRole('link', { name: '家庭档案' }).last().click();
      await page.getByRole('heading', { name: /家庭/ }).first().waitFor();
    },
    // The day's own run may be under way when the button is pressed.
    { expected: [409] },
  ));

test('a lead is closed with a reason, stays closed, and counts in the rate of its rule', () =>
  walk(async (page) => {
    await become(page, 'township-clerk');
    await page.goto('/radar?kind=NOT_RECEIVING');
    await page.locator('[data-row]').first().click();
    const panel = page.locator('aside.panel');
    await panel.getByText('办结这条线索').waitFor();
    const before = sum((await json(page, '/api/radar')).kinds);
    await panel.getByLabel('办结原因').click();
    await page.getByTitle('其他', { exact: true }).click();
    await panel.getByRole('button', { name: /办\s?结/ }).click();
    await panel.locator('.ant-form-item-explain-error').first().waitFor();
    await panel.getByLabel('办结原因').click();
    await page.getByTitle('已核实不符合', { exact: true }).click();
    await panel.getByRole('button', { name: /办\s?结/ }).click();
    await panel.getByText('办结情况').waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(sum((await json(page, '/api/radar')).kinds), before - 1);
    await page.goto('/radar?standing=CLOSED');
    await page.getByText('已核实不符合').first().waitFor();
    await screenshot(page, 'radar-closed');
    await page.goto('/radar/rules');
    await page
      .getByRole('cell', { name: /^\d+%$/ })
      .first()
      .waitFor();
    await screenshot(page, 'radar-rules');
  }));

test('a province sees its counties, on a map too, and a village what it has to look up', () =>
  walk(async (page) => {
    await become(page, 'province-officer');
    await page.goto('/radar');
    await page.getByText('按区划').waitFor();
    await screenshot(page, 'radar-province');
    await page.goto('/radar?view=map');
    await page.locator('canvas').waitFor();
    await screenshot(page, 'radar-province-map');

    await become(page, 'village-worker');
    await page.goto('/queue');
    await page.getByRole('link', { name: /线索待查 \d/ }).click();
    await page.getByRole('heading', { name: '应保尽保排查' }).waitFor();
    assert.equal(await page.getByRole('button', { name: '现在排查' }).count(), 0);
    await screenshot(page, 'radar-worker');
  }));
