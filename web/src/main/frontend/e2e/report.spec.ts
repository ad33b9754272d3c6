import { apiOf, expect, logIn, looksRight, test } from './pages';

test('an owner sees collection and delinquency, and takes the figures away', async ({ page, request }) => {
  const post = await apiOf(request, 'owner.b');
  const run = Date.now();
  const { id } = await post<{ id: string }>('/buildings', { name: `Informe ${run}`, address: 'Calle 1' });
  await post(`/buildings/${id}/units/bulk`, {
    units: [{ code: `R${run}`, type: 'APARTMENT', areaM2: 50, share: 1, billable: true }],
  });
  await post(`/buildings/${id}/charges`, {
    period: '2026-01',
    type: 'COMMON',
    concept: 'Expenses',
    dueOn: '2026-01-10',
    total: null,
    amountPerUnit: { amountMinor: 123_456, currency: 'EUR' },
  });

  await logIn(page, 'owner.b');
  await page.getByRole('link', { name: 'Reports' }).click();
  await page.getByRole('combobox', { name: 'Building' }).fill(`Informe ${run}`);
  await page.getByRole('option', { name: `Informe ${run}` }).click();
  await expect(page.getByRole('region', { name: 'Units that owe most' }).first()).toContainText(`R${run}`);
  await expect(page.getByText('€1,234.56').first()).toBeVisible();
  // The chart says its figures to those who can't see it.
  await expect(
    page.getByRole('figure', { name: /overdue today/ }).getByRole('cell', { name: '€1,234.56' }),
  ).toBeAttached();
  await looksRight(page, 'report-money');
  for (const [tab, name] of [
    ['Tickets', 'report-tickets'],
    ['Announcements', 'report-announcements'],
    ['Activity', 'report-activity'],
    ['Exports', 'report-exports'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await looksRight(page, name);
  }
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Charges as CSV' }).click();
  expect((await file).suggestedFilename()).toMatch(/\.csv$/);
  const sheet = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tickets as Excel' }).click();
  expect((await sheet).suggestedFilename()).toMatch(/\.xlsx$/);
});

test('today shows what waits, and how money and tickets went', async ({ page }) => {
  const reports: string[] = [];
  page.on('request', (asked) => asked.url().includes('/reports/') && reports.push(asked.url()));
  await logIn(page, 'operator.b');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(page.getByRole('figure', { name: /Charged and collected/ })).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Tickets opened, month by month' })).toBeVisible();
  expect(reports).toHaveLength(1);
  await looksRight(page, 'today-charts');
});
