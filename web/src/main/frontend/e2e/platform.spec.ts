import { expect, logIn, looksRight, test } from './pages';

test('a platform administrator launches a job and watches it end', async ({ page }) => {
  await logIn(page, 'superadmin');
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await looksRight(page, 'platform');
  await page.getByRole('link', { name: 'Jobs' }).click();
  await looksRight(page, 'jobs');
  await page.getByRole('button', { name: 'Launch: Demonstration data' }).click();
  await expect(page.getByRole('dialog').getByLabel('Companies')).toHaveValue('2');
  await page.getByRole('dialog').getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByRole('heading', { name: /Demonstration data · Execution \d+/ })).toBeVisible();
  await expect(page.getByText('Completed').first()).toBeVisible({ timeout: 60_000 });
  await looksRight(page, 'execution');

  await page.goto('/platform/jobs?view=history&job=seed&status=COMPLETED');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /Demonstration data · Execution/ })).toBeVisible();
});

test('acting inside a company cannot be missed, and ends', async ({ page }) => {
  await logIn(page, 'superadmin');
  await page.getByRole('link', { name: 'Companies' }).click();
  await page.getByLabel('Search by name').fill('Tenant A');
  await looksRight(page, 'tenants');
  await page.getByRole('button', { name: 'Acts: Tenant A' }).click();
  await page.getByRole('menuitem', { name: 'Act inside' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Act inside' }).click();
  const banner = page.getByRole('status').filter({ hasText: 'You are acting inside Tenant A' });
  await expect(banner).toBeVisible();
  await looksRight(page, 'inside');
  // Wherever one goes and however far one scrolls.
  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByText('impersonation.started').first()).toBeVisible();
  await page.mouse.wheel(0, 2_000);
  await expect(banner).toBeInViewport();

  await banner.getByRole('button', { name: 'Stop acting inside' }).click();
  await expect(page).toHaveURL(/platform\/tenants/);
  await expect(page.getByRole('heading', { name: 'Companies' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'acting inside' })).toBeHidden();
  // The own session lives on, also for the next page load.
  await page.goto('/platform/audit?action=session.ended');
  await expect(page.getByText('session.ended').first()).toBeVisible();
});

test('whoever cannot go on is helped inside their company, from the list of users', async ({ page }) => {
  await logIn(page, 'superadmin');
  await page.getByRole('link', { name: 'Users' }).click();
  await page.getByLabel('Search').fill('operator.a@');
  await expect(page.getByRole('row', { name: '@example.com' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Acts: operator.a@example.com' }).click();
  await page.getByRole('menuitem', { name: 'Act inside' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('as an administrator of Tenant A');
  await looksRight(page, 'act-inside');
  await dialog.getByRole('button', { name: 'Act inside' }).click();
  const banner = page.getByRole('status').filter({ hasText: 'You are acting inside Tenant A' });
  await banner.getByRole('button', { name: 'Stop acting inside' }).click();
  await expect(page).toHaveURL(/platform\/tenants/);
});

test('a tenant’s owner finds no console', async ({ page }) => {
  await logIn(page, 'owner.a');
  await expect(page.getByRole('link', { name: 'Jobs' })).toBeHidden();
  await page.goto('/platform/jobs');
  await expect(page.getByRole('heading', { name: 'Not permitted' })).toBeVisible();
});
