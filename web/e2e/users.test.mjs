import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenshot, signIn, signInAs, walk } from './harness.mjs';
import { codeNow, fillInvitation } from './users.mjs';

const PASSWORD = '松花江上的第一场雪2016';
const SECOND_PASSWORD = '长白山下的第二场雪2017';

/** A login that no other run has used. */
const newLogin = (name) => `${name}.${Date.now().toString(36)}`;

const COUNTY = ['吉林省', '演示市', '演示县'];
const TOWNSHIP = [...COUNTY, /[乡镇]$/];

test('an administrator invites, the invited person chooses a password, is invited again, and is closed', () =>
  walk(
    async (page) => {
      const login = newLogin('wang');
      await signInAs(page, '系统管理员');
      await page.getByRole('link', { name: '用户与岗位' }).click();
      await page.getByRole('heading', { name: '用户与岗位' }).waitFor();
      await page.locator('[data-row]').first().waitFor();
      await screenshot(page, 'users');

      await fillInvitation(page, { name: '王文书', login: 'township-clerk', role: '乡镇经办人员', area: TOWNSHIP });
      await page.getByText('用户名 township-clerk 已有人使用').waitFor();
      await screenshot(page, 'users-invite-refused');
      await page.getByLabel('用户名', { exact: true }).fill(login);
      await page.getByRole('button', { name: '生成邀请地址' }).click();
      const address = await page.getByRole('textbox', { name: '邀请地址' }).inputValue();
      assert.match(address, /\/invitation\/[a-z0-9]{28}$/);
      await screenshot(page, 'users-invitation');
      await page.getByRole('button', { name: '已经记下，关闭' }).click();

      await page.goto(address);
      await page.getByText('王文书，您好').waitFor();
      await screenshot(page, 'invitation');
      await page.getByLabel('新密码', { exact: true }).fill('short');
      await page.getByRole('button', { name: '设置密码并启用账户' }).click();
      await page.getByText('密码太简单，请按下面的要求设置').waitFor();
      await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
      await page.getByLabel('再输一次新密码').fill(PASSWORD);
      await page.getByRole('button', { name: '设置密码并启用账户' }).click();
      await page.getByText('账户已启用').waitFor();
      await screenshot(page, 'invitation-accepted');
      await page.getByRole('button', { name: '去登录' }).click();
      assert.equal(await page.getByLabel('用户名').inputValue(), login);
      await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.locator('#content').waitFor();

      await page.goto(address);
      await page.getByText('邀请已使用或者已超过').waitFor();
      await screenshot(page, 'invitation-gone');

      await page.context().clearCookies();
      await signInAs(page, '系统管理员');
      await page.goto(`/users?q=${login}`);
      await page.locator('[data-row]').first().click();
      await page.getByRole('button', { name: '重新邀请' }).waitFor();
      await screenshot(page, 'users-panel');
      await page.getByRole('button', { name: '重新邀请' }).click();
      await page.getByRole('button', { name: '已经记下，关闭' }).click();
      await page.getByRole('button', { name: '停用账户' }).click();
      const question = page.locator('.ant-modal-confirm');
      await question.getByText('以往办理的记录和日志保留').waitFor();
      await screenshot(page, 'users-close');
      await question.getByRole('button', { name: '停用账户' }).click();
      await page.getByText('账户已停用，不能登录').waitFor();
    },
    { expected: [404, 422] },
  ));

test('who confirms money takes the secret of the codes from a picture or as a text, and proves it', () =>
  walk(
    async (page) => {
      await signInAs(page, '系统管理员');
      await page.goto('/users');
      const login = newLogin('sun');
      await fillInvitation(page, { name: '孙审批', login, role: '县民政审批人员', area: COUNTY });
      const address = await page.getByRole('textbox', { name: '邀请地址' }).inputValue();
      await page.context().clearCookies();
      await page.goto(address);
      const picture = page.getByRole('img', { name: '动态口令二维码' });
      await picture.waitFor();
      assert.ok(await picture.evaluate(async (image) => (await image.decode(), image.naturalWidth > 0)));
      await screenshot(page, 'invitation-code');
      const secret = (await page.getByLabel('动态口令密钥').inputValue()).replaceAll(' ', '');
      await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
      await page.getByLabel('再输一次新密码').fill(PASSWORD);
      await page.getByLabel('验证器现在显示的动态口令').fill('123456');
      await page.getByRole('button', { name: '设置密码并启用账户' }).click();
      await page.getByText('动态口令不对或者已过期').waitFor();
      await page.getByLabel('验证器现在显示的动态口令').fill(codeNow(secret));
      await page.getByRole('button', { name: '设置密码并启用账户' }).click();
      await page.getByText('账户已启用').waitFor();
      await signIn(page, login, PASSWORD, codeNow(secret));
    },
    { expected: [422] },
  ));

test('whoever has a password for once chooses an own one before anything else, and can change it later', () =>
  walk(
    async (page) => {
      await signInAs(page, '系统管理员');
      await page.goto('/users');
      const login = newLogin('zhao');
      await fillInvitation(page, { name: '赵文书', login, role: '乡镇经办人员', area: TOWNSHIP });
      await page.goto(await page.getByRole('textbox', { name: '邀请地址' }).inputValue());
      await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
      await page.getByLabel('再输一次新密码').fill(PASSWORD);
      await page.getByRole('button', { name: '设置密码并启用账户' }).click();
      await page.getByText('账户已启用').waitFor();
      await page.context().clearCookies();
      await signIn(page, login, PASSWORD);

      // A demonstration has nobody with a password for once: the session says so until it is replaced.
      let given = true;
      await page.route('**/api/session', async (route) => {
        const answer = await route.fetch();
        const body = await answer.json();
        await route.fulfill({ response: answer, json: { ...body, mustChange: given } });
      });
      await page.goto('/');
      await page.getByRole('heading', { name: '请先设置自己的密码' }).waitFor();
      await screenshot(page, 'password-for-once');
      await page.getByLabel('一次性密码').fill(PASSWORD);
      await page.getByLabel('新密码', { exact: true }).fill(SECOND_PASSWORD);
      await page.getByLabel('再输一次新密码').fill(SECOND_PASSWORD);
      given = false;
      await page.getByRole('button', { name: '修改密码' }).click();
      await page.locator('#content').waitFor();

      await page.getByRole('button', { name: /账号/ }).click();
      await page.getByRole('button', { name: '修改密码' }).click();
      await page.getByLabel('现在的密码').fill('not the password');
      await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
      await page.getByLabel('再输一次新密码').fill(PASSWORD);
      await page.getByRole('main').getByRole('button', { name: '修改密码' }).click();
      await page.getByText('原密码不对，请重新输入').waitFor();
      await screenshot(page, 'password-refused');
      await page.getByLabel('现在的密码').fill(SECOND_PASSWORD);
      await page.getByRole('main').getByRole('button', { name: '修改密码' }).click();
      await page.getByText('密码已修改').waitFor();
    },
    { expected: [403, 422] },
  ));
