import { ensureBrowsers, ensurePackages, handOver } from './lib/bootstrap.mjs';

const args = process.argv.slice(2);
ensurePackages();
if (args[0] === 'match' || args[0] === 'page') await ensureBrowsers(['chromium']);
handOver('bench.ts', args);
