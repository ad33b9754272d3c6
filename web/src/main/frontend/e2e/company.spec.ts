import { expect, logIn, looksRight, PASSWORD, test } from './pages';
import { scanned } from './scanned';

test('an administrator adds a person, houses and unhouses them', async ({ page }) => {
  await logIn(page, 'admin.b');
  await page.getByRole('link', { name: 'People' }).click();
  await looksRight(page, 'people');
  await page.getByRole('button', { name: 'Add person' }).click();
  const name = `Ana ${Date.now()}`;
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Add person' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();

  await page.getByRole('link', { name: 'Buildings' }).click();
  await page.getByRole('region', { name: 'Buildings' }).getByRole('link').first().click();
  await page.getByRole('region', { name: 'Units' }).getByRole('link').last().click();
  await page.getByRole('button', { name: 'Add occupant' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.getByRole('option', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add occupant' }).click();
  const row = page.getByRole('row', { name });
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'End' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  await expect(row.getByRole('button', { name: 'End' })).toBeHidden();
});

test('an owner invites, revokes, and sees it all in the audit log', async ({ page }) => {
  await logIn(page, 'owner.b');
  await page.getByRole('link', { name: 'Members' }).click();
  await looksRight(page, 'members');
  await page.getByRole('button', { name: 'Invite' }).click();
  const email = `guest${Date.now()}@example.com`;
  await page.getByRole('dialog').getByLabel('E-mail').fill(email);
  await page.getByRole('dialog').getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('tab', { name: 'Invitations' }).click();
  const row = page.getByRole('row', { name: email });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await expect(row.getByText('revoked')).toBeVisible();

  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByText('invitation.').first()).toBeVisible();
  await expect(page.getByText('Status: waiting → revoked').filter({ visible: true }).first()).toBeVisible();
  await looksRight(page, 'audit');
});

test('an owner sees the plan and brands the company', async ({ page }) => {
  await logIn(page, 'owner.b');
  await page.getByRole('link', { name: 'Company' }).click();
  await expect(page.getByText('Plan and usage')).toBeVisible();
  await page.getByRole('button', { name: 'Choose plan' }).click();
  await expect(page.getByRole('dialog').getByRole('radio', { checked: true })).toBeVisible();
  await looksRight(page, 'plan');
  await page.keyboard.press('Escape');
  const brand = `Brand ${Date.now()}`;
  await page.getByLabel('Name on mails and documents').fill(brand);
  await expect(page.getByLabel('Preview').getByText(brand).first()).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Name on mails and documents')).toHaveValue(brand);
  await looksRight(page, 'company');
});

test('everybody finds their sessions and their second factor', async ({ page }) => {
  await logIn(page, 'operator.b');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Profile and security' }).click();
  await expect(page.getByText('this one')).toBeVisible();
  await looksRight(page, 'profile');

  // As an authenticator app would take it off the screen.
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  const picture = dialog.getByRole('img', { name: 'QR code' });
  await expect(picture).toBeVisible();
  await looksRight(page, 'second-factor');
  const key = (await dialog.getByLabel('Key', { exact: true }).textContent())?.replaceAll(' ', '') ?? '';
  const address = new RegExp(`^otpauth://totp/BuildingOS:operator\\.b.+secret=${key}&`);
  expect(await scanned(picture)).toMatch(address);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await scanned(picture)).toMatch(address);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { name: 'Segundo factor' })).toBeVisible();
});
