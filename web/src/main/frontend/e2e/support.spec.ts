import { expect, logIn, logOut, looksRight, test } from './pages';

test('an owner asks the platform, goes on talking, and follows what is answered; a resident finds no support', async ({
  page,
}) => {
  await logIn(page, 'owner.b');
  await page.getByRole('link', { name: 'Support' }).click();
  await looksRight(page, 'support');
  await page.getByRole('button', { name: 'Ask for support' }).first().click();
  const dialog = page.getByRole('dialog');
  const title = `Import ${Date.now()}`;
  await dialog.getByLabel('Subject').fill(title);
  await dialog.getByLabel('Message').fill('How do we import last year?');
  await looksRight(page, 'support-ask');
  await dialog.getByRole('button', { name: 'Ask for support' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  const messages = page.getByRole('region', { name: 'Messages' });
  await expect(messages.getByText('How do we import last year?')).toBeVisible();
  await page.getByLabel('Write a message').fill('It is a spreadsheet.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(messages.getByText('It is a spreadsheet.')).toBeVisible();
  await expect(page.getByLabel('Write a message')).toHaveValue('');
  await looksRight(page, 'support-ticket');
  await page.getByRole('main').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Open again' }).click();
  await expect(page.getByRole('main').getByText('Waits for an answer')).toBeVisible();

  await logOut(page);
  await logIn(page, 'superadmin');
  await page.getByRole('link', { name: 'Support' }).click();
  await looksRight(page, 'platform-support');
  await page.getByRole('row', { name: title }).getByRole('link').click();
  await expect(page.getByText(/Tenant B · Question/)).toBeVisible();
  await expect(messages.getByText('It is a spreadsheet.')).toBeVisible();
  await page.getByLabel('Write a message').fill('Send it here.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('main').getByText('Answered')).toBeVisible();
  await looksRight(page, 'platform-support-ticket');

  await logOut(page);
  await logIn(page, 'owner.b');
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await page.getByRole('dialog').getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(messages.getByText('Send it here.')).toBeVisible();

  await logOut(page);
  await logIn(page, 'resident.b');
  await expect(page.getByRole('link', { name: 'Support' })).toBeHidden();
  await page.goto('/support-tickets');
  await expect(page.getByRole('heading', { name: 'Not permitted' })).toBeVisible();
});
