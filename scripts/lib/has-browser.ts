import { type BrowserName, findBrowser } from './browsers.ts';

process.exit(findBrowser(process.argv[2] as BrowserName) ? 0 : 1);
