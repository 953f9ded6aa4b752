import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type HTTPRequest, type Page, type Target } from 'puppeteer-core';
import { type BrowserName, findBrowser } from './browsers.ts';

/** Answers a request that a page makes; `undefined` means "not found". Nothing ever reaches a network. */
export type PageServer = (url: URL) =>
  | {
      body: string | Uint8Array;
      type: string;
      headers?: Record<string, string>;
    }
  | undefined;

export interface LaunchOptions {
  browser: BrowserName;
  /** Folder of the built extension. */
  extension: string;
  headless?: boolean;
  language?: 'zh-CN' | 'en-US';
  serve?: PageServer;
  /**
   * `host:port` of a proxy that answers in the place of every host, with certificates that nobody vouches for; `serve`
   * is then not asked. It also gets what the extension itself asks for, which no page's requests tell of.
   */
  proxy?: string;
  /** Firefox only: further preferences. */
  preferences?: Record<string, boolean | number | string>;
  /** Folder for downloads; without it the browser asks or refuses. */
  downloads?: string;
}

/** A browser with the extension loaded and the verbs that tests and the tour need. */
export interface Driven {
  name: BrowserName;
  browser: Browser;
  /** Address of a page of the extension. */
  extensionUrl: (path: string) => string;
  newPage: () => Promise<Page>;
  close: () => Promise<void>;
}

/** Debian's Chromium as root needs the sandbox off; the rest keeps browsers from looking for a network. */
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const FIREFOX_ID = 'qingjian@qingjian.example';
/** Firefox draws a random host for each install unless one is set. */
const FIREFOX_UUID = '7d1f5a52-5c1e-4f0e-9a7b-2f6a3c8e41d0';

/** @throws Error saying what to install when the browser is missing */
export async function launch(options: LaunchOptions): Promise<Driven> {
  const executablePath = findBrowser(options.browser);
  if (!executablePath)
    throw new Error(`No ${options.browser} was found; see README "Browsers" for how to install one`);
  const profile = await mkdtemp(join(tmpdir(), 'qingjian-profile-'));
  const { browser, base } = await (options.browser === 'chromium' ? chromium : firefox)(
    options,
    executablePath,
    profile,
  );
  const serve = options.proxy ? undefined : (options.serve ?? (() => undefined));
  // Pages that a person or a link opens are served like those that are opened here.
  browser.on('targetcreated', (target) => {
    if (serve && target.type() === 'page') void serveOpened(target, serve);
  });
  return {
    name: options.browser,
    browser,
    extensionUrl: (path) => base + path,
    newPage: async () => {
      const page = await browser.newPage();
      if (serve) await serveTo(page, serve);
      return page;
    },
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function chromium(
  { extension, headless = true, language, downloads, proxy }: LaunchOptions,
  executablePath: string,
  userDataDir: string,
) {
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir,
    headless,
    pipe: true,
    enableExtensions: true,
    ...(downloads && {
      downloadBehavior: { policy: 'allow' as const, downloadPath: downloads },
    }),
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: [
      ...CHROMIUM_ARGS,
      ...(language ? [`--lang=${language}`, `--accept-lang=${language}`] : []),
      ...(proxy ? [`--proxy-server=http://${proxy}`, '--ignore-certificate-errors'] : []),
    ],
    env: {
      ...process.env,
      ...(language && { LANGUAGE: language.replace('-', '_') }),
    },
  });
  const id = await browser.installExtension(extension);
  return { browser, base: `chrome-extension://${id}` };
}

async function firefox(
  { extension, headless = true, language, downloads, preferences, proxy }: LaunchOptions,
  executablePath: string,
  userDataDir: string,
) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    userDataDir,
    headless,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: ['--remote-allow-system-access'],
    acceptInsecureCerts: proxy !== undefined,
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({
        [FIREFOX_ID]: FIREFOX_UUID,
      }),
      ...preferences,
      ...(proxy && proxyPreferences(proxy)),
      ...(language && { 'intl.locale.requested': language }),
      ...(downloads && {
        'browser.download.folderList': 2,
        // The panel takes the focus off the page some time after a download; Enter then presses no button there.
        'browser.download.alwaysOpenPanel': false,
        'browser.download.dir': downloads,
      }),
    },
  });
  await browser.installExtension(extension);
  return { browser, base: `moz-extension://${FIREFOX_UUID}` };
}

function proxyPreferences(proxy: string) {
  const [host = '', port] = proxy.split(':');
  return { 'network.proxy.type': 1, 'network.proxy.ssl': host, 'network.proxy.ssl_port': Number(port) };
}

async function serveOpened(target: Target, serve: PageServer): Promise<void> {
  try {
    const page = await target.page();
    if (page) await serveTo(page, serve);
  } catch {
    // Closed again before it could be served, or one of Firefox's own frames, which cannot be: nobody opened it.
  }
}

const served = new WeakMap<Page, Promise<void>>();

/** Answers every request of a page itself; once per page, however often it is asked for. */
export function serveTo(page: Page, serve: PageServer): Promise<void> {
  const before = served.get(page);
  if (before) return before;
  page.on('request', (request) => {
    // A request whose page has moved on or was closed can no longer be answered, and nobody waits for it.
    answer(request, serve).catch(() => undefined);
  });
  const serving = page.setRequestInterception(true);
  served.set(page, serving);
  serving.catch(() => served.delete(page));
  return serving;
}

async function answer(request: HTTPRequest, serve: PageServer): Promise<void> {
  const url = new URL(request.url());
  if (!/^https?:$/.test(url.protocol)) return request.continue();
  const found = serve(url);
  await request.respond(
    found
      ? {
          status: 200,
          contentType: found.type,
          headers: found.headers ?? {},
          body: found.body,
        }
      : {
          status: 404,
          contentType: 'text/plain; charset=utf-8',
          body: 'Not part of this demo; nothing was requested from the network.',
        },
  );
}
