// Measures the built pages of a running server: BUILDINGOS_URL, or the development stack's own address. Fails when a page
// misses what it is held to. LIGHTHOUSE_RUNS=3 takes the median of three; the machine should be idle otherwise.
import { chromium } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const base = process.env.BUILDINGOS_URL ?? 'http://localhost:8080';
const runs = Number(process.env.LIGHTHOUSE_RUNS ?? 1);
const reports = fileURLToPath(new URL('../../../target/lighthouse', import.meta.url));
const chrome = process.env.CHROMIUM ?? '/usr/bin/chromium';
const AT_LEAST = { performance: 90, accessibility: 100, 'best-practices': 95 };
const PAGES = [
  ['login', null, '/login'],
  ['dashboard', 'owner.a', '/today'],
  ['tickets', 'owner.a', '/tickets'],
  ['jobs', 'superadmin', '/platform/jobs'],
];

mkdirSync(reports, { recursive: true });
let missed = false;

/** A browser's folder, in which this user is logged in. */
async function folderOf(user) {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  if (user) {
    const browser = await chromium.launchPersistentContext(folder, {
      executablePath: chrome,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
      locale: 'en-GB',
    });
    const page = await browser.newPage();
    await page.goto(`${base}/login`);
    await page.getByLabel('E-mail address').fill(`${user}@example.com`);
    await page.getByRole('textbox', { name: 'Password' }).fill('Demo-Building-2026!');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL((address) => !address.pathname.includes('login'));
    await page.waitForLoadState('networkidle');
    await browser.close();
  }
  return folder;
}

/** Logged in anew each time: the browser under measurement is ended before it has kept the session it went on with. */
async function measure(user, name, address, form) {
  const folder = await folderOf(user);
  const report = join(reports, `${name}-${form}.json`);
  execFileSync(
    'lighthouse',
    [
      `${base}${address}`,
      `--chrome-flags=--headless=new --no-sandbox --disable-gpu --lang=en-GB --user-data-dir=${folder}`,
      '--disable-storage-reset',
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      `--only-categories=${Object.keys(AT_LEAST).join(',')}`,
      ...(form === 'desktop' ? ['--preset=desktop'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CHROME_PATH: chrome } },
  );
  rmSync(folder, { recursive: true, force: true });
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'));
  const scores = Object.fromEntries(
    Object.keys(AT_LEAST).map((category) => [category, Math.round(100 * categories[category].score)]),
  );
  const missing = Object.keys(AT_LEAST).flatMap((category) =>
    categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
      .map(({ id }) => `${id} ${audits[id].displayValue ?? ''}`.trim()),
  );
  return { scores, missing, performance: scores.performance };
}

for (const [name, user, address] of PAGES) {
  for (const form of ['desktop', 'phone']) {
    const all = [];
    while (all.length < runs) all.push(await measure(user, name, address, form));
    const median = all.sort((one, other) => one.performance - other.performance)[Math.floor(runs / 2)];
    const short = Object.entries(AT_LEAST).filter(([category, least]) => median.scores[category] < least);
    missed ||= short.length > 0;
    const figures = Object.values(median.scores).join(' / ');
    console.log(
      `${name.padEnd(10)} ${form.padEnd(8)} ${figures}${short.length ? `  MISSED: ${median.missing.join(', ')}` : ''}`,
    );
  }
}
process.exit(missed ? 1 : 0);
