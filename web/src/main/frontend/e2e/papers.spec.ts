import { expect, logIn, picture, test } from './pages';

test('a paper is read in the page', async ({ page }) => {
  await logIn(page, 'owner.a');
  const paper = await page.pdf();
  await page.goto('/documents');
  await page.getByRole('button', { name: 'Upload' }).first().click();
  const dialog = page.getByRole('dialog');
  const name = `Rules ${Date.now()}.pdf`;
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: paper });
  await dialog.getByRole('button', { name: 'Upload' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('link', { name: 'Open in a tab of its own' })).toHaveAttribute(
    'href',
    /^blob:/,
  );
  if (await page.evaluate(() => navigator.pdfViewerEnabled)) {
    await expect(page.getByTitle(name)).toBeVisible();
    // What the policy forbids is told in the console, and fails the test.
    await expect.poll(() => page.frames().some((frame) => frame.url().startsWith('blob:'))).toBe(true);
  }
  // Not looksRight: the browser's viewer is its own page inside ours, and never idle.
  await page.screenshot({ path: picture('paper') });
});
