import type { APIRequestContext, Page } from '@playwright/test';
import { ownCompany } from './company';
import { apiOf, expect, logIn, looksRight, test } from './pages';

/** A building that nobody else charges or pays in, with units that share it in thirds. */
async function building(request: APIRequestContext, run: number): Promise<string> {
  const post = await apiOf(request, 'owner.b');
  const { id } = await post<{ id: string }>('/buildings', { name: `Torre ${run}`, address: 'Calle Mayor 1' });
  const unit = (code: string, share: number) => ({
    code,
    type: 'APARTMENT',
    areaM2: 50,
    share,
    billable: true,
  });
  await post(`/buildings/${id}/units/bulk`, {
    units: [unit(`A${run}`, 0.3333), unit(`B${run}`, 0.3333), unit(`C${run}`, 0.3334)],
  });
  return id;
}

async function chargeBuilding(page: Page, run: number): Promise<void> {
  await page.getByRole('link', { name: 'Charges', exact: true }).click();
  await page.getByRole('button', { name: 'Charge a building' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Building' }).click();
  await page.getByRole('option', { name: `Torre ${run}` }).click();
  await dialog.getByLabel('Concept').fill('Expenses');
  await dialog.getByLabel('Total to split').fill('100,00');
  await dialog.getByLabel('Due').fill('2026-01-10');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.getByRole('row', { name: `C${run}` })).toContainText('33.34');
  await expect(dialog.getByText('3 units')).toContainText('100.00');
  await looksRight(page, 'charges-preview');
  await dialog.getByRole('button', { name: 'Post 3 charges' }).click();
  await expect(page).toHaveURL(/\/charges\?batch=/);
}

async function recordPayment(page: Page, run: number): Promise<void> {
  await page.getByRole('link', { name: 'Payments', exact: true }).click();
  await page.getByRole('button', { name: 'Record payment' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Building' }).fill(`Torre ${run}`);
  await page.getByRole('option', { name: `Torre ${run}` }).click();
  await dialog.getByRole('combobox', { name: 'Unit' }).click();
  await page.getByRole('option', { name: `C${run}` }).click();
  await dialog.getByLabel('Amount').fill('40');
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'transfer.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  });
  await dialog.getByRole('button', { name: 'Submit payment' }).click();
  await expect(dialog).toBeHidden();
}

async function mendAndCancel(page: Page, torre: string, run: number): Promise<void> {
  await page.goto(`/charges?building=${torre}`);
  await page
    .getByRole('row', { name: `A${run}` })
    .getByRole('link')
    .click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByLabel('Amount').fill('30.5');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('30.50').first()).toBeVisible();
  await page.getByRole('button', { name: 'Cancel charge' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('charged by mistake');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel charge' }).click();
  await expect(page.getByText('charged by mistake')).toBeVisible();
  await looksRight(page, 'charge');

  await page.goto(`/buildings/${torre}`);
  await page.getByRole('link', { name: 'Account', exact: true }).click();
  await expect(page.getByRole('row', { name: 'Expenses' })).toHaveCount(1);
  await looksRight(page, 'building-account');
}

test('a building is charged to the cent, and a payment is reviewed by keyboard beside its proof', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const run = Date.now();
  const torre = await building(request, run);
  await logIn(page, 'owner.b');
  await looksRight(page, 'today');
  await chargeBuilding(page, run);
  await expect(page.getByRole('row', { name: 'Expenses' })).toHaveCount(3);
  await looksRight(page, 'charges');
  await recordPayment(page, run);
  await looksRight(page, 'payments');

  await page.getByRole('link', { name: 'Review' }).click();
  // Other payments may wait as well, and longer.
  await page.getByRole('button', { name: `C${run}` }).click();
  await expect(page.getByAltText('Proof of payment')).toBeVisible();
  await looksRight(page, 'payments-review');
  await page.getByRole('button', { name: `C${run}` }).click();
  await page.keyboard.press('a');
  await expect(page.getByText(/Approved, receipt/)).toBeVisible();
  await expect(page.getByRole('button', { name: `C${run}` })).toBeHidden();

  await page.goto(`/payments?building=${torre}`);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: `Payment for unit C${run}` })).toBeVisible();
  await expect(page.getByText('approved', { exact: true })).toBeVisible();
  await looksRight(page, 'payment');
  await page.getByRole('link', { name: `C${run}` }).click();
  // 33.34 charged, 40.00 paid.
  await expect(page.getByText('Paid ahead')).toBeVisible();
  await expect(page.getByRole('row', { name: 'Payment' })).toContainText('6.66');
  await looksRight(page, 'unit-account');
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect((await file).suggestedFilename()).toMatch(/^statement-C\d+-.*\.csv$/);
  await mendAndCancel(page, torre, run);
});

test('a queue of payments is decided by keyboard alone', async ({ page, request }) => {
  const company = await ownCompany(request, 'Keys');
  const { id } = await company.post<{ id: string }>('/buildings', { name: 'Keys', address: 'Calle 3' });
  await company.post(`/buildings/${id}/units/bulk`, {
    units: ['A', 'B', 'C'].map((code) => ({
      code,
      type: 'APARTMENT',
      areaM2: null,
      share: null,
      billable: true,
    })),
  });
  const units = await company.post<{ items: { id: string }[] }>(`/buildings/${id}/units`, undefined, 'GET');
  for (const unit of units.items) {
    await company.post('/payments', {
      unitId: unit.id,
      method: 'CASH',
      amount: { amountMinor: 1_000, currency: 'EUR' },
      reference: null,
      paidOn: '2026-01-10',
      confirmed: false,
    });
  }
  await company.logIn(page);
  await page.goto('/payments');
  await page.getByRole('link', { name: 'Review' }).focus();
  await page.keyboard.press('Enter');
  const current = page.getByRole('navigation', { name: 'Queue' }).locator('[aria-current=true]');
  await expect(current).toContainText('A');
  await page.keyboard.press('j');
  await expect(current).toContainText('B');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(current).toContainText('B');
  await page.keyboard.press('a');
  await expect(page.getByText('2 waiting')).toBeVisible();
  await expect(current).toContainText('C');
  await page.keyboard.press('r');
  await page.keyboard.type('no such transfer');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 waiting')).toBeVisible();
  await expect(current).toContainText('A');
  await page.keyboard.press('a');
  await expect(page.getByText('Nothing to review')).toBeVisible();
});
