import { ensureBrowsers, ensureLibreOffice, ensurePackages, handOver } from './lib/bootstrap.mjs';

ensurePackages();
await ensureBrowsers(['chromium', 'firefox']);
ensureLibreOffice();
handOver('test.ts', process.argv.slice(2));
