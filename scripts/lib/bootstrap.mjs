/**
 * Gets a fresh clone ready. Runs on Node 20 with nothing installed, so it is plain JavaScript and imports no
 * package. Everything after it runs on the exact Node of the `node` devDependency.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = join(root, 'node_modules', '.qingjian-installed');

/** Installs packages when the lock file is not the one that was installed last, and says so on stderr; generates types. */
export function ensurePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const isInstalled = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
  if (!isInstalled) installPackages(lock);
  // The bundler reads tsconfig.json, which extends what WXT generates.
  if (!existsSync(join(root, '.wxt', 'tsconfig.json')))
    must(node(), [join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare']);
}

/** @param {string} lock hash of the lock file */
function installPackages(lock) {
  console.error('Installing packages (once per lock file) …');
  // Engines of some packages ask for the newer Node that this very step brings.
  must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false']);
  if (!existsSync(node())) {
    console.error(
      `${node()} is missing: the "node" package installs it in a script. Allow install scripts and run again.`,
    );
    process.exit(2);
  }
  writeFileSync(stamp, lock);
}

const PACKAGES = {
  chromium: ['chromium', 'chromium-l10n', 'fonts-noto-cjk'],
  firefox: ['firefox-esr', 'firefox-esr-l10n-zh-cn', 'fonts-noto-cjk'],
};
const LINKS = {
  chromium: 'https://www.chromium.org/getting-involved/download-chromium/',
  firefox: 'https://www.mozilla.org/firefox/enterprise/',
};

/**
 * Makes sure that browsers are there: uses what is installed, else installs with apt where that is allowed.
 * @param {('chromium' | 'firefox')[]} names
 */
export async function ensureBrowsers(names) {
  // Type stripping is on in the Node that ensurePackages brings; an older one asks it instead.
  const missing = names.filter(
    (name) => run(node(), [join(root, 'scripts/lib/has-browser.ts'), name]).status !== 0,
  );
  if (missing.length === 0) return;
  const wanted = missing.flatMap((name) => PACKAGES[name]);
  if (mayInstall()) {
    install(wanted);
    return;
  }
  for (const name of missing) {
    console.error(
      `No ${name} was found. Install it (${LINKS[name]}), on Debian or Ubuntu with: sudo apt-get install ${PACKAGES[name].join(' ')}`,
    );
  }
  process.exit(2);
}

/**
 * Makes sure, where apt may install, that LibreOffice is there to open exported tables. Without it that test is
 * skipped, so its absence is said and nothing more.
 */
export function ensureLibreOffice() {
  if (process.env.QINGJIAN_SOFFICE || run('soffice', ['--version']).status === 0) return;
  if (!mayInstall()) {
    console.error(
      'No LibreOffice was found: exported tables will not be opened in it. On Debian or Ubuntu: sudo apt-get install libreoffice-calc-nogui',
    );
    return;
  }
  install(['libreoffice-calc-nogui']);
}

/** The Node of the `node` devDependency. */
export function node() {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Runs a script of the project under that Node and ends with its exit status. */
export function handOver(script, args) {
  const { status } = run(node(), [join(root, 'scripts', script), ...args], 'inherit');
  process.exit(status ?? 1);
}

function mayInstall() {
  return process.getuid?.() === 0 && run('apt-get', ['--version']).status === 0;
}

/** @param {string[]} packages of Debian */
function install(packages) {
  console.error(`Installing ${packages.join(', ')} …`);
  must('apt-get', ['update', '-qq']);
  must('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** @param {'inherit' | 'ignore'} stdio */
function run(command, args, stdio = 'ignore') {
  const bin = join(root, 'node_modules', '.bin');
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    NODE_NO_WARNINGS: '1',
  };
  return spawnSync(command, args, { cwd: root, env, stdio });
}

function must(command, args) {
  const bin = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (bin.status === 0) return;
  console.error(
    `"${command} ${args.join(' ')}" failed${bin.error ? `: ${bin.error.message}` : ''}. Mend that and run the same command again.`,
  );
  process.exit(bin.status ?? 1);
}
