// The register as a township clerk fills and keeps it: a workbook of a village, its corrections, events, duplicates.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { screenshot, signInAs, walk } from './harness.mjs';
import { openWorkbook } from './workbook.mjs';

const CLERK = '乡镇经办人员';
const WAGES = '家庭年工资性收入';
const RETURNED = '需改正.xlsx';

/** Given names with their initials; two of them make a name that the demonstration's county hardly has. */
const GIVEN = [...'安a宝b春c东d峰f刚g海h金j凯k林l明m宁n平p强q荣r松s涛t文w祥x勇y忠z'.matchAll(/(.)(.)/gu)].map(
  ([, character, initial]) => ({ character, initial }),
);
const random = (below) => Math.floor(Math.random() * below);
const twoDigits = (number) => String(number).padStart(2, '0');
const any = (choices) => choices[random(choices.length)];
const digits = (count) => String(random(10 ** count)).padStart(count, '0');

/** Somebody whom nobody has met: name, initials, and a citizen id of no real division. */
function somebody() {
  const birth = `19${20 + random(40)}-${twoDigits(1 + random(12))}-${twoDigits(1 + random(28))}`;
  const [one, two] = [any(GIVEN), any(GIVEN)];
  const body = `229901${birth.replaceAll('-', '')}${digits(3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return {
    birth,
    name: `司徒${one.character}${two.character}`,
    initials: `st${one.initial}${two.initial}`,
    citizenId: body + '10X98765432'[sum % 11],
  };
}

const member = (household, number, person, relation) => ({
  户编号: household,
  人员编号: `${household}-${number}`,
  姓名: person.name,
  公民身份号码: person.citizenId,
  与户主关系: relation,
});
const home = (number, village, address, wages, persons) => ({
  户编号: number,
  '所在村（居）区划代码': village,
  家庭住址: address,
  [WAGES]: wages,
  登记人数: String(persons),
});

/** A village that the clerk looks after. */
async function villageOf(page) {
  const { rows } = await (await page.request.get('/api/households?size=1')).json();
  return rows[0].areaCode;
}

/** Households of one person each, the first with a spouse, and one whose wages nobody can read. */
async function families(page) {
  const stamp = `E${Date.now()}`;
  const village = await villageOf(page);
  const people = Array.from({ length: 4 }, somebody);
  const [head, spouse, ...others] = people;
  const address = `走查屯${stamp}号`;
  return {
    village,
    head,
    spouse,
    address,
    households: [
      home(`${stamp}-1`, village, address, '3200.50', 2),
      home(`${stamp}-2`, village, '走查屯2号', '三千左右', 1),
      home(`${stamp}-3`, village, '走查屯3号', '0', 1),
    ],
    persons: [
      member(`${stamp}-1`, 1, head, '户主'),
      member(`${stamp}-1`, 2, spouse, '配偶'),
      ...others.map((person, index) => member(`${stamp}-${index + 2}`, 1, person, '户主')),
    ],
  };
}

async function downloaded(page, button) {
  const waiting = page.waitForEvent('download');
  await page.getByText(button).first().click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Uploads files and waits until the page of the import is shown. The day is typed by hand. */
async function bring(page, files, day = '2016-10-10') {
  await page.goto('/imports');
  await page
    .locator('input[type=file]')
    .setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })),
    );
  await typeDay(page.locator('.registry-upload'), '生效日期', day);
  await page.getByRole('button', { name: '上传并导入' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
}

/** Types a day as somebody at a keyboard does, and goes on to the next field. */
async function typeDay(form, label, day) {
  const field = form.getByLabel(label);
  await field.fill(day);
  await field.press('Tab');
}

const csv = (rows) =>
  Buffer.from([Object.keys(rows[0]).join(','), ...rows.map((row) => Object.values(row).join(',')), ''].join('\r\n'));

/** What the page of an import counts, by label. */
async function counts(page) {
  const list = page.locator('.registry-counts');
  await list.waitFor();
  const pairs = await list
    .locator('div')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  return Object.fromEntries(pairs.map(([label, count]) => [label, Number(count.replaceAll(',', ''))]));
}

test('a village in a workbook: good rows land, the bad ones come back, corrected they land, and again changes nothing', () =>
  walk(async (page) => {
    await signInAs(page, CLERK);
    await page.goto('/imports');
    const template = await downloaded(page, '下载空白表（Excel）');
    assert.equal(template.name, '登记表.xlsx');
    const village = await families(page);
    const workbook = openWorkbook(template.bytes);
    workbook.fill('家庭', village.households);
    workbook.fill('成员', village.persons);
    const filled = { name: '走查村.xlsx', bytes: workbook.bytes() };

    await bring(page, [filled]);
    assert.deepEqual(await counts(page), {
      读取行数: 7,
      入库: 5,
      与原登记相同: 0,
      退回改正: 2,
      新登记户: 2,
      新登记人: 3,
    });
    await page.getByText(WAGES).first().waitFor();
    await screenshot(page, 'register-import');

    const returned = await downloaded(page, RETURNED);
    const bad = openWorkbook(returned.bytes);
    const [row, ...others] = bad.rows('家庭');
    assert.equal(others.length, 0);
    assert.equal(row[WAGES], '三千左右');
    assert.match(row['问题'], new RegExp(`^${WAGES}：`));
    assert.equal(bad.rows('成员').length, 1);
    assert.ok(
      Object.values(bad.notes()).some((note) => note.includes('元')),
      'the cell itself bears a note',
    );

    bad.fill('家庭', [{ ...row, [WAGES]: '3000' }]);
    await bring(page, [{ name: returned.name, bytes: bad.bytes() }]);
    assert.deepEqual(await counts(page), {
      读取行数: 2,
      入库: 2,
      与原登记相同: 0,
      退回改正: 0,
      新登记户: 1,
      新登记人: 1,
    });

    await bring(page, [filled]);
    const again = await counts(page);
    assert.equal(again['入库'], 0);
    assert.equal(again['新登记户'] + again['新登记人'], 0);
    await page.goto('/imports');
    await page.locator('[data-row]').first().waitFor();
    await screenshot(page, 'register-imports');
  }));

test('a large file shows that it is being read, and is read to its end though the page is closed', () =>
  walk(async (page) => {
    await signInAs(page, CLERK);
    const village = await villageOf(page);
    const stamp = `L${Date.now()}`;
    // Nothing of it lands: none of the households has a member.
    const households = Array.from({ length: 20_000 }, (_, index) => home(`${stamp}-${index}`, village, '', '0', 1));
    await bring(page, [
      { name: '走查大家庭.csv', bytes: csv(households) },
      { name: '走查大成员.csv', bytes: csv([member('', 1, { name: '', citizenId: '' }, '')]) },
    ]);
    await page.getByText('可以离开本页或关闭浏览器').waitFor();
    await page.getByRole('progressbar', { name: '走查大家庭.csv' }).waitFor();
    const [context, address] = [page.context(), page.url()];
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    const { 退回改正: returned, 入库: landed } = await counts(again);
    assert.ok(returned >= households.length);
    assert.equal(landed, 0);
  }));

test('two CSV files do the same, and what is no register is refused with the way to mend it', () =>
  walk(async (page) => {
    await signInAs(page, CLERK);
    const { households, persons } = await families(page);
    await bring(page, [
      { name: '走查家庭.csv', bytes: csv(households) },
      { name: '走查成员.csv', bytes: csv(persons) },
    ]);
    assert.equal((await counts(page))['入库'], 5);
    const { bytes } = await downloaded(page, '需改正-家庭.csv');
    assert.match(bytes.toString(), new RegExp(`三千左右.*${WAGES}：`));

    await bring(page, [{ name: '走查村.xlsx', bytes: Buffer.from('这不是工作簿') }]);
    await page.getByText('走查村.xlsx 不是工作簿').waitFor();
    await page.getByText('没有导入任何内容').waitFor();
    await screenshot(page, 'register-refused');
  }));

const NEW_YEAR = '2016-01-01';

/** Registers a family of two since New Year, and shows its page. */
async function registered(page) {
  const family = await families(page);
  await bring(
    page,
    [
      { name: '走查家庭.csv', bytes: csv(family.households.slice(0, 1)) },
      { name: '走查成员.csv', bytes: csv(family.persons.slice(0, 2)) },
    ],
    NEW_YEAR,
  );
  assert.equal((await counts(page))['入库'], 3);
  return family;
}

const firstHeading = (page, name) => page.getByRole('heading', { level: 1, name });
const row = (page, text) => page.locator('tr[data-row]', { hasText: text }).first();

test('a family is found by name, by the first letters of the name, by citizen id and by address', () =>
  walk(async (page) => {
    await signInAs(page, CLERK);
    const { head, spouse, address } = await registered(page);
    for (const typed of [head.name, head.initials, spouse.citizenId, address]) {
      await page.goto('/households');
      await page.locator('[data-row]').first().waitFor();
      const field = page.locator('.list-filters').getByLabel('姓名、拼音');
      await field.fill(typed);
      await field.press('Enter');
      await page.waitForURL(/[?&]q=/);
      await row(page, address).waitFor();
    }
    await screenshot(page, 'register-search');
    const list = openWorkbook((await downloaded(page, '导出 Excel')).bytes);
    assert.equal(list.rows('家庭').length, 1);
    assert.equal(list.rows('成员').length, 2);
    assert.ok(list.rows('成员').every((line) => line['公民身份号码'].includes('*')));
    // A download may take the keyboard from the page, so Enter is pressed on the list as it is opened again.
    await page.reload();
    await row(page, address).press('Enter');
    await firstHeading(page, `${head.name}家庭`).waitFor();
  }));

const dialog = (page) => page.getByRole('dialog');

async function choose(page, label, option) {
  await dialog(page).getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option).click();
}

async function change(page, kind) {
  await page.getByRole('button', { name: '登记变化' }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
  await dialog(page).waitFor();
}

const closed = (page) => dialog(page).waitFor({ state: 'detached' });
const members = (page) => page.locator('.registry-members li');

/** Opens the family's page from the list. */
async function open(page, { head, address }) {
  await page.goto(`/households?q=${encodeURIComponent(address)}`);
  await row(page, address).click();
  await firstHeading(page, `${head.name}家庭`).waitFor();
}

async function asOf(page, day, count) {
  const field = page.getByLabel('查看日期').last();
  await field.fill(day);
  await field.press('Tab');
  await page.waitForURL(new RegExp(`on=${day}`));
  await page.waitForFunction((wanted) => document.querySelectorAll('.registry-members li').length === wanted, count);
}

test('a birth, a death and a move take effect on their days, and the family is shown as of any day', () =>
  walk(async (page) => {
    await signInAs(page, CLERK);
    const family = await registered(page);
    const { spouse } = family;
    const near = await (await page.request.get(`/api/areas?parent=${family.village.slice(0, 9)}000`)).json();
    const elsewhere = near.find(({ code }) => code !== family.village).name;
    await open(page, family);

    await change(page, '出生');
    await typeDay(dialog(page), '发生日期', '2016-06-01');
    await dialog(page).getByLabel('姓名').fill('司徒新');
    await screenshot(page, 'register-birth');
    await dialog(page).getByRole('button', { name: '登记出生' }).click();
    await closed(page);
    await members(page).filter({ hasText: '司徒新' }).waitFor();

    await change(page, '死亡');
    await typeDay(dialog(page), '发生日期', '2016-08-15');
    await choose(page, '成员', spouse.name);
    await dialog(page).getByLabel('证据', { exact: true }).fill('死亡医学证明');
    await dialog(page).getByRole('button', { name: '登记死亡' }).click();
    await closed(page);
    await page.getByText('曾经的成员').waitFor();
    assert.equal(await members(page).count(), 2);

    await change(page, '整户迁移');
    await typeDay(dialog(page), '发生日期', '2016-09-01');
    await dialog(page).getByLabel('迁入村（居）').click();
    // The list opens where the family lives now, and leads to every other place of the province.
    const places = page.locator('.ant-select-tree');
    await places.getByTitle(elsewhere, { exact: true }).click();
    await dialog(page).getByTitle(elsewhere).waitFor();
    await dialog(page).getByLabel('住址').fill('迁入屯8号');
    await screenshot(page, 'register-move');
    await dialog(page).getByRole('button', { name: '登记迁移' }).click();
    await closed(page);
    await page.locator('.page-note', { hasText: elsewhere }).waitFor();
    await screenshot(page, 'register-family');

    await asOf(page, '2016-07-01', 3);
    await members(page).filter({ hasText: spouse.name }).waitFor();
    await page.getByText(family.address).first().waitFor();
    await screenshot(page, 'register-family-in-july');
    await asOf(page, '2016-02-01', 2);
  }));

test('a fact is stated with its source, its day and the paper that proves it', () =>
  walk(async (page) => {
    await signInAs(page, CLERK);
    const family = await registered(page);
    await open(page, family);
    const household = page.locator('details', { has: page.getByText('家庭情况', { exact: true }) });
    await household.getByRole('button', { name: '填写情况' }).click();
    await typeDay(dialog(page), '生效日期', '2016-05-01');
    await choose(page, '由谁提供', '申请家庭');
    await dialog(page).getByLabel('证据', { exact: true }).fill('土地流转合同');
    await dialog(page)
      .locator('input[type=file]')
      .setInputFiles({ name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 合同') });
    await dialog(page).getByText('已附 合同.pdf').waitFor();
    await dialog(page).getByLabel('家庭年财产净收入').fill('1800');
    await screenshot(page, 'register-state');
    await dialog(page)
      .getByRole('button', { name: /^保\s?存$/ })
      .click();
    await closed(page);
    const line = household.locator('tr', { hasText: '家庭年财产净收入' });
    await line.getByText('1,800.00').waitFor();
    await line.getByText('土地流转合同').waitFor();
    await line.getByText('2016-05-01').waitFor();
    const paper = await downloaded(page, '下载原件');
    assert.equal(paper.name, '合同.pdf');
    assert.equal(paper.bytes.toString(), '%PDF-1.7 合同');
    await screenshot(page, 'register-fact');
  }));

test('somebody registered twice is compared side by side, merged, and the merge undone', () =>
  walk(async (page) => {
    await signInAs(page, CLERK);
    const { households, persons, head } = await families(page);
    const twin = { ...persons[2], 姓名: head.name, 公民身份号码: '', 出生日期: head.birth };
    const known = { ...persons[0], 出生日期: head.birth };
    await bring(page, [
      {
        name: '走查家庭.csv',
        bytes: csv([
          { ...households[0], 登记人数: '1' },
          { ...households[1], [WAGES]: '0' },
        ]),
      },
      { name: '走查成员.csv', bytes: csv([known, twin]) },
    ]);
    assert.equal((await counts(page))['入库'], 4);

    await page.goto('/duplicates');
    await row(page, head.name).click();
    const panel = page.locator('.panel');
    await panel.getByText('姓名和出生日期相同').waitFor();
    await panel.locator('tr', { hasText: '公民身份号码' }).getByText('只有一份写了').waitFor();
    await screenshot(page, 'register-duplicates');
    await panel
      .getByRole('button', { name: /^合并，保留/ })
      .first()
      .click();
    const merged = page.locator('section', { has: page.getByRole('heading', { name: '最近合并的' }) });
    await merged.locator('li', { hasText: head.name }).first().waitFor();
    await row(page, head.name).waitFor({ state: 'detached' });
    await screenshot(page, 'register-merged');
    await merged.locator('li', { hasText: head.name }).first().getByRole('button', { name: '撤销合并' }).click();
    await row(page, head.name).click();
    await panel.getByRole('button', { name: '不是同一个人' }).click();
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '不是同一个人' }).click();
    await row(page, head.name).waitFor({ state: 'detached' });
  }));
