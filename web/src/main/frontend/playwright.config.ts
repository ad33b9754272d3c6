import { defineConfig } from '@playwright/test';

const files = (...names: string[]) => names.map((name) => `**/${name}.spec.ts`);

/** Whose tests act on the platform, in company A or in one of their own. All others act in company B. */
const APART = files('console', 'flash', 'identity', 'papers', 'platform', 'units', 'vendor');
const STEERED = files('held');

/** Against a server that runs: BUILDINGOS_URL, or the development stack's own address. */
export default defineConfig({
  testDir: 'e2e',
  // Who steers the server runs those tests alone that need it. Of the others two run at once, never in the same company.
  projects: process.env.SERVER_CONTROL
    ? [{ name: 'steered', testMatch: STEERED }]
    : [
        { name: 'company B', testIgnore: [...APART, ...STEERED], workers: 1 },
        { name: 'apart', testMatch: APART, workers: 1 },
      ],
  outputDir: process.env.E2E_OUTPUT ?? 'test-results',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.BUILDINGOS_URL ?? 'http://localhost:8080',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // Steps and what the page was made of; a film besides costs as much as the test.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
