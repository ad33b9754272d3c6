import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test';
import axe from 'axe-core';
import { join } from 'node:path';

export const PASSWORD = 'Demo-Building-2026!';

/**
 * A page on which nothing may be complained about: what the console says against it fails the test, and so does an answer
 * that the server failed to give. What the API refuses is logged by the browser, too; what the page makes of that is what
 * is tested.
 */
export const test = base.extend<{ page: Page; mayBeAway: boolean }>({
  mayBeAway: [false, { option: true }],
  page: async ({ page, mayBeAway }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text());
    });
    page.on('response', (answer) => {
      const { pathname } = new URL(answer.url());
      const refused = answer.status() >= 400 && answer.status() < 500 && pathname.startsWith('/api/');
      if (answer.status() >= 400 && !refused && !mayBeAway)
        complaints.push(`${answer.status()} from ${pathname}`);
    });
    page.on('pageerror', (failure) => complaints.push(failure.message));
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };

export async function logIn(page: Page, user: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('E-mail address').fill(`${user}@example.com`);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page).not.toHaveURL(/login/);
}

export async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
}

/** Launches it from where the jobs are, and says which execution that became. One that runs already is waited for. */
export async function launch(page: Page, job: string): Promise<string> {
  await page.getByRole('button', { name: `Launch: ${job}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(async () => {
    if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Launch' }).click();
    await page.waitForURL(/executions/, { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  return page.url().split('/').at(-1) ?? '';
}

/** Jobs take as long as there is data. */
export const hasEnded = (page: Page) =>
  expect(page.getByRole('log')).toContainText('Ended', { timeout: 60_000 });

/** The platform administrator's token, for what a test does beside the page. */
export async function platformHeaders(request: APIRequestContext): Promise<{ Authorization: string }> {
  const entered = await request.post('/api/v1/auth/login', {
    data: { email: 'superadmin@example.com', password: PASSWORD },
  });
  return { Authorization: `Bearer ${(await entered.json()).accessToken}` };
}

/** Where the picture of that name is kept. */
export function picture(name: string): string {
  return join(process.env.E2E_PICTURES ?? 'test-results/pictures', `${name}.png`);
}

const PHONE = { width: 390, height: 844 };

/**
 * Keeps pictures of the page, by light, by night and on a phone, and holds it to WCAG 2.2 AA. Nothing moves meanwhile: a
 * message that fades out while it is looked at has half its contrast.
 */
export async function looksRight(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.waitForLoadState('networkidle');
  await kept(page, name);
  await readable(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await kept(page, `${name}-dark`);
  await readable(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await fitsAPhone(page, name);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
}

async function kept(page: Page, name: string): Promise<void> {
  // A transition half-way has half its contrast.
  await page.waitForFunction(() => document.getAnimations().every((each) => each.playState !== 'running'));
  await page.screenshot({ path: picture(name) });
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function readable(page: Page): Promise<void> {
  // It stays as long as the page does: to bring it takes as long as to look.
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  const complaints = await page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ['violations'],
      runOnly,
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  }, STANDARDS);
  expect(complaints).toEqual([]);
}

/** Whoever holds it upright never scrolls to the side. */
async function fitsAPhone(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? PHONE;
  await page.setViewportSize(PHONE);
  await kept(page, `${name}-phone`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize(size);
  expect(width, `${name} on a phone`).toBeLessThanOrEqual(PHONE.width);
}

/** What a test needs to be there, made as any client makes it. */
export async function apiOf(request: APIRequestContext, user: string) {
  const login = await request.post('/api/v1/auth/login', {
    data: { email: `${user}@example.com`, password: PASSWORD },
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  return poster(request, accessToken);
}

/** Sends what a test wants done; what is refused fails the test. */
export function poster(request: APIRequestContext, accessToken: string) {
  return async <T>(path: string, data: unknown, method = 'POST'): Promise<T> => {
    const answer = await request.fetch(`/api/v1${path}`, {
      method,
      data,
      headers: {
        Authorization: `Bearer ${accessToken}`,
        ...(method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {}),
      },
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    const text = await answer.text();
    return (text ? JSON.parse(text) : undefined) as T;
  };
}
