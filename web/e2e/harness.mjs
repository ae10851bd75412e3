// Walks through the running platform in a real Chromium. Every page is watched: an error in its console fails the walk.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const SCREENSHOTS = join(import.meta.dirname, 'screenshots');
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Address of the platform under test. */
export function baseUrl() {
  const url = process.env.YINGBAO_URL;
  assert.ok(url, 'Set YINGBAO_URL to the address of a running platform: YINGBAO_URL=http://localhost:8080 npm run e2e');
  return url.replace(/\/$/, '');
}

function browserPath() {
  const path = process.env.YINGBAO_CHROMIUM ?? BROWSERS.find((candidate) => existsSync(candidate));
  assert.ok(
    path,
    'No Chromium found: install it (Debian: apt-get install chromium) or set YINGBAO_CHROMIUM to its path',
  );
  return path;
}

/**
 * Runs a walk in a browser of its own: `await walk(async (page) => { … })`. Fails on errors in the console, on uncaught
 * errors, and on answers the walk does not expect; statuses in `expected` are those it provokes on purpose. The browser
 * reports the 401 by which the server says that nobody is signed in as an error of the console, so it is always expected.
 */
export async function walk(steps, { viewport = DESKTOP, expected = [] } = {}) {
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const wrong = [];
  try {
    const context = await browser.newContext({
      viewport,
      baseURL: baseUrl(),
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const statuses = [401, ...expected];
    context.on('weberror', (error) => wrong.push(`uncaught: ${error.error().message}`));
    context.on('console', (message) => {
      const status = /Failed to load resource.*status of (\d+)/.exec(message.text())?.[1];
      if (message.type() === 'error' && !(status && statuses.includes(Number(status)))) {
        wrong.push(`console: ${message.text()}`);
      }
    });
    await steps(await context.newPage());
  } finally {
    await browser.close();
  }
  assert.deepEqual(wrong, [], 'the page reported errors');
}

/** Signs in by name and password. */
export async function signIn(page, login, password, code = '') {
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  if (code) {
    await page.getByLabel('动态口令').fill(code);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  }
  await page.locator('#content').waitFor();
}

/** Signs in with one click as one of the demonstration's roles, by the role's title. */
export async function signInAs(page, roleTitle) {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: roleTitle }).first().click();
  await page.locator('#content').waitFor();
}

/** What reaches beyond the right edge of the page. */
async function overflow(page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) {
      return '';
    }
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = wide.slice(-3).map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return `${scrollWidth} px instead of ${clientWidth}, such as ${names.join(', ')}`;
  });
}

/** Takes the page at both widths into screenshots/<name>-1440.png and -390.png; nothing may be wider than the phone. */
export async function screenshot(page, name) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const before = page.viewportSize();
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(SCREENSHOTS, `${name}-${viewport.width}.png`), fullPage: true });
    assert.equal(await overflow(page), '', `${name} is wider than the screen at ${viewport.width} px`);
  }
  await page.setViewportSize(before);
}
