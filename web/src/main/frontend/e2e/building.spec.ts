import { expect, logIn, looksRight, test } from './pages';

test('an owner adds a building with units pasted from a spreadsheet', async ({ page }) => {
  await logIn(page, 'owner.b');
  await page.goto('/buildings');
  await looksRight(page, 'buildings');
  const add = page.getByRole('button', { name: 'Add building' });
  await add.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(add).toBeFocused();
  await add.press('Enter');
  const name = `Casa ${Date.now()}`;
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByLabel('Address').fill('Calle Mayor 1');
  await page.getByRole('dialog').getByRole('button', { name: 'Add building' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();

  await page.getByRole('button', { name: 'Add many' }).first().click();
  await page
    .getByLabel('Paste rows')
    .fill('1A\tFront\tAPARTMENT\t54.5\t0.5\n1A\tagain\n1B\tBack\tCochera\t12,5\t0.5');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(
    'Line 2: the code stands in two lines',
  );
  await page.getByLabel('Paste rows').fill('1A\tFront\tAPARTMENT\t54.5\t0.5\n1B\tBack\tCochera\t12,5\t0.5');
  await looksRight(page, 'units-pasted');
  await page.getByRole('dialog').getByRole('button', { name: 'Add many' }).click();
  await expect(page.getByRole('link', { name: '1B' })).toBeVisible();
  await expect(page.getByText('Shares sum to 100%')).toBeVisible();
  await looksRight(page, 'building');

  await page.getByRole('link', { name: '1A' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Unit 1A' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await looksRight(page, 'unit');

  await page.getByRole('link', { name: 'Buildings' }).first().click();
  const figures = page.getByRole('row', { name }).getByRole('cell');
  await expect(figures.nth(2)).toHaveText('2');
  await expect(figures.nth(3)).toHaveText('0');
});
