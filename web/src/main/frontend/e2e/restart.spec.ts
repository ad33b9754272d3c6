import { expect, launch, logIn, test } from './pages';

const control = process.env.SERVER_CONTROL;

test.use({ mayBeAway: true });

test('a job’s page outlives its server: it says that it is away, comes back by itself and lets the job go on', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  await logIn(page, 'superadmin');
  await page.getByRole('link', { name: 'Jobs' }).click();
  await request.post(`${control}/hold`);
  await launch(page, 'verify');
  await expect(page.getByText('Running', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('live', { exact: true })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));

  await request.post(`${control}/kill`);
  const away = page.getByRole('status').filter({ hasText: 'The server cannot be reached' });
  await expect(away).toBeVisible();

  await request.post(`${control}/start`, { timeout: 180_000 });
  await expect(away).toBeHidden({ timeout: 30_000 });
  await expect(page.getByText('Failed', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('log')).toContainText('ended while this ran');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);

  await page.getByRole('button', { name: 'Restart' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByRole('log')).toContainText('Ended', { timeout: 60_000 });
});
