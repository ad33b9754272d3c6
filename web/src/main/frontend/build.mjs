// What Maven runs: installs and builds only what changed since the last time, tests when asked to (--test).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { holdBudget } from './budget.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `The pages are built with Node.js 20.19 or newer; this is ${process.versions.node}. README.md says how to get one.`,
  );
  process.exit(1);
}

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../../../target');
const built = join(target, 'frontend');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function run(command, ...words) {
  try {
    execFileSync(command, words, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  } catch (failure) {
    if (failure.code === 'ENOENT') {
      console.error(`The pages are built with Node.js 20.19 or newer: ${command} is not on the PATH.`);
    }
    process.exit(1);
  }
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function digest(...paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((each) => (statSync(each).isDirectory() ? files(each) : [each]))) {
    hash.update(path.slice(here.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Does the work unless the mark says that it was done for the same input. */
function once(mark, input, work) {
  if (existsSync(mark) && readFileSync(mark, 'utf8') === input) return;
  work();
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, input);
}

function compress() {
  for (const file of files(built).filter((name) => /\.(js|css|svg|html|webmanifest)$/.test(name))) {
    const whole = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(whole, { level: 9 }));
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(whole, {
        params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
      }),
    );
  }
}

once(join(here, 'node_modules/.installed'), digest(join(here, 'package-lock.json')), () =>
  run(npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'),
);

const description = join(here, '../openapi/openapi.yaml');
const client = join(here, 'src/kernel/schema.d.ts');
if (!existsSync(client)) writeFileSync(client, '');
once(join(target, 'frontend-client.mark'), digest(description), () => run(npm, 'run', '-s', 'client'));

const sources = digest(
  ...['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'].map((name) =>
    join(here, name),
  ),
);
if (process.argv.includes('--test')) {
  once(join(target, 'frontend-tests.mark'), sources, () => {
    run(npm, 'run', '-s', 'format:check');
    run(npm, 'test', '--silent');
  });
} else {
  once(join(built, 'built'), sources, () => {
    run(npm, 'run', '-s', 'check');
    run(npm, 'exec', '--', 'vite', 'build', '--logLevel', 'warn');
    holdBudget(built);
    compress();
  });
}
