import { ensureBrowsers, ensurePackages, handOver } from './lib/bootstrap.mjs';

const args = process.argv.slice(2);
ensurePackages();
if (['match', 'page', 'store', 'export', 'media'].includes(args[0])) await ensureBrowsers(['chromium']);
handOver('bench.ts', args);
