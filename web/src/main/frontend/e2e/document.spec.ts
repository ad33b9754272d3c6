import { expect, logIn, looksRight, test } from './pages';

test('an administrator uploads a document, looks at it, revises and archives it', async ({ page }) => {
  await logIn(page, 'admin.b');
  await page.getByRole('link', { name: 'Documents' }).click();
  await looksRight(page, 'documents');
  await page.getByRole('button', { name: 'Upload' }).first().click();
  const name = `rules-${Date.now()}.txt`;
  const file = (text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const form = page.getByRole('dialog');
  await form.locator('input[type=file]').setInputFiles(file('No drums after ten.'));
  await form.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Rules' }).click();
  await looksRight(page, 'document-upload');
  await form.getByRole('button', { name: 'Upload' }).click();
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('No drums after ten.');

  await page.getByRole('button', { name: 'New revision' }).click();
  await form.locator('input[type=file]').setInputFiles(file('No drums after nine.'));
  await form.getByRole('button', { name: 'Upload' }).click();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('No drums after nine.');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Revision 1' }).click();
  expect((await saved).suggestedFilename()).toBe(name);
  await looksRight(page, 'document');

  await page.getByRole('button', { name: 'Archive' }).click();
  await form.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByRole('button', { name: 'Restore' })).toBeVisible();
});
