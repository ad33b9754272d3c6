import { expect, logIn, looksRight, test } from './pages';

test('quotes of two vendors are compared on their ticket, one is approved, and its work goes its course', async ({
  page,
}) => {
  const run = Date.now();
  const vendors = [`Lifts ${run}`, `Cables ${run}`] as const;
  const dialog = page.getByRole('dialog');
  await logIn(page, 'admin.a');
  for (const vendor of vendors) {
    await page.getByRole('link', { name: 'Vendors' }).first().click();
    await page.getByRole('button', { name: 'Add vendor' }).first().click();
    await dialog.getByLabel('Name').fill(vendor);
    await dialog.getByLabel('Phone').fill('+34 600 000 000');
    await dialog.getByRole('button', { name: 'Add vendor' }).click();
    await expect(page.getByRole('heading', { name: vendor })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Set services' }).click();
  await dialog.getByRole('combobox', { name: 'Building' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByLabel('What it does where').fill('lifts');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'What it does where' }).getByText('lifts')).toBeVisible();
  await looksRight(page, 'vendor');
  await page.getByRole('link', { name: 'Vendors' }).first().click();
  await looksRight(page, 'vendors');

  await page.getByRole('link', { name: 'Tickets' }).click();
  await page.getByRole('button', { name: 'Open ticket' }).first().click();
  await dialog.getByLabel('Title').fill(`Lift cable ${run}`);
  await dialog.getByRole('combobox', { name: 'Building' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByLabel('Description').fill('The cable is worn.');
  await dialog.getByRole('button', { name: 'Open ticket' }).click();

  await page.getByRole('button', { name: 'Request quotes' }).click();
  await expect(dialog.getByLabel('What is to be done')).toHaveValue(/The cable is worn/);
  for (const vendor of vendors) {
    await dialog.getByRole('combobox', { name: 'Asked of' }).fill(vendor);
    await page.getByRole('option', { name: vendor }).click();
  }
  await page.keyboard.press('Tab');
  await looksRight(page, 'quotes-request');
  await dialog.getByRole('button', { name: 'Request quotes' }).click();
  const offers = page.getByRole('region', { name: 'Quotes side by side' });
  for (const [vendor, price] of [
    [vendors[0], '1200.50'],
    [vendors[1], '1000'],
  ] as const) {
    await offers
      .getByRole('article', { name: vendor })
      .getByRole('button', { name: 'Enter the price' })
      .click();
    await dialog.getByLabel('Price').fill(price);
    await dialog.locator('input[type=file]').setInputFiles({
      name: `offer-${vendor}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`We do it for ${price}.`),
    });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  }
  await expect(offers.getByRole('article', { name: vendors[1] })).toContainText('Lowest price');
  await expect(offers.getByRole('article', { name: vendors[0] })).toContainText(/200\.50 above the lowest/);
  await looksRight(page, 'quotes-compared');
  await offers.getByRole('article', { name: vendors[0] }).getByRole('button', { name: 'Reject' }).click();
  await dialog.getByLabel('Reason').fill('too dear');
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await offers.getByRole('article', { name: vendors[1] }).getByRole('button', { name: 'Approve' }).click();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await offers
    .getByRole('article', { name: vendors[1] })
    .getByRole('button', { name: 'Open work order' })
    .click();
  await dialog.getByRole('button', { name: 'Open work order' }).click();

  await expect(page.getByRole('heading', { name: `Work order for ${vendors[1]}` })).toBeVisible();
  await page.getByRole('button', { name: 'Start work' }).click();
  await page.getByRole('button', { name: 'Complete' }).click();
  await dialog.getByLabel('Cost').fill('1050,25');
  await dialog.getByRole('button', { name: 'Complete' }).click();
  await expect(page.getByText('1,050.25')).toBeVisible();
  await looksRight(page, 'work-order');
  await page.getByRole('link', { name: 'Work orders' }).first().click();
  await looksRight(page, 'work-orders');
  await page.getByRole('link', { name: 'Quotes' }).click();
  await page.getByRole('row', { name: vendors[0] }).getByRole('link').click();
  await expect(page.getByText('too dear').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Offer of the vendor' })).toContainText(
    'We do it for 1200.50.',
  );
  await looksRight(page, 'quote');
});

test('an operator enters prices, but decides on none', async ({ page }) => {
  await logIn(page, 'operator.a');
  await page.goto('/quotes?status=RECEIVED');
  await expect(page.getByRole('button', { name: 'Request quotes' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeHidden();
  await page.goto('/vendors');
  await expect(page.getByRole('button', { name: 'Add vendor' }).first()).toBeVisible();
});
