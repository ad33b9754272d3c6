import type { Locator } from '@playwright/test';
import { ENTERPRISE_UNITS, ownCompany } from './company';
import { expect, looksRight, test } from './pages';

type Sent = { amount: { amountMinor: number }; unitId: string };

const unit = (code: string, share: number | null = null) => ({
  code,
  type: 'APARTMENT',
  areaM2: null,
  share,
  billable: true,
});

const numbered = (count: number, letter: string, share: number | null = null) =>
  Array.from({ length: count }, (_, index) => unit(`${letter}${String(index).padStart(4, '0')}`, share));

test('a building of 500 units is charged in the very cents of its preview', async ({ page, request }) => {
  test.setTimeout(150_000);
  const company = await ownCompany(request, 'Row');
  const { id } = await company.post<{ id: string }>('/buildings', { name: 'Row', address: 'Calle 1' });
  await company.post(`/buildings/${id}/units/bulk`, { units: numbered(500, 'U', 0.002) });
  await company.logIn(page);
  await page.goto('/charges');
  await page.getByRole('button', { name: 'Charge a building' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Building' }).click();
  await page.getByRole('option', { name: 'Row' }).click();
  await dialog.getByLabel('Concept').fill('Expenses');
  await dialog.getByLabel('Total to split').fill('100000,01');
  await dialog.getByLabel('Due').fill('2026-01-10');
  const answered = page.waitForResponse(/charges\/preview/);
  await dialog.getByRole('button', { name: 'Preview' }).click();
  const preview = (await (await answered).json()) as { charges: Sent[] };
  await expect(dialog.getByText('500 units')).toContainText('100,000.01');
  const posted = page.waitForResponse(
    (answer) => answer.url().endsWith('/charges') && answer.request().method() === 'POST',
  );
  await dialog.getByRole('button', { name: 'Post 500 charges' }).click();
  const charges = ((await (await posted).json()) as { charges: Sent[] }).charges;
  await expect(page).toHaveURL(/\/charges\?batch=/);
  const cents = (all: Sent[]) => all.map(({ unitId, amount }) => `${unitId} ${amount.amountMinor}`).sort();
  expect(cents(charges)).toEqual(cents(preview.charges));
  expect(charges.reduce((sum, { amount }) => sum + amount.amountMinor, 0)).toBe(10_000_001);
});

test('a table of thousands of units draws only those in sight, down to the last', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  const company = await ownCompany(request, 'City');
  const building = await city(company.post);
  await company.logIn(page);
  await page.goto(`/buildings/${building}`);
  const table = page.getByRole('region', { name: 'Units' });
  await expect(table.getByRole('link', { name: 'V0000' })).toBeVisible();
  await expect(async () => {
    await table.evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
    expect(await table.getByRole('row').count()).toBeLessThan(VISIBLE_ROWS);
    await expect(table.getByRole('link', { name: `V${ENTERPRISE_UNITS - 1}` })).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 180_000, intervals: [50] });
  expect(await table.getByRole('row').count()).toBeLessThan(VISIBLE_ROWS);
  test.info().annotations.push({ type: 'frames', description: await framesWhileScrolling(table) });
  await looksRight(page, 'units-thousands');
});

/** How long a screen stands while the table is scrolled by six rows with each: reported, since it depends on the machine. */
async function framesWhileScrolling(table: Locator): Promise<string> {
  const millis = await table.evaluate(async (frame) => {
    frame.scrollTop = 0;
    const shown = () => new Promise<number>((go) => requestAnimationFrame(go));
    const all: number[] = [];
    for (let before = await shown(); all.length < 300;) {
      frame.scrollTop += 250;
      const now = await shown();
      all.push(now - before);
      before = now;
    }
    return all.sort((a, b) => a - b);
  });
  const [median, late, worst] = [0.5, 0.95, 1].map((part) => millis[Math.ceil(part * millis.length) - 1]);
  return `median ${median} ms, 95 % within ${late} ms, worst ${worst} ms`;
}

const VISIBLE_ROWS = 80;
const AT_ONCE = 1000;

async function city(post: Awaited<ReturnType<typeof ownCompany>>['post']): Promise<string> {
  const { id } = await post<{ id: string }>('/buildings', { name: 'City', address: 'Calle 2' });
  const units = numbered(ENTERPRISE_UNITS, 'V');
  for (let first = 0; first < units.length; first += AT_ONCE) {
    await post(`/buildings/${id}/units/bulk`, { units: units.slice(first, first + AT_ONCE) });
  }
  return id;
}
