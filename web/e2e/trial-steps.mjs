// What walks do before they try anything.

/** Has the register taken, where it is not yet. */
export async function takeRegister(page) {
  await page.goto('/trials');
  await page.getByRole('heading', { name: '政策试算' }).waitFor();
  const take = page.getByRole('button', { name: /^取登记册$/ });
  await take.or(page.getByText('重新取登记册')).first().waitFor();
  if (await take.isVisible()) {
    await take.click();
    await page.getByText('重新取登记册').waitFor({ timeout: 120_000 });
  }
}
