import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenshot, signInAs, walk } from './harness.mjs';
import { takeRegister } from './trial-steps.mjs';

const WRITER = '省厅政策法规人员';
const OFFICER = '省厅业务处室人员';

/** Chooses an option of a list by what it is called. */
async function choose(page, form, label, option) {
  await form.getByLabel(label).click();
  await page.keyboard.type(option);
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
}

test('a rule is written with names offered and mistakes told where they stand, and read in words beside', () =>
  walk(async (page) => {
    await signInAs(page, WRITER);
    await page.goto('/programmes');
    await page.getByRole('link', { name: '农村最低生活保障' }).click();
    await page.getByRole('button', { name: '修改这项政策' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('草案名称').fill('走查：收入条件');
    await form.getByLabel('新版本从哪一天起施行').fill('2098-01-01');
    await screenshot(page, 'draft-new');
    await form.getByRole('button', { name: '新建草案' }).click();
    await page.getByText('自 2098-01-01 起有新的版本').waitFor();
    await page.getByText('原来的版本施行到 2097-12-31 为止').waitFor();
    await screenshot(page, 'draft');

    await page.getByRole('link', { name: '农村最低生活保障（2098-01-01起）' }).click();
    await page.getByText('没有错误').waitFor();
    await page.getByRole('treeitem').filter({ hasText: '家庭人均收入是否低于当地农村低保标准' }).waitFor();
    await screenshot(page, 'draft-file');

    const line = page.locator('.cm-line').filter({ hasText: 'household.income_12m < allowance' });
    await line.scrollIntoViewIfNeeded();
    await page.waitForTimeout(300); // the editor measures its lines anew
    await line.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' + param.rural_dib');
    const offered = page.locator('.cm-tooltip-autocomplete').getByText('农村低保标准');
    await offered.first().waitFor();
    await screenshot(page, 'draft-offered');
    await page.keyboard.press('Enter');
    await page.locator('.cm-line').filter({ hasText: 'allowance + param.rural_dibao_standard' }).waitFor();
    // So much a year is not added to so much a person and year.
    await page.getByText('有1处错误').first().waitFor();
    await page.locator('.cm-lintRange-error').first().waitFor();
    const mistake = page.getByRole('button', { name: /rural-dibao-2098.yaml 第\d+行/ });
    await mistake.click();
    await screenshot(page, 'draft-mistake');

    // Not by the mouse: the pictures have changed the width, and the editor measures its lines anew.
    await mistake.click();
    await page.keyboard.press('End');
    // However many keys it takes: on a slow machine a list of names may swallow one.
    for (let back = 0; back < 60 && (await line.textContent()).includes('+'); back++) {
      await page.keyboard.press('Backspace');
    }
    await page.keyboard.type('* 1');
    await page.getByText('没有错误').waitFor();
    await page.getByText('与现行政策比较').click();
    await page.getByText('这是草案新加的文件').waitFor();
    await page
      .getByRole('button', { name: '保 存' })
      .or(page.getByRole('button', { name: '保存' }))
      .click();
    await page.getByRole('button', { name: '没有改动' }).waitFor();

    await page.getByRole('link', { name: '走查：收入条件' }).click();
    await page.getByRole('button', { name: '核算典型案例' }).click();
    await page.getByText(/\d+个案例全部相符/).waitFor();
    const written = page.locator('.draft-changes li', { hasText: 'rural-dibao-2098.yaml' });
    await written.getByRole('button', { name: '移出草案' }).click();
    await page.getByText('移出后，这个文件恢复为现行政策的内容').waitFor();
    await screenshot(page, 'draft-take-out');
    await page.locator('.ant-popconfirm').getByRole('button', { name: '移出草案' }).click();
    await written.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '放弃草案' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('走查结束');
    await page.getByRole('dialog').getByRole('button', { name: '放弃草案' }).click();
    await page.getByText('已放弃').waitFor();
  }));

/** Fills in the form of a value with its document, and writes it into the draft. */
async function writeValue(page, parameter, value, from) {
  await page.getByRole('button', { name: '修改标准或者期限' }).click();
  const form = page.getByRole('dialog');
  await choose(page, form, '标准或者期限', parameter);
  await form.getByLabel(/^数值/).fill(value);
  await form.getByLabel('从哪一天起').fill(from);
  await form.getByLabel('文件日期').fill('2016-09-20');
  await form.getByLabel('文件标题').fill('关于调整标准的通知');
  await form.getByLabel('文号').fill('演民发〔2016〕9号');
  return form;
}

test('a draft is tried on the whole register before anybody approves it, and the trial follows the draft', () =>
  walk(async (page) => {
    const title = `走查：试算${Date.now() % 10_000}`;
    await signInAs(page, WRITER);
    await takeRegister(page);
    await page.goto('/programmes');
    await page.getByRole('link', { name: '农村最低生活保障' }).click();
    await page.getByRole('button', { name: '修改这项政策' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('草案名称').fill(title);
    await form.getByLabel('新版本从哪一天起施行').fill('2016-12-01');
    await form.getByRole('button', { name: '新建草案' }).click();
    await page.getByRole('link', { name: '农村最低生活保障（2016-12-01起）' }).click();
    const line = page.locator('.cm-line').filter({ hasText: 'household.income_12m < allowance' });
    await line.waitFor();
    await line.scrollIntoViewIfNeeded();
    await page.waitForTimeout(300); // the editor measures its lines anew
    await line.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' && household.income_12m * 2 < allowance');
    await page.keyboard.press('Escape');
    await page.getByText('没有错误').waitFor();
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByRole('button', { name: '没有改动' }).waitFor();

    await page.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: '试算这份草案' }).scrollIntoViewIfNeeded();
    await screenshot(page, 'draft-what-if');
    await page.getByRole('button', { name: '试算这份草案' }).click();
    const tried = page.getByRole('region', { name: '正在试算的草案' });
    await tried.getByText(/按草案第\d+次修改后的内容/).waitFor();
    await tried.getByText('自 2016-12-01 起有新的版本').waitFor();
    const row = page.getByRole('table', { name: '按项目' }).getByRole('row', { name: /农村最低生活保障/ });
    await row.getByText(/^−/).first().waitFor();
    const less = await row.innerText();
    const state = await tried.getByText(/按草案第\d+次/).innerText();
    const address = page.url();
    await screenshot(page, 'draft-trial');

    // The draft is changed: the same scenario answers of the newer state, and says what of it changes nobody's amount.
    await tried.getByRole('link', { name: title }).click();
    const review = await writeValue(page, 'A类低保家庭复核间隔', '23', '2016-12-01');
    await review.getByRole('button', { name: '写进草案' }).click();
    await page.getByText('A类低保家庭复核间隔').first().waitFor();
    await page.getByRole('button', { name: '试算这份草案' }).click();
    await tried.getByText('没有算进去的').waitFor();
    await tried.getByText('期限、比例一类，不改变谁领、领多少').waitFor();
    assert.equal(page.url(), address, 'the scenario is found again');
    assert.notEqual(await tried.getByText(/按草案第\d+次/).innerText(), state, 'and speaks of the newer state');
    assert.equal(await row.innerText(), less);
    await screenshot(page, 'draft-trial-left');

    await tried.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: '放弃草案' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('走查结束');
    await page.getByRole('dialog').getByRole('button', { name: '放弃草案' }).click();
    await page.getByText('已放弃').waitFor();
    assert.equal(await page.getByRole('button', { name: '试算这份草案' }).count(), 0);
  }));

