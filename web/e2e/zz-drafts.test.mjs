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

test('one condition is changed in a form beside the list of all, and nothing else of the file', () =>
  walk(async (page) => {
    await signInAs(page, WRITER);
    await page.goto('/programmes');
    await page.getByRole('link', { name: '农村最低生活保障' }).click();
    await page.getByRole('button', { name: '修改这项政策' }).click();
    const begin = page.getByRole('dialog');
    await begin.getByLabel('草案名称').fill('走查：逐条修改');
    await begin.getByLabel('新版本从哪一天起施行').fill('2098-01-01');
    await begin.getByRole('button', { name: '新建草案' }).click();
    const written = page.locator('.draft-changes li', { hasText: 'rural-dibao-2098.yaml' });
    await written.getByRole('link', { name: '逐条修改', exact: true }).click();
    const list = page.getByRole('navigation', { name: '全部条文' });
    const income = list.getByRole('button', { name: /家庭人均收入是否低于当地农村低保标准/ });
    await income.click();
    const rule = page.getByRole('textbox', { name: '条件（表达式）' });
    await rule.getByText('household.income_12m < allowance').waitFor();
    await page.getByText('没有错误').waitFor();
    await screenshot(page, 'draft-clause');

    // A name is offered as in the file, and a mistake is told at its field.
    await page.waitForTimeout(300); // the editor measures its lines anew
    await rule.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' + param.rural_dib');
    await page.locator('.cm-tooltip-autocomplete').getByText('农村低保标准').first().waitFor();
    await screenshot(page, 'draft-clause-offered');
    await page.keyboard.press('Enter');
    await page.getByText(/单位不合.*元\/人·年/).waitFor();
    await page.locator('.cm-lintRange-error').first().waitFor();
    await screenshot(page, 'draft-clause-mistake');
    await page.getByRole('button', { name: /^撤\s?销$/ }).click();
    await page.getByText('没有错误').waitFor();

    await page.getByLabel('问什么').fill('家庭人均收入是否不高于当地农村低保标准？');
    await rule.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('household.local && ');
    await page.keyboard.press('Escape');
    await page.getByLabel('第1份依据的条款').fill('第十条');
    await income.waitFor();
    await page.getByText('没有保存').waitFor();
    await page.getByText('没有错误').waitFor();
    await page.getByRole('button', { name: '写进草案' }).click();
    await list
      .getByRole('button', { name: /是否不高于当地农村低保标准/ })
      .getByText('与现行政策不同')
      .waitFor();
    await page.getByText('没有保存').waitFor({ state: 'detached' });
    await screenshot(page, 'draft-clause-written');

    await page.getByRole('link', { name: '看整个文件' }).click();
    await page.getByRole('link', { name: '逐条修改', exact: true }).waitFor();
    const lines = page.locator('.cm-content');
    await lines.getByText('when: household.local && household.income_12m < allowance').waitFor();
    await lines.getByText('ask: 家庭人均收入是否不高于当地农村低保标准？').waitFor();
    await lines
      .getByText(/cites: \[order-649#第十条/)
      .first()
      .waitFor();

    await page.getByRole('link', { name: '走查：逐条修改' }).click();
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

/** Puts a text on the clipboard's way into a field, as a spreadsheet does. */
async function pasteInto(field, text) {
  await field.evaluate((input, pasted) => {
    const data = new globalThis.DataTransfer();
    data.setData('text/plain', pasted);
    input.dispatchEvent(
      new globalThis.ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('one standard is raised in all counties at once, in a table', () =>
  walk(async (page) => {
    const title = `走查：提标${Date.now() % 10_000}`;
    await signInAs(page, OFFICER);
    await page.goto('/drafts');
    await page.getByRole('button', { name: '新建草案' }).click();
    await page.getByRole('dialog').getByLabel('草案名称').fill(title);
    await page.getByRole('dialog').getByRole('button', { name: '新建草案' }).click();
    await page.getByRole('button', { name: '成批修改一项标准' }).click();
    await choose(page, page.locator('#content'), '标准或者期限', '农村低保标准');
    const table = page.getByRole('table', { name: '农村低保标准' });
    await table.waitFor();
    await page.getByLabel('从哪一天起').fill('2017-01-01');
    await page.getByText('2017-01-01的数值').waitFor();
    await page.getByLabel('文件标题').fill('关于提高农村低保标准的通知');
    await page.getByLabel('文号').fill('演民发〔2016〕70号');
    await page.getByLabel('文件日期').fill('2016-09-20');

    await page.getByLabel('调整多少').fill('7.5');
    await page.getByRole('button', { name: /填到下面\d+个地区/ }).click();
    const yanji = table.getByRole('row', { name: /延吉市/ });
    const cell = yanji.getByRole('textbox');
    assert.equal(await cell.inputValue(), '4515', '4,200 and 7.5 per cent more');
    await yanji.getByText('+315').waitFor();
    await screenshot(page, 'draft-values');

    // The keys go from cell to cell; what is no value is told at its cell, and nothing is sent.
    await cell.fill('四千五');
    await yanji.getByText('不是金额。请填写元，最多两位小数').waitFor();
    assert.equal(await page.getByRole('button', { name: '写进草案' }).isDisabled(), true);
    await screenshot(page, 'draft-values-wrong');
    await cell.fill('4500');
    await cell.press('ArrowDown');
    assert.equal(await cell.evaluate((input) => input === document.activeElement), false);

    // Out of a spreadsheet, by name or code; what is not understood is told by line.
    await page.getByRole('button', { name: '从电子表格粘贴' }).click();
    const box = page.getByRole('dialog');
    await box.getByLabel('粘贴在这里').fill('南关区\t4,100\n没有这个县\t4000\n222405\t3600');
    await box.getByText('没有这个地区，请写全名或者代码').waitFor();
    await screenshot(page, 'draft-values-paste');
    await box.getByRole('button', { name: '填进表里（2个）' }).click();
    const nanguan = table.getByRole('row', { name: /南关区/ });
    assert.equal(await nanguan.getByRole('textbox').inputValue(), '4100', 'its first value');
    await pasteInto(cell, '4550\r\n3610\r\n');
    assert.equal(await cell.inputValue(), '4550');
    assert.equal(
      await table
        .getByRole('row', { name: /龙井市/ })
        .getByRole('textbox')
        .inputValue(),
      '3610',
    );
    await page.getByRole('button', { name: '写进草案' }).click();
    await page.getByText(/个地区已经写进草案/).waitFor();
    await yanji.getByText('草案已改').waitFor();
    await nanguan.getByText('草案已改').waitFor();
    await screenshot(page, 'draft-values-written');

    // What has begun another way ends: the county follows the province again.
    await nanguan.getByRole('button', { name: /停用/ }).click();
    await nanguan.getByText('从那一天起停用，按上级的数值').waitFor();
    await page.getByRole('button', { name: '写进草案' }).click();
    await page.getByText('1个地区已经写进草案').waitFor();
    await nanguan.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: title }).click();
    await page.getByText(/农村低保标准（.*延吉市）自 2017-01-01 起/).waitFor();
    await page.getByRole('button', { name: '放弃草案' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('走查结束');
    await page.getByRole('dialog').getByRole('button', { name: '放弃草案' }).click();
    await page.getByText('已放弃').waitFor();
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
