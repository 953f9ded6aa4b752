import { ensureBrowsers, ensurePackages, handOver } from './lib/bootstrap.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--browser');
const browser = at < 0 ? 'chromium' : args[at + 1];
if (browser !== 'chromium' && browser !== 'firefox') {
  console.error('Usage: npm start -- [--headless] [--browser chromium|firefox] [--language zh-CN|en-US]');
  process.exit(2);
}
ensurePackages();
await ensureBrowsers([browser]);
handOver('tour.ts', args);
