import { ensurePackages, handOver } from './lib/bootstrap.mjs';

ensurePackages();
handOver('eval.ts', process.argv.slice(2));
