// How people find a family, act in a case and move the demonstration's day; shared by the walks of cases and of the wall.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { signIn } from './harness.mjs';

/** A sheet that stands for whatever paper is wanted. */
const SHEET = {
  name: 'sheet.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};
const FINDINGS = '住房两间，种地十亩，没有存款和机动车';
/** The most rows that a page of a list has. */
const PAGE = 200;

export const json = async (page, path) => {
  const answer = await page.request.get(path);
  assert.ok(answer.ok(), `${path} answers ${answer.status()}: ${await answer.text()}`);
  return answer.json();
};

/** Signs in as one of the demonstration's users, instead of whoever is signed in. */
export async function become(page, login) {
  await page.context().clearCookies();
  const { demoUsers } = await json(page, '/api/welcome');
  const user = demoUsers.find((candidate) => candidate.login === login);
  assert.ok(user, `the demonstration shows no ${login}`);
  await signIn(page, login, user.password, user.code);
}

/** The first line of entitlements, with its household, of which something holds, in the area of whoever is signed in. */
export async function findEntitlement(page, holds) {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await json(page, `/api/households?size=${PAGE}&offset=${offset}`);
    if (rows.length === 0) {
      return undefined;
    }
    for (const household of rows) {
      const { lines } = await json(page, `/api/households/${household.id}/entitlements`);
      const line = lines.find(holds);
      if (line) {
        return { household, line };
      }
    }
  }
}

/** A button by its words; antd writes two characters apart. */
export function button(scope, words) {
  const name = [...words].length === 2 ? new RegExp(`^${[...words].join('\\s?')}$`) : words;
  return scope.getByRole('button', { name, exact: true });
}

/** Applies from a family's file, and gives the id of the case. */
export async function apply(page, household, title, { person, authorisedOn } = {}) {
  await page.goto(`/households/${household}`);
  await page.locator('.entitlement').first().waitFor({ state: 'attached' });
  const folded = page.locator('details.entitlement-others:not([open]) > summary');
  if ((await folded.count()) > 0) {
    await folded.first().click();
  }
  const line = page
    .locator('.entitlement')
    .filter({ hasText: title })
    .filter({ hasText: person ?? '' })
    .first();
  await button(line, '申请').click();
  if (authorisedOn) {
    await page.getByLabel('申请人已签署授权核查委托书，签署日期').fill(authorisedOn);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('button', { name: '建立案件' }).waitFor();
  await page.getByRole('button', { name: '建立案件' }).click();
  await page.waitForURL(/\/cases\/[0-9a-f-]+$/);
  return page.url().split('/').at(-1);
}

/** Opens a case and files every paper that its step demands. */
export async function openWithPapers(page, id) {
  await page.goto(`/cases/${id}`);
  await page.locator('.case-stages').waitFor();
  const missing = page.locator('.case-papers li').filter({ hasText: '未上传' });
  while ((await missing.count()) > 0) {
    const title = (await missing.first().locator('span').first().innerText()).trim();
    await missing.first().locator('input[type=file]').setInputFiles(SHEET);
    await page.getByText(`已办理：${title}`).first().waitFor();
    await page.locator('.case-papers li').filter({ hasText: title }).getByText('查看').first().waitFor();
  }
}

/** Fills in the form of a step: texts, numbers and days as they are, names as a list, yes or no, or the words of a choice. */
export async function fill(page, entries) {
  for (const [title, value] of Object.entries(entries)) {
    const item = page.locator('.ant-form-item').filter({ has: page.locator(`label[title="${title}"]`) });
    if (Array.isArray(value)) {
      for (const name of value) {
        await item.locator('input').fill(name);
        await page.keyboard.press('Enter');
      }
    } else if ((await item.locator('.ant-radio-group').count()) > 0) {
      const words = value === true ? '是' : value === false ? '否' : value;
      await item.getByText(words, { exact: true }).click();
    } else {
      await item.locator('input, textarea').first().fill(String(value));
      if ((await item.locator('.ant-picker').count()) > 0) {
        await page.keyboard.press('Enter');
      }
    }
  }
}

/** What a form refuses, at its field or before them all. */
export const refusal = (page, words) =>
  page.locator('.ant-form-item-explain-error, .form-refused').filter({ hasText: words }).first();

/** Takes an action of the step that is open; one that closes the case is asked about first. */
export async function act(page, title, remarks = '', { closes = false } = {}) {
  if (remarks) {
    await page.locator('.ant-form-item').filter({ hasText: '理由或者说明' }).locator('textarea').first().fill(remarks);
  }
  await button(page, title).click();
  if (closes) {
    await button(page.locator('.ant-modal-confirm'), title).click();
  }
}

/** Signs in, opens a case, files its papers, fills in its form and takes an action, which succeeds. */
export async function step(page, login, id, action, { form = {}, remarks = '', papers = true, closes = false } = {}) {
  await become(page, login);
  await (papers ? openWithPapers(page, id) : page.goto(`/cases/${id}`));
  await page.locator('.case-actions').waitFor();
  await fill(page, form);
  await act(page, action, remarks, { closes });
  await page.getByText(`已办理：${action}`).first().waitFor();
}

/** The step at which a case is, as whoever is signed in sees it. */
export async function stateOf(page, id) {
  return (await json(page, `/api/cases/${id}`)).line.stateTitle;
}

/** Moves the demonstration's day, as its administrator does. */
export async function moveDay(page, day) {
  await become(page, 'administrator');
  await page.goto('/');
  await page.locator('button.business-date').click();
  await page.getByLabel('把业务日期移到').fill(day);
  await page.keyboard.press('Enter');
  await page.locator('.move-date button.ant-btn-primary').click();
  await page.locator('.move-date').waitFor({ state: 'hidden' });
  assert.equal((await json(page, '/api/session')).today, day);
}

/** A day so many days after another. */
export function after(day, days) {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** A household survey of dibao that found what was declared. */
export const survey = (day, people) => ({
  调查人员: people,
  入户日期: day,
  调查情况: FINDINGS,
  入户调查结果: '与申报情况相符',
});

/** An assessment in the village by nine. */
export const assessment = (day, representatives) => ({
  评议日期: day,
  参加评议总人数: 9,
  '其中村（居）民代表人数': representatives,
  同意人数: 8,
  不同意人数: 1,
  民主评议结论: '真实有效',
  评议记录: '到会九人，宣讲政策、介绍情况后评议，八人同意',
});