test('a value is changed in a form and holds when a second person has approved', () =>
  walk(async (page) => {
    const title = `走查：扶贫标准${Date.now() % 10_000}`;
    // A value far away, so that nothing else in the demonstration changes.
    const year = 2200 + (Date.now() % 700);
    await signInAs(page, WRITER);
    await page.goto('/drafts');
    await page.getByRole('button', { name: '新建草案' }).click();
    await page.getByRole('dialog').getByLabel('草案名称').fill(title);
    await page.getByRole('dialog').getByRole('button', { name: '新建草案' }).click();
    const form = await writeValue(page, '国家扶贫标准', String(9000 + (Date.now() % 1000)), `${year}-01-01`);
    await screenshot(page, 'draft-value');
    await form.getByRole('button', { name: '写进草案' }).click();
    await page.getByText(`自 ${year}-01-01 起`).first().waitFor();
    await page.getByRole('button', { name: '提交批准' }).click();
    await screenshot(page, 'draft-submit');
    await page.getByRole('dialog').getByRole('button', { name: '提交批准' }).click();
    await page.getByText('起草、修改、提交过这份草案的人不能批准').waitFor();
    assert.equal(await page.getByRole('button', { name: '批准发布' }).count(), 0);

    await page.context().clearCookies();
    await signInAs(page, OFFICER);
    await page.goto('/programmes');
    await page.getByRole('link', { name: '政策草案' }).click();
    await screenshot(page, 'drafts');
    await page.getByRole('link', { name: title }).click();
    await page.getByText(/\d+个案例全部相符/).waitFor();
    await screenshot(page, 'draft-waiting');
    await page.getByRole('button', { name: '批准发布' }).click();
    await screenshot(page, 'draft-approve');
    await page.getByRole('dialog').getByRole('button', { name: '批准发布' }).click();
    await page.getByText('已经发布，从').waitFor();
    await page.goto('/drafts');
    await page.getByRole('heading', { name: '已经发布的改动' }).waitFor();
    await screenshot(page, 'drafts-published');
  }));
