import { expect, logIn, logOut, looksRight, test } from './pages';

test('an administrator writes an announcement, schedules it, sends it, and sees who has read it', async ({
  page,
}) => {
  await logIn(page, 'admin.b');
  await page.getByRole('link', { name: 'Announcements' }).click();
  await looksRight(page, 'announcements');
  await page.getByRole('button', { name: 'Write announcement' }).first().click();
  const title = `Water off ${Date.now()}`;
  const form = page.getByRole('dialog');
  await form.getByLabel('Title').fill(title);
  await form.getByLabel('Text').fill('On Monday from nine to eleven.');
  await form.getByRole('button', { name: 'Save draft' }).click();
  await expect(form.getByRole('alert')).toContainText('Say to whom.');
  await form.getByPlaceholder('Choose to whom').click();
  await page.getByRole('option', { name: 'Everybody' }).click();
  await expect(form.getByRole('region', { name: 'Preview' })).toContainText('On Monday from nine to eleven.');
  await looksRight(page, 'announcement-form');
  await form.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Schedule' }).click();
  await form.getByLabel('Send at').fill('2099-01-01T09:00');
  await form.getByRole('button', { name: 'Schedule' }).click();
  await expect(page.getByRole('main').getByText('Scheduled', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Send now' }).click();
  await form.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByRole('region', { name: 'Who has read it' }).first()).toBeVisible();
  await looksRight(page, 'announcement');
  await logOut(page);

  await logIn(page, 'resident.b');
  await page.goto('/announcements');
  const row = page.getByRole('row', { name: title });
  await expect(row.getByText('new')).toBeVisible();
  await looksRight(page, 'announcements-received');
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await page.getByRole('dialog').getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByRole('main').getByText('On Monday from nine to eleven.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send now' })).toBeHidden();
  await page.goto('/announcements');
  await expect(row.getByText('new')).toBeHidden();
  await logOut(page);

  await logIn(page, 'admin.b');
  await page.goto('/announcements');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Read', { exact: true }).click();
  const readers = page.getByRole('table');
  await expect(readers.getByRole('row', { name: 'resident.b@example.com' })).toBeVisible();
  // The writer and the resident, of all who received it.
  await expect(readers.getByRole('row')).toHaveCount(3);
});
