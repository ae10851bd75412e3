// Wrong input, as somebody in a hurry types it: every refusal says what, where and how to mend it, in sight and at its field.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { become, json } from './case-steps.mjs';
import { screenshot, walk } from './harness.mjs';

const LONG = '长'.repeat(5000);
const NO_DAY = /这不是日期。请写年月日，如 2016-10-10/;
const REFUSED = { expected: [400, 404, 422] };

const dialog = (page) => page.getByRole('dialog');
const send = (page) => page.locator('.ant-modal-footer .ant-btn-primary').last().click();

/** Waits until a field says something, which must be in sight, and gives its words. */
async function saidAt(page, id, words) {
  const item = page.locator('.ant-form-item', { has: page.locator(`#${id}`) });
  const said = item.locator('.ant-form-item-explain-error').filter({ hasText: words }).first();
  await said.waitFor();
  await page.waitForFunction(
    (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= document.documentElement.clientHeight;
    },
    await said.elementHandle(),
  );
}

/** Nothing of it speaks another language than the page, or as programs do. */
async function isPlain(page) {
  for (const words of await page.locator('.ant-form-item-explain-error, .problem, .field-fault').allInnerTexts()) {
    assert.doesNotMatch(words, /[{}<>]|Exception|null|undefined|[a-z]{6,}/, words);
  }
}

async function change(page, household, kind) {
  await page.goto(`/households/${household}`);
  await page.getByRole('button', { name: '登记变化' }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
  await dialog(page).waitFor();
}

/** A family of the clerk's with some members. */
async function family(page) {
  const { rows } = await json(page, '/api/households?size=200');
  return rows.find(({ memberCount }) => memberCount >= 3);
}

test('a day is understood as people write it, and what is none is called so while it is typed', () =>
  walk(async (page) => {
    await become(page, 'township-clerk');
    const { id } = await family(page);
    await change(page, id, '出生');
    const day = dialog(page).locator('#on');
    for (const text of ['abc', '2016-13-40', '2016-02-30', '二〇一六年']) {
      await day.fill(text);
      await saidAt(page, 'on', NO_DAY);
      await day.press('Tab');
      assert.equal(await day.inputValue(), text, 'what was typed stays');
    }
    await day.fill('2016-1');
    await page.locator('.ant-form-item', { has: day }).getByText(NO_DAY).waitFor({ state: 'detached' });
    for (const text of ['2016-9-1', '20160901', '2016.9.1', '2016年9月1日', '２０１６／９／１']) {
      await day.fill(text);
      await day.press('Tab');
      assert.equal(await day.inputValue(), '2016-09-01', text);
      assert.equal(await dialog(page).locator('.ant-form-item-explain-error').count(), 0);
    }
    await day.fill('2017-01-01');
    await saidAt(page, 'on', '日期不能晚于');
    await isPlain(page);
    await screenshot(page, 'wrong-day');
  }));

test('what happens to a family is refused at the field, with the focus in it, and nothing is recorded', () =>
  walk(async (page) => {
    await become(page, 'township-clerk');
    const { id, number } = await family(page);
    const before = (await json(page, `/api/households/${id}/timeline`)).length;

    await change(page, id, '出生');
    await send(page);
    await saidAt(page, 'facts_name', '请填写“姓名”');
    await dialog(page).locator('#facts_name').fill(LONG);
    await saidAt(page, 'facts_name', '最多 500 个字，现在有 5000 个');
    await dialog(page).locator('#facts_name').fill('测试');
    await dialog(page).locator('#facts_citizen_id').fill('abc');
    await send(page);
    await saidAt(page, 'facts_citizen_id', '公民身份号码有 3 位，应为 18 位');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'facts_citizen_id');
    await isPlain(page);
    await screenshot(page, 'wrong-birth');

    await change(page, id, '整户迁移');
    await send(page);
    await saidAt(page, 'areaCode', '请填写');
    // A place that families do not live in only opens what lies in it, and where they live already is no move.
    const { areaPath, address } = (await json(page, '/api/households?size=200')).rows.find((row) => row.id === id);
    const [, township, village] = /^(.*?(?:[乡镇]|街道))(.+)$/.exec(areaPath);
    await dialog(page).locator('#areaCode').click();
    const places = page.locator('.ant-select-tree');
    await places.getByTitle(township, { exact: true }).click();
    assert.equal(await dialog(page).getByTitle(township, { exact: true }).count(), 0, 'a township is no home');
    await places.getByTitle(township, { exact: true }).click();
    await places.getByTitle(village, { exact: true }).click();
    await dialog(page).locator('#address').fill(address);
    await send(page);
    await saidAt(page, 'address', '迁入地和现在的住址相同，没有迁移');
    await isPlain(page);
    await screenshot(page, 'wrong-move');

    await change(page, id, '分户');
    await dialog(page).locator('#persons').click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(1).click();
    await dialog(page).locator('.ant-modal-title').click();
    await dialog(page).locator('#head').click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
    await dialog(page).locator('#number').fill(number);
    await send(page);
    await saidAt(page, 'number', '已经使用');
    await isPlain(page);
    await screenshot(page, 'wrong-split');

    assert.equal((await json(page, `/api/households/${id}/timeline`)).length, before);
  }, REFUSED));

test('facts are refused one by one, and a form in which nothing stands says so', () =>
  walk(async (page) => {
    await become(page, 'township-clerk');
    const { id } = await family(page);
    await page.goto(`/households/${id}`);
    await page.getByRole('button', { name: '填写情况' }).first().click();
    await dialog(page).waitFor();
    await send(page);
    await dialog(page).locator('.form-refused').getByText('没有填写任何项目').waitFor();
    for (const [amount, says] of [
      ['三千', '不是金额'],
      ['-5', '不能填负数'],
      ['1.234', '小数超过两位'],
      ['9'.repeat(30), '金额太大'],
    ]) {
      await dialog(page).locator('#facts_income_wages').fill(amount);
      await send(page);
      await saidAt(page, 'facts_income_wages', says);
    }
    await isPlain(page);
    await screenshot(page, 'wrong-fact');
  }, REFUSED));

test('an application, an objection, a month and a search say where they go wrong', () =>
  walk(async (page) => {
    await become(page, 'township-clerk');
    const { id } = await family(page);
    await page.goto(`/apply/${id}/rural-dibao`);
    const open = page.getByRole('button', { name: '建立案件' });
    await open.click();
    await saidAt(page, 'authorisedOn', '请填写');
    await page.locator('#authorisedOn').fill('2016-10-10');
    await page.locator('#appliedOn').fill('1901-01-01');
    await page.locator('#payee').fill(LONG);
    await saidAt(page, 'payee', '最多 60 个字，现在有 5000 个');
    await page.locator('#payee').fill('');
    await open.click();
    await saidAt(page, 'appliedOn', '在 1901-01-01 没有执行中的政策');
    await page
      .locator('.ant-form-item', { has: page.locator('#appliedOn') })
      .getByText('农村最低生活保障')
      .waitFor();

    await page.goto('/households');
    await page.locator('.list-filters input').first().fill(LONG);
    await page.getByText('最多 60 个字，现在有 5000 个').waitFor();
    await page.goto('/households/abc');
    await page.getByText('没有这个页面或者资源').waitFor();

    await become(page, 'county-finance');
    await page.goto('/payments');
    await page.getByRole('button', { name: '准备发放' }).click();
    await page.locator('#month').fill('1016-01');
    await page.keyboard.press('Enter');
    await send(page);
    await saidAt(page, 'month', '还没有可以发放的项目');
    await isPlain(page);
  }, REFUSED));
