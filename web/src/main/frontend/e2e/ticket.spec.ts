import { apiOf, expect, logIn, looksRight, test } from './pages';

test('an administrator opens a ticket, takes it, talks about it and resolves it', async ({ page }) => {
  await logIn(page, 'admin.b');
  await page.getByRole('link', { name: 'Tickets' }).click();
  await looksRight(page, 'tickets');
  await page.getByRole('button', { name: 'Open ticket' }).first().click();
  const title = `Lift ${Date.now()}`;
  const form = page.getByRole('dialog');
  await form.getByLabel('Title').fill(title);
  await form.getByRole('combobox', { name: 'Building' }).click();
  await page.getByRole('option').first().click();
  await form.getByLabel('Description').fill('It stops between two floors.');
  await form.getByRole('button', { name: 'Open ticket' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();

  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible();
  await page.getByText('Staff only', { exact: true }).click();
  await page.getByLabel('Write a comment').fill('The vendor comes at ten.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('region', { name: 'Comments' }).getByText('The vendor comes')).toBeVisible();
  await expect(page.getByLabel('Write a comment')).toHaveValue('');

  const files = page.getByRole('region', { name: 'Files' });
  await files.locator('input[type=file]').setInputFiles([
    { name: 'lift.png', mimeType: 'image/png', buffer: await page.screenshot() },
    { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
  ]);
  await expect(files.getByRole('alert')).toContainText('setup.exe');
  await files.getByRole('button', { name: 'lift.png', exact: true }).click();
  await expect(page.getByRole('dialog').getByAltText('lift.png')).toBeVisible();
  await looksRight(page, 'ticket-attachment');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Start work' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start work' }).click();
  await page.getByRole('button', { name: 'Resolve' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('New cable.');
  await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByRole('main').getByRole('button', { name: 'Close' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' }).getByText('New cable.')).toBeVisible();
  await looksRight(page, 'ticket');

  await page.goto(`/tickets?view=board&q=${encodeURIComponent(title)}`);
  await expect(
    page.getByRole('region', { name: 'Resolved' }).getByRole('link', { name: title }),
  ).toBeVisible();
  await looksRight(page, 'tickets-board');

  // By keyboard: from the card's link to its menu, and from there to another column.
  await page.getByRole('link', { name: title }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu').locator(':focus')).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Closed' }).getByRole('link', { name: title })).toBeVisible();
});

test('a moved card is in its new column at once, and goes back if somebody else was faster', async ({
  page,
  request,
}) => {
  const post = await apiOf(request, 'operator.b');
  const [building] = (await post<{ items: { id: string }[] }>('/buildings', undefined, 'GET')).items;
  const title = `Door ${Date.now()}`;
  const { id } = await post<{ id: string }>('/tickets', {
    title,
    description: 'It does not close.',
    category: 'REPAIR',
    priority: 'LOW',
    buildingId: building?.id,
  });
  await logIn(page, 'operator.b');
  await page.goto(`/tickets?view=board&q=${encodeURIComponent(title)}`);
  const card = (column: string) =>
    page.getByRole('region', { name: column, exact: true }).getByRole('link', { name: title });
  let answer = (): void => {};
  const held = new Promise<void>((go) => (answer = go));
  await page.route('**/transition', async (route) => {
    await held;
    await route.continue();
  });
  const move = async (act: string): Promise<void> => {
    await page.getByRole('button', { name: /^Move ticket/ }).click();
    await page.getByRole('menuitem', { name: act }).click();
  };
  await move('Start work');
  await expect(card('In progress')).toBeFocused();
  await expect(card('Open')).toBeHidden();
  await post(`/tickets/${id}/transition`, { to: 'CLOSED' });
  answer();
  await expect(page.getByRole('alert')).toContainText('stays where it was');
  await expect(card('Closed')).toBeVisible();
  await expect(card('In progress')).toBeHidden();

  await move('Open again');
  await move('Start work');
  await move('Resolve');
  await expect(card('Resolved')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.reload();
  await expect(card('Resolved')).toBeVisible();
});

test('arrow keys go from card to card, and filters come back by the name they were given', async ({
  page,
}) => {
  await logIn(page, 'operator.b');
  await page.goto('/tickets');
  for (const floor of ['first', 'second']) {
    await page.getByRole('button', { name: 'Open ticket' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Title').fill(`Lamp of the ${floor} floor`);
    await form.getByRole('combobox', { name: 'Building' }).click();
    await page.getByRole('option').first().click();
    await form.getByLabel('Description').fill('It does not light.');
    await form.getByRole('button', { name: 'Open ticket' }).click();
    await page.getByRole('link', { name: 'Tickets' }).first().click();
  }
  await page.goto('/tickets?view=board&q=Lamp');
  const cards = page.getByRole('region', { name: 'Open' }).getByRole('link');
  await cards.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(cards.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cards.first()).toBeFocused();

  const view = `Lamps ${Date.now()}`;
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save these filters' }).click();
  await page.getByRole('dialog').getByLabel('Name of the view').fill(view);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.goto('/tickets');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: view }).click();
  await expect(page).toHaveURL(/view=board&q=Lamp/);
  await page.getByRole('button', { name: view }).click();
  await page.getByRole('menuitem', { name: `Forget “${view}”` }).click();
  await expect(page.getByRole('button', { name: 'Views' })).toBeVisible();
});
