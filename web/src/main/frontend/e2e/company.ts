import type { APIRequestContext, Page } from '@playwright/test';
import { apiOf, expect, PASSWORD, poster } from './pages';

/** What the largest plan allows, less one. */
export const ENTERPRISE_UNITS = 9_998;

/** A company that signs up for one test, with the largest plan: it may have more units than the demonstration's do. */
export async function ownCompany(request: APIRequestContext, name: string) {
  const email = `${name.toLowerCase()}.${Date.now()}@example.com`;
  const octet = () => Math.floor(Math.random() * 250) + 1;
  const answer = await request.post('/api/v1/auth/signup', {
    data: {
      email,
      password: PASSWORD,
      name: 'Olga Owner',
      tenant: { name: `${name} ${Date.now()}`, type: 'MANAGEMENT_COMPANY', currency: 'EUR', timeZone: 'UTC' },
    },
    // Few sign up from one address within an hour; behind a trusted proxy, each of these comes from its own.
    headers: { 'X-Forwarded-For': `10.${octet()}.${octet()}.${octet()}` },
  });
  if (!answer.ok()) throw new Error(`signup: ${answer.status()} ${await answer.text()}`);
  const { accessToken } = (await answer.json()) as { accessToken: string };
  const me = await request.get('/api/v1/auth/me', { headers: { Authorization: `Bearer ${accessToken}` } });
  const { tenantId } = (await me.json()) as { tenantId: string };
  const platform = await apiOf(request, 'superadmin');
  await platform(`/platform/tenants/${tenantId}/plan`, { plan: 'ENTERPRISE' }, 'PUT');
  return {
    post: poster(request, accessToken),
    logIn: async (page: Page): Promise<void> => {
      await page.goto('/login');
      await page.getByLabel('E-mail address').fill(email);
      await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Log in' }).click();
      await expect(page).not.toHaveURL(/login/);
    },
  };
}
