import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Names under which the two families are installed, most common first. */
const COMMANDS: Record<BrowserName, readonly string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'brave-browser',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const PLACES: Record<BrowserName, readonly string[]> = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Overrides the search, for instance `QINGJIAN_CHROMIUM=/opt/chrome/chrome`. */
const VARIABLES: Record<BrowserName, string> = {
  chromium: 'QINGJIAN_CHROMIUM',
  firefox: 'QINGJIAN_FIREFOX',
};

/** The executable of an installed browser, or `undefined`. */
export function findBrowser(name: BrowserName): string | undefined {
  const named = process.env[VARIABLES[name]];
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...paths, ...PLACES[name]].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
