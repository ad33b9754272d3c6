import type { APIRequestContext, Page } from '@playwright/test';
import { expect, launch, logIn, looksRight, platformHeaders, test } from './pages';

const AT_MOST_MILLIS = 1_000;
const JOB_TAKES_MILLIS = 60_000;
const LOOK_AGAIN_MILLIS = 50;
const RUNNING = ['STARTING', 'STARTED', 'STOPPING'];

type Seen = { at: number; done: number };

/** From now on the page keeps when it first showed that so much was done. */
async function keepsProgress(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen[] = [];
    Object.assign(window, { progressSeen: seen });
    new MutationObserver(() => {
      const done = /(\d+) of \d+/.exec(document.querySelector('[data-progress]')?.textContent ?? '')?.[1];
      if (done && seen.at(-1)?.done !== Number(done)) seen.push({ at: Date.now(), done: Number(done) });
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

const progressOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { progressSeen: Seen[] }).progressSeen);

/** What the server says, each change with the last moment at which it wasn't true yet. */
async function followed(request: APIRequestContext, execution: string): Promise<Seen[]> {
  const headers = await platformHeaders(request);
  const changes: Seen[] = [];
  let before = Date.now();
  for (;;) {
    const asked = Date.now();
    const answer = await request.get(`/api/v1/platform/executions/${execution}`, { headers });
    const { progress, status } = await answer.json();
    const done = progress?.done ?? 0;
    if (done > (changes.at(-1)?.done ?? 0)) changes.push({ at: before, done });
    if (!RUNNING.includes(status)) return changes;
    before = asked;
    await new Promise((go) => setTimeout(go, LOOK_AGAIN_MILLIS));
  }
}

const hasEnded = (page: Page) =>
  expect(page.getByRole('log')).toContainText('Ended', { timeout: JOB_TAKES_MILLIS });

test('two consoles show each step of a job within a second of it, and agree in the end', async ({
  page,
  context,
  request,
}) => {
  await keepsProgress(page);
  const other = await context.newPage();
  await keepsProgress(other);
  await logIn(page, 'superadmin');
  await other.goto('/platform/jobs');
  const card = other.getByRole('article', { name: 'verify' });
  await expect(card).toBeVisible();

  await page.goto('/platform/jobs');
  const execution = await launch(page, 'verify');
  const [changes] = await Promise.all([
    followed(request, execution),
    card.locator(`a[href$="/${execution}"]`).click(),
  ]);
  for (const console of [page, other]) {
    await hasEnded(console);
    const shown = await progressOf(console);
    const opened = shown[0]?.at ?? 0;
    // What had happened before the page was there is shown at once.
    const delays = changes
      .filter(({ at }) => at >= opened)
      .map((change) => (shown.find(({ done }) => done >= change.done)?.at ?? Infinity) - change.at)
      .sort((a, b) => a - b);
    // The usual one: a machine that is busy for a moment is no fault of the page. None, if all was done before it opened.
    const usual = delays[Math.floor(delays.length / 2)] ?? 0;
    expect(usual, delays.join(' ')).toBeLessThanOrEqual(AT_MOST_MILLIS);
    expect(shown.at(-1)?.done).toBe(changes.at(-1)?.done);
  }
  const whole = (console: Page) => console.locator('#content').innerText();
  await expect.poll(async () => (await whole(page)) === (await whole(other))).toBe(true);
  await other.close();
});

test('a job that stops is seen to stop in every console, goes on from there in one, or is given up', async ({
  page,
  context,
  request,
}) => {
  await logIn(page, 'superadmin');
  const headers = await platformHeaders(request);
  const begun = await request.post('/api/v1/platform/jobs/verify/executions', { headers, data: {} });
  const { id } = await begun.json();
  await request.post(`/api/v1/platform/executions/${id}/stop`, { headers });
  const other = await context.newPage();
  for (const console of [page, other]) {
    await console.goto(`/platform/executions/${id}`);
    await expect(console.getByText('Stopped', { exact: true }).first()).toBeVisible();
  }
  await looksRight(page, 'stopped');

  await other.getByRole('button', { name: 'Restart' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Restart' }).click();
  await expect(other).not.toHaveURL(new RegExp(`/${id}$`));
  await hasEnded(other);
  await other.close();

  const again = await request.post('/api/v1/platform/jobs/verify/executions', { headers, data: {} });
  const next = (await again.json()).id;
  await request.post(`/api/v1/platform/executions/${next}/stop`, { headers });
  await page.goto(`/platform/executions/${next}`);
  await page.getByRole('button', { name: 'Abandon' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Abandon' }).click();
  await expect(page.getByText('Abandoned', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Restart' })).toBeHidden();
});
