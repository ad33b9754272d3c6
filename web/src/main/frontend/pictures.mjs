// Takes the README's pictures from a running stack with demonstration data: BUILDINGOS_URL, or the development stack's own.
import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const base = process.env.BUILDINGOS_URL ?? 'http://localhost:8080';
const folder = fileURLToPath(new URL('../../../../ear/src/site/resources/images', import.meta.url));
const PICTURES = [
  ['building', 'owner.a', '/buildings', { width: 1280, height: 800 }, 'light', true],
  ['console', 'superadmin', '/platform', { width: 1280, height: 800 }, 'light', false],
  ['backups', 'superadmin', '/platform/backups', { width: 1280, height: 800 }, 'dark', false],
  ['home', 'resident.b', '/home', { width: 390, height: 800 }, 'light', false],
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [name, user, address, viewport, colorScheme, first] of PICTURES) {
  const page = await browser.newPage({ viewport, colorScheme, locale: 'en-GB' });
  await page.goto(`${base}/login`);
  await page.getByLabel('E-mail address').fill(`${user}@example.com`);
  await page.getByRole('textbox', { name: 'Password' }).fill('Demo-Building-2026!');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL((now) => !now.pathname.includes('login'));
  await page.goto(base + address);
  // The first thing of the list rather than the list.
  if (first) {
    await page.getByRole('table').getByRole('link').first().click();
    await page.waitForURL((now) => now.pathname !== address);
    await page.getByRole('table').first().waitFor();
  }
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.getAnimations().every((each) => each.playState !== 'running'));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
