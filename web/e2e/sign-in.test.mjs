import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenshot, signInAs, walk } from './harness.mjs';

/** The demonstration's sign-ins; the walk needs a platform started with --demo. */
async function demoUsers(page) {
  const welcome = await (await page.request.get('/api/welcome')).json();
  assert.ok(welcome.demo, 'the walks need a demonstration: start the platform with --demo');
  return welcome.demoUsers;
}

test('the first page offers the demonstration’s roles and refuses a wrong password', () =>
  walk(
    async (page) => {
      await page.goto('/');
      await page.getByText('本系统正在演示').waitFor();
      await screenshot(page, 'sign-in');
      await page.getByLabel('用户名').fill('nobody');
      await page.getByLabel('密码', { exact: true }).fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await screenshot(page, 'sign-in-refused');
    },
    { expected: [403, 422] },
  ));

test('signing in comes back to the page that was asked for, and signing out leaves it', () =>
  walk(async (page) => {
    const [user] = await demoUsers(page);
    await page.goto('/no/such/page?q=1');
    await page.getByRole('button', { name: user.roleTitle }).first().click();
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    assert.match(page.url(), /\/no\/such\/page\?q=1$/);
    await screenshot(page, 'not-found');
    await page.getByRole('button', { name: /账号/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByLabel('用户名').waitFor();
  }));

test('F goes to the search, and the language is switched in place', () =>
  walk(async (page) => {
    const [user] = await demoUsers(page);
    await signInAs(page, user.roleTitle);
    await page.keyboard.press('f');
    await page.keyboard.type('李');
    assert.equal(await page.getByRole('textbox', { name: '查找家庭' }).inputValue(), '李');
    await page.getByRole('button', { name: /账号/ }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await screenshot(page, 'shell-en');
  }));

test('a session that ends in the middle of a form is taken up again with what was typed', () =>
  walk(
    async (page) => {
      await signInAs(page, '系统管理员');
      await page.goto('/users');
      await page.getByRole('button', { name: '邀请用户' }).click();
      await page.getByLabel('姓名', { exact: true }).fill('王文书');
      await page.getByLabel('岗位', { exact: true }).click();
      await page.locator('.ant-select-item-option').filter({ hasText: '省厅业务处室人员' }).click();
      await page.getByLabel('区划', { exact: true }).click();
      await page.locator('.ant-select-tree').getByTitle('吉林省').first().click();
      await page.getByLabel('用户名', { exact: true }).fill('township-clerk');
      await page.context().clearCookies({ name: 'YINGBAO' });
      await page.getByRole('button', { name: '生成邀请地址' }).click();
      await page.getByText('登录已过期，请重新登录').waitFor();
      await screenshot(page, 'session-ended');
      await page.getByRole('button', { name: /^继续以/ }).click();
      await page.getByText('登录已过期，请重新登录').waitFor({ state: 'hidden' });
      assert.equal(await page.getByLabel('姓名', { exact: true }).inputValue(), '王文书');
      await page.getByRole('button', { name: '生成邀请地址' }).click();
      await page.getByText('用户名 township-clerk 已有人使用').waitFor();
    },
    { expected: [422] },
  ));
