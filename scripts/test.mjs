import { ensureBrowsers, ensurePackages, handOver } from './lib/bootstrap.mjs';

ensurePackages();
await ensureBrowsers(['chromium', 'firefox']);
handOver('test.ts', process.argv.slice(2));
