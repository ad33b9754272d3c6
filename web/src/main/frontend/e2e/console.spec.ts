import type { Locator, Page } from '@playwright/test';
import { expect, logIn, looksRight, test } from './pages';

/** The list is read once; mail leaves by a timer. */
async function becomes(page: Page, row: Locator, state: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(row.getByText(state, { exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
}

test('a backup is taken, restored for proof, and the console says when and how long it took', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await logIn(page, 'superadmin');
  await page.getByRole('link', { name: 'Backups' }).click();
  await page.getByRole('button', { name: 'Back up now' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByRole('heading', { name: /^Backup · Execution/ })).toBeVisible();
  await expect(page.getByRole('log')).toContainText('Ended COMPLETED', { timeout: 120_000 });

  await page.getByRole('link', { name: 'Backups' }).click();
  await page
    .getByRole('button', { name: /^Drill 2/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByLabel('Backup')).toHaveValue(/^\d{8}T\d{6}Z/);
  await page.getByRole('dialog').getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByRole('heading', { name: /Restore drill · Execution/ })).toBeVisible();
  await expect(page.getByRole('log')).toContainText('Ended COMPLETED', { timeout: 120_000 });

  await page.getByRole('link', { name: 'Backups' }).click();
  await expect(page.getByText('restored, compared and checked')).toBeVisible();
  await expect(page.getByText('A restore takes').locator('..')).toContainText(/\d s/);
  await looksRight(page, 'backups');
});

test('a verification tells what every check came to', async ({ page }) => {
  await logIn(page, 'superadmin');
  await page.getByRole('link', { name: 'Verification' }).click();
  await page.getByRole('button', { name: 'Verify now' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByText(/^Ended|Ended COMPLETED/).first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Verification' }).click();
  await looksRight(page, 'verifications');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /Verification of/ })).toBeVisible();
  await expect(page.getByText('ledger-balances', { exact: true })).toBeVisible();
  await looksRight(page, 'verification');
});

test('a mail that its blocked address kept from leaving is found, read, and leaves once that is allowed', async ({
  page,
  request,
}) => {
  test.setTimeout(150_000);
  const address = 'operator.a@example.com';
  await logIn(page, 'superadmin');
  await page.getByRole('link', { name: 'Mail' }).click();
  await page.getByRole('tab', { name: 'Blocked addresses' }).click();
  await page.getByRole('button', { name: 'Block an address' }).click();
  await page.getByRole('dialog').getByLabel('Address').fill(address);
  await page.getByRole('dialog').getByLabel('Detail').fill('Mailbox unavailable');
  await page.getByRole('dialog').getByRole('button', { name: 'Block an address' }).click();
  const blocked = page.getByRole('row').filter({ hasText: address });
  await expect(blocked).toContainText('Mailbox unavailable');
  await looksRight(page, 'blocked');

  const asked = await request.post('/api/v1/auth/password/forgot', { data: { email: address } });
  expect(asked.status()).toBe(202);
  await page.goto(`/platform/mail?recipient=${address}`);
  const mail = page.getByRole('row').filter({ hasText: address }).first();
  await becomes(page, mail, 'Suppressed');
  await looksRight(page, 'mail');
  await mail.getByRole('button', { name: address, exact: true }).click();
  const letter = page.getByRole('dialog');
  await expect(letter.getByText('Suppressed').first()).toBeVisible();
  await looksRight(page, 'letter');

  await page.goto('/platform/mail?view=blocked');
  await blocked.getByRole('button', { name: 'Allow' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Allow' }).click();
  await expect(blocked).toBeHidden();
  await page.goto(`/platform/mail?recipient=${address}`);
  await mail.getByRole('button', { name: `Retry the mail to ${address}` }).click();
  await expect(page.getByText('It is tried again')).toBeVisible();
  await becomes(page, mail, 'Sent');
});

test('the system page tells what answers, which servers live, and which statements cost most', async ({
  page,
}) => {
  await logIn(page, 'superadmin');
  await page.getByRole('link', { name: 'System' }).click();
  await expect(page.getByText('Everything answers.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'answers you' })).toContainText('Alive');
  await looksRight(page, 'system');
  await page.getByRole('tab', { name: 'Slow queries' }).click();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText(/select|insert|update|delete/i);
  await looksRight(page, 'slow-queries');
});

test('a schedule is paused and goes on', async ({ page }) => {
  await logIn(page, 'superadmin');
  await page.goto('/platform/jobs?view=schedules');
  const row = page.getByRole('row').filter({ hasText: 'subscription-lifecycle' });
  const enabled = row.getByRole('switch');
  await expect(enabled).toBeChecked();
  await enabled.click({ force: true });
  await expect(enabled).not.toBeChecked();
  await expect(row).toContainText('superadmin@example.com');
  await page.reload();
  await expect(enabled).not.toBeChecked();
  await enabled.click({ force: true });
  await expect(enabled).toBeChecked();
  await looksRight(page, 'schedules');
});
