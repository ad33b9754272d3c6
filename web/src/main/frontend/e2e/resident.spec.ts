import { expect, logIn, looksRight, test } from './pages';

test.use({ viewport: { width: 390, height: 844 } });

test('a resident begins at what is owed, and pays with a proof from the phone', async ({ page }) => {
  await logIn(page, 'resident.b');
  await expect(page.getByRole('heading', { name: 'My home' })).toBeVisible();
  await looksRight(page, 'home');
  await page.getByRole('button', { name: 'Tell us you paid' }).click();
  const dialog = page.getByRole('dialog');
  // Of every run its own amount: one alike is asked about.
  const cents = String(Date.now() % 1_000_000).padStart(6, '0');
  const amount = `1${cents.slice(0, 4)}.${cents.slice(4)}`;
  await dialog.getByLabel('Amount').fill(amount);
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'transfer.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  });
  await looksRight(page, 'pay');
  await dialog.getByRole('button', { name: 'Submit payment' }).click();
  await expect(dialog).toBeHidden();
  const row = page
    .getByRole('listitem')
    .filter({ hasText: Number(amount).toLocaleString('en-GB', { minimumFractionDigits: 2 }) });
  await expect(row.getByText('to review')).toBeVisible();
  await row.getByRole('link').click();
  await expect(page.getByAltText('Proof of payment')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeHidden();

  await page.goto('/payments/review');
  await expect(page.getByRole('heading', { name: 'Not permitted' })).toBeVisible();
});

test('the same payment twice is asked about', async ({ page }) => {
  await logIn(page, 'resident.b');
  const amount = String(2_000_000 + (Date.now() % 1_000_000));
  for (const again of [false, true]) {
    await page.getByRole('button', { name: 'Tell us you paid' }).click();
    await page.getByRole('dialog').getByLabel('Amount').fill(amount);
    await page.getByRole('dialog').getByRole('button', { name: 'Submit payment' }).click();
    if (again) {
      await page.getByLabel('It is another payment').check();
      await page.getByRole('dialog').getByRole('button', { name: 'Submit payment' }).click();
    }
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: Number(amount).toLocaleString('en-GB', { minimumFractionDigits: 2 }) }),
  ).toHaveCount(2);
});
