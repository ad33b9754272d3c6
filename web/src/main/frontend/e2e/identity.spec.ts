import { ownCompany } from './company';
import { expect, logIn, logOut, looksRight, test } from './pages';

test('a wrong password is answered in words', async ({ page }) => {
  await page.goto('/login');
  await looksRight(page, 'login');
  await page.getByLabel('E-mail address').fill('nobody@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('alert')).toContainText('E-mail address or password is wrong');
});

test('the address asked for is where the login leads', async ({ page }) => {
  await page.goto('/buildings?archived=true');
  await expect(page).toHaveURL(/\/login\?next=/);
  await page.getByLabel('E-mail address').fill('owner.a@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('Demo-Building-2026!');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/buildings\?archived=true/);
});

test('a session goes on after the page is loaded again', async ({ page }) => {
  await logIn(page, 'owner.a');
  await page.goto('/buildings');
  // Left at once: the refresh under way must not cost the session.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Buildings' })).toBeVisible();
});

test('a session that ends under a form is renewed in place, and what was typed stays', async ({
  page,
  context,
}) => {
  await logIn(page, 'admin.a');
  await page.goto('/buildings');
  await page.getByRole('button', { name: 'Add building' }).click();
  const name = `Torre ${Date.now()}`;
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByLabel('Address').fill('Av. Corrientes 1234');
  // The session is ended elsewhere: neither token is good any more.
  await context.clearCookies();
  await page.route('**/api/v1/buildings', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer ended' } })
      : route.continue(),
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Add building' }).click();
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(again).toBeVisible();
  await page.unroute('**/api/v1/buildings');
  await again.getByRole('textbox', { name: 'Password' }).fill('Demo-Building-2026!');
  await again.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
});

test('a resident at an administrator’s address is told so, and another tenant’s thing is not found', async ({
  page,
  request,
}) => {
  const another = await ownCompany(request, 'Another');
  await another.post('/buildings', { name: 'Another', address: 'Calle 4' });
  await another.logIn(page);
  await page.goto('/buildings');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'Add unit' }).first()).toBeVisible();
  const theirs = new URL(page.url()).pathname;
  await logOut(page);
  await logIn(page, 'owner.a');
  await page.goto(theirs);
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
});

test('a server that is away is told, waited for, and found again; nothing typed is lost', async ({
  page,
  context,
}) => {
  await logIn(page, 'admin.a');
  await page.goto('/buildings');
  await page.getByRole('button', { name: 'Add building' }).click();
  const name = `Puente ${Date.now()}`;
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Address').fill('Av. Corrientes 1234');
  await context.setOffline(true);
  await dialog.getByRole('button', { name: 'Add building' }).click();
  const told = page.getByRole('status').filter({ hasText: 'The server cannot be reached' });
  await expect(told).toBeVisible();
  await expect(page.getByText('Nothing is lost: try again when it is back.')).toBeVisible();
  await expect(dialog.getByLabel('Name')).toHaveValue(name);
  await context.setOffline(false);
  await expect(told).toBeHidden();
  await dialog.getByRole('button', { name: 'Add building' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();

  // A page that was never opened has to be fetched itself: it comes with the server, without being asked again.
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(told).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible();
});
