import type { Page } from '@playwright/test';
import { ownCompany } from './company';
import { expect, logIn, logOut, test } from './pages';

/** Every line of text that was ever on the page, were it for one frame. */
async function keepsLines(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const lines = new Set<string>();
    Object.assign(window, { linesShown: lines });
    new MutationObserver(() => {
      for (const line of document.body?.innerText.split('\n') ?? []) lines.add(line.trim());
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

/** What was shown on the way and is gone: nothing, if the page knew from the first what it is. */
async function flashes(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => {
    const now = new Set(document.body.innerText.split('\n').map((line) => line.trim()));
    return [...(window as unknown as { linesShown: Set<string> }).linesShown].filter(
      (line) => !now.has(line),
    );
  });
}

async function isAtOnce(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  await expect(page).toHaveTitle(`${heading} · BuildingOS`);
  expect(await flashes(page), address).toEqual([]);
}

test('another company’s things, typed by hand, are not found, and nothing of them flashes first', async ({
  page,
  request,
}) => {
  const another = await ownCompany(request, 'Another');
  const { id } = await another.post<{ id: string }>('/buildings', { name: 'Another', address: 'Calle 5' });
  await another.post(`/buildings/${id}/units/bulk`, {
    units: [{ code: '1', type: 'APARTMENT', areaM2: null, share: null, billable: true }],
  });
  await another.post('/people', { name: 'Ana' });
  await another.logIn(page);
  await page.goto('/buildings');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'Add unit' }).first()).toBeVisible();
  const building = new URL(page.url()).pathname;
  await page.getByRole('table').getByRole('link').first().click();
  await page.waitForURL(/units/);
  const unit = new URL(page.url()).pathname;
  await page.goto('/people');
  await page.getByRole('table').getByRole('link').first().click();
  await page.waitForURL(/people\/./);
  const person = new URL(page.url()).pathname;
  await logOut(page);

  await logIn(page, 'owner.a');
  await keepsLines(page);
  for (const theirs of [building, unit, `${unit}/account`, person]) await isAtOnce(page, theirs, 'Not found');
  const nobodys = '01a213e0-3a60-7efc-9dca-1497245f92b6';
  for (const area of ['tickets', 'documents', 'charges', 'payments', 'buildings']) {
    await isAtOnce(page, `/${area}/${nobodys}`, 'Not found');
  }
  await isAtOnce(page, '/no/such/page', 'Not found');
});

test('a resident on an administrator’s page is told so at once, and the page is not even asked for', async ({
  page,
}) => {
  await logIn(page, 'resident.a');
  await keepsLines(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const address of [
    '/today',
    '/members',
    '/settings',
    '/audit',
    '/payments/review',
    '/platform',
    '/platform/jobs',
    '/platform/backups',
    '/platform/audit',
  ]) {
    await isAtOnce(page, address, 'Not permitted');
  }
  expect(asked.filter((path) => /api\/v1\/(platform|audit|members|tenant$)/.test(path))).toEqual([]);
  const pages = /assets\/(Today|Members|Settings|PlatformAudit|Audit|Review|Overview|Jobs|Backups)Page/;
  expect(asked.filter((path) => pages.test(path))).toEqual([]);
});

test('whoever is not logged in sees the door and nothing else', async ({ page }) => {
  await keepsLines(page);
  for (const address of ['/platform/jobs', '/buildings', '/']) {
    await page.goto(address);
    await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
    expect(await flashes(page), address).toEqual([]);
  }
});

test('what is on a page stays where it is while the rest arrives', async ({ page }) => {
  await page.setViewportSize({ width: 1350, height: 940 });
  await logIn(page, 'owner.a');
  await page.addInitScript(() => {
    const told = { moved: 0 };
    Object.assign(window, { told });
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) told.moved += (shift as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // What a filter offers may come last.
  let answer = (): void => {};
  await page.route('**/api/v1/buildings?**', async (route) => {
    await new Promise<void>((go) => (answer = go));
    await route.continue();
  });
  for (const address of ['/tickets', '/charges', '/payments']) {
    await page.goto(address);
    await expect(page.getByRole('table')).toBeVisible();
    answer();
    await page.waitForLoadState('networkidle');
    const { moved } = await page.evaluate(() => (window as unknown as { told: { moved: number } }).told);
    expect(moved, address).toBeLessThan(0.1);
  }
});
