import { defineConfig } from '@playwright/test';

/** Against a server that runs: BUILDINGOS_URL, or the development stack's own address. */
export default defineConfig({
  testDir: 'e2e',
  // Who steers the server runs those tests alone that need it.
  testMatch: process.env.SERVER_CONTROL ? '**/held.spec.ts' : '**/*.spec.ts',
  testIgnore: process.env.SERVER_CONTROL ? [] : '**/held.spec.ts',
  outputDir: process.env.E2E_OUTPUT ?? 'test-results',
  workers: 1,
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
