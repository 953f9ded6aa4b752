import { ensurePackages, handOver } from './lib/bootstrap.mjs';

ensurePackages();
handOver('inspect.ts', process.argv.slice(2));
