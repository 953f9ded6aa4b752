import { browser } from '#imports';
import { type OffscreenWork, sendMessage } from '@/utils/messaging/protocol';

/**
 * Chromium's background is a service worker: it has no `URL.createObjectURL` and cannot make workers. A document does
 * that for it, and goes on when the service worker is stopped; there can be only one. It is opened when it is needed
 * and closed when it is not in use. Here is the one place that does either.
 * https://developer.chrome.com/docs/extensions/reference/api/offscreen
 */
const PAGE = 'offscreen.html';
/** The next file often comes soon, in milliseconds. */
const IDLE_MS = 15_000;
/** Closes what a service worker has left open that was stopped before its time. */
const ALARM = 'offscreen';

let asking = 0;
let idle: ReturnType<typeof setTimeout> | undefined;
/** Opening and closing, one after the other. */
let line: Promise<unknown> = Promise.resolve();

/** To be called in the first turn. */
export function followOffscreen(): void {
  browser.alarms.onAlarm.addListener(({ name }) => (name === ALARM ? closeUnlessUsed() : undefined));
}

/** Asks the document something, which is opened for it. */
export async function askDocument<T>(ask: () => Promise<T>): Promise<T> {
  clearTimeout(idle);
  asking++;
  try {
    await inLine(open);
    return await ask();
  } finally {
    asking--;
    if (asking === 0) idle = setTimeout(() => void closeUnlessUsed(), IDLE_MS);
  }
}

/** What the document is in use for; nothing when there is none. */
export async function documentWork(): Promise<OffscreenWork> {
  return (await hasDocument()) ? sendMessage('offscreenWork') : { backup: false, media: false };
}

export function closeUnlessUsed(): Promise<void> {
  return inLine(async () => {
    const { backup, media } = await documentWork();
    if (backup || media || asking > 0) return;
    if (await hasDocument()) await browser.offscreen.closeDocument();
    await browser.alarms.clear(ALARM);
  });
}

async function open(): Promise<void> {
  if (await hasDocument()) return;
  await browser.offscreen.createDocument({
    url: PAGE,
    reasons: ['WORKERS', 'BLOBS'],
    justification:
      'Looks in a worker into pictures and films that the reader wants checked for signs of AI, and builds the backup that the reader has scheduled and holds it while it is saved',
  });
  browser.alarms.create(ALARM, { periodInMinutes: 0.5 });
}

async function hasDocument(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}

/** A step that failed does not stop the next. */
function inLine(step: () => Promise<void>): Promise<void> {
  const made = line.then(step, step);
  line = made.catch(() => undefined);
  return made;
}
