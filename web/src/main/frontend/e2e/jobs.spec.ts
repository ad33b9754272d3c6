import { expect, hasEnded, logIn, looksRight, platformHeaders, test } from './pages';

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
