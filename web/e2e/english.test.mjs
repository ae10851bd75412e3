// In English no page has Chinese but what is a name, what somebody wrote, what is posted, and the titles of sources.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { become, json } from './case-steps.mjs';
import { screenshot, walk } from './harness.mjs';

/** How many programmes are opened into their clauses. */
const SHOWN = 5;
const HAN = /\p{Script=Han}/u;
/** Keys of records whose texts are names, were written by people, or are sources. */
const PROPER = new Set(
  (
    'name area areaPath areaName path parentName applicant by payee headName address unit about who cites roundingCites workflowCites source ' +
    'sources bank answer words remarks remark reason kinRemark documentTitle documentNumber number formerNumber shows ' +
    'office wallPath fileName createdName preparedName confirmedName receivedName enteredName decidedName enteredBy ' +
    'decidedBy recordedBy actorName members contact evidence last suggested digest figures receipt login password detail ' +
    'answeredBy note text causeText failure why'
  ).split(' '),
);

/** What may stay Chinese: gathered from the answers that the page is made of, longest first. */
function properTexts(value, isProper, found) {
  if (typeof value === 'string') {
    if (isProper && HAN.test(value)) {
      found.add(value);
      value.split(/[\s·；、，:：()（）→]+/u).forEach((part) => HAN.test(part) && found.add(part));
    }
  } else if (Array.isArray(value)) {
    value.forEach((item) => properTexts(item, isProper, found));
  } else if (value !== null && typeof value === 'object') {
    Object.entries(value).forEach(([key, item]) => properTexts(item, isProper || PROPER.has(key), found));
  }
}

/** Pieces of the page's visible text that have Chinese in them once names and sources are taken out. */
async function leftOver(page, proper) {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, 4 /* NodeFilter.SHOW_TEXT */);
    const found = [];
    while (walker.nextNode()) {
      const { parentElement } = walker.currentNode;
      if (!parentElement.closest('script, style') && parentElement.checkVisibility()) {
        found.push(walker.currentNode.textContent.trim());
      }
    }
    document.querySelectorAll('[title], [placeholder], [aria-label]').forEach((element) => {
      found.push(...['title', 'placeholder', 'aria-label'].map((name) => element.getAttribute(name) ?? ''));
    });
    return found;
  });
  const names = [...proper].sort((one, other) => other.length - one.length);
  const without = (text) => {
    const unsourced = text
      .replace(/《[^》]*》(?:（[^）]*）)?[\p{Script=Han}（）]*/gu, '')
      .replace(/\p{Script=Han}+〔\d+〕\d+号/gu, '');
    if (names.some((name) => name.includes(unsourced))) {
      return ''; // part of a name, such as a place without what it lies in
    }
    const cut = /\p{Script=Han}+…$/u; // a name that a long line ends in
    return names.reduce((rest, name) => rest.split(name).join(''), unsourced).replace(cut, '');
  };
  return [
    ...new Set(
      texts
        .filter((text) => HAN.test(text))
        .map(without)
        .filter((text) => HAN.test(text)),
    ),
  ];
}

/** Opens pages in English as one of the demonstration's users, and tells what is Chinese on each. */
async function inEnglish(page, login, pages) {
  await page.evaluate(() => globalThis.localStorage.clear()).catch(() => undefined); // nothing is kept for a blank page
  await become(page, login);
  await page.evaluate(() => globalThis.localStorage.setItem('yingbao.language', 'en'));
  const proper = new Set();
  page.on('response', async (response) => {
    if (response.url().includes('/api/') && response.headers()['content-type']?.includes('json')) {
      properTexts(await response.json().catch(() => null), false, proper);
    }
  });
  const chinese = {};
  properTexts(await json(page, '/api/areas?parent=229901000000'), false, proper);
  for (const [name, path, open] of pages) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await page.locator('h1, h2, .sign-in').first().waitFor();
    await open?.(page);
    await page.waitForLoadState('networkidle');
    const left = await leftOver(page, proper);
    if (left.length > 0) {
      chinese[name] = left;
    }
    await screenshot(page, `english-${name}`);
  }
  return chinese;
}

/** Opens every clause that is folded away. */
async function openClauses(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  for (const entitlement of (await page.locator('.entitlement').all()).slice(0, SHOWN)) {
    await entitlement.getByRole('button', { expanded: false }).first().click();
  }
  const clauses = page.locator('[role=treeitem][aria-expanded=false] > .clause-line');
  for (let left = await clauses.count(); left > 0; left -= 1) {
    await clauses.first().click();
  }
}

test('whoever works with families reads their pages in English', () =>
  walk(async (page) => {
    await become(page, 'township-clerk');
    const households = await json(page, '/api/households?size=1');
    const household = `/households/${households.rows[0].id}`;
    const queue = await json(page, '/api/queue?size=1');
    const chinese = await inEnglish(page, 'township-clerk', [
      ['queue', '/queue'],
      ['cases', '/cases'],
      ['case', `/cases/${queue.rows[0].id}`, openClauses],
      ['apply', `/apply/${households.rows[0].id}/rural-dibao`],
      ['households', '/households'],
      ['household', household, openClauses],
      ['entry', '/households/new'],
      ['imports', '/imports'],
      ['duplicates', '/duplicates'],
      ['proposals', '/proposals'],
      ['objections', '/notices'],
      ['programmes', '/programmes'],
      ['programme', '/programmes/rural-dibao'],
      ['programme-tekun', '/programmes/tekun'],
      ['password', '/password'],
    ]);
    assert.deepEqual(chinese, {});
  }));

test('whoever works for the county reads its pages in English', () =>
  walk(async (page) => {
    await become(page, 'county-officer');
    const runs = await json(page, '/api/payments/runs?size=1');
    const chinese = await inEnglish(page, 'county-officer', [
      ['standards', '/standards?year=2017'],
      ['standards-area', '/standards?year=2017&area=229901000000'],
      ['runs', '/payments'],
      ['run', `/payments/runs/${runs.rows[0].id}`],
      ['ledger', '/payments/ledger'],
      ['debts', '/payments/debts'],
    ]);
    assert.deepEqual(chinese, {});
  }));

test('the administrator reads the users, and the auditor the log, in English', () =>
  walk(async (page) => {
    assert.deepEqual(await inEnglish(page, 'administrator', [['users', '/users']]), {});
    assert.deepEqual(await inEnglish(page, 'auditor', [['audit', '/audit']]), {});
  }));
