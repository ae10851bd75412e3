// Inviting users and taking up invitations, for the walks that need people.
import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an authenticator with this secret shows now (RFC 6238). */
export function codeNow(secret) {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = digest.at(-1) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Chooses an area by the names of those it lies in; the list draws only what is in sight, so it is scrolled. */
async function chooseArea(page, names) {
  await page.getByLabel('区划', { exact: true }).click();
  const tree = page.locator('.ant-select-tree');
  for (const name of names) {
    const node = tree.getByTitle(name, { exact: true }).first();
    await tree.hover();
    for (let turns = 0; turns < 50 && !(await node.isVisible()); turns++) {
      await page.mouse.wheel(0, 200);
      await page.waitForTimeout(100);
    }
    await node.click();
  }
}

/** Fills in the form of an invitation and sends it. */
export async function fillInvitation(page, { name, login, role, area }) {
  await page.getByRole('button', { name: '邀请用户' }).click();
  await page.getByLabel('姓名', { exact: true }).fill(name);
  await page.getByLabel('用户名', { exact: true }).fill(login);
  await page.getByLabel('岗位', { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: role }).click();
  await chooseArea(page, area);
  await page.getByRole('button', { name: '生成邀请地址' }).click();
}

/** Invites somebody on the page of users, and gives the address to hand over. */
export async function invite(page, person) {
  await fillInvitation(page, person);
  const address = await page.getByRole('textbox', { name: '邀请地址' }).inputValue();
  await page.getByRole('button', { name: '已经记下，关闭' }).click();
  return address;
}

/** Takes up an invitation. Gives what makes one-time codes, for those who sign in with them. */
export async function acceptInvitation(page, address, password) {
  await page.goto(address);
  await page.getByLabel('新密码', { exact: true }).fill(password);
  await page.getByLabel('再输一次新密码').fill(password);
  const secretField = page.getByLabel('动态口令密钥');
  const secret = (await secretField.count()) > 0 ? (await secretField.inputValue()).replaceAll(' ', '') : '';
  if (secret) {
    await page.getByLabel('验证器现在显示的动态口令').fill(codeNow(secret));
  }
  await page.getByRole('button', { name: '设置密码并启用账户' }).click();
  await page.getByText('账户已启用').waitFor();
  return () => codeNow(secret);
}
