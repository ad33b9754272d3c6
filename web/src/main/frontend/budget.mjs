// What a browser fetches of script, compressed, before a first page is there: the build fails when it grows over this.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT = 250_000;
const ENTRY = 'index.html';
const LOGIN = ENTRY;
const FIRST_PAGES = [LOGIN, 'src/features/home/HomePage.tsx'];

/** Reads Vite's manifest, and takes it away: nobody needs it where the pages are served. */
export function holdBudget(built) {
  const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8'));
  rmSync(join(built, '.vite'), { recursive: true });
  const needed = (part, seen = new Set()) => {
    if (seen.has(part)) return seen;
    seen.add(part);
    for (const each of manifest[part].imports ?? []) needed(each, seen);
    return seen;
  };
  for (const page of FIRST_PAGES) {
    const parts = new Set([...needed(ENTRY), ...needed(page)]);
    const files = new Set(
      [...parts].map((part) => manifest[part].file).filter((name) => name.endsWith('.js')),
    );
    const size = [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length,
      0,
    );
    if (size > LIMIT) {
      throw new Error(`${page} and what it needs are ${size} bytes of compressed script, more than ${LIMIT}`);
    }
  }
}
