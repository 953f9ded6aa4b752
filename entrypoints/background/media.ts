import * as v from 'valibot';
import { browser, storage } from '#imports';
import { MediaDesk, type Place } from '@/utils/evidence/desk/desk';
import { Pacer, type Paces } from '@/utils/evidence/desk/pace';
import { MediaQueue } from '@/utils/evidence/desk/queue';
import type { BytesGiven, BytesWanted } from '@/utils/evidence/engine/order';
import { onMessage, sendMessage } from '@/utils/messaging/protocol';
import {
  BytesGivenSchema,
  BytesWantedSchema,
  MediaRequestSchema,
  NothingSchema,
  TabSchema,
} from '@/utils/messaging/schema';
import { MediaCache } from '@/utils/storage/media-cache';
import { mediaSites } from '@/utils/storage/settings';
import { checkMessage, checkOwnPage, checkOwnSite, refusal } from './guard';
import { documentEngine, ownEngine } from './media-engine';

/** How often hosts were asked: must outlive the background, but not the browser. */
const mediaPaces = storage.defineItem<Paces>('session:mediaPaces', { fallback: {} });
const STOPPED: BytesGiven = { ok: false, why: 'stopped' };

/** Everything about looking into the files of posts: who may ask for it, at what pace, and where the bytes come from. */
export function registerMedia(): void {
  /** Opened when the first file is asked for. */
  let desk: Promise<MediaDesk> | undefined;
  const openDesk = () => (desk ??= newDesk((wanted) => askPage(desk, wanted)));
  onMessage('checkMedia', async (message) => {
    const { postKey, media, by } = checkMessage(MediaRequestSchema, message);
    const site = postKey.slice(0, postKey.indexOf(':'));
    checkOwnSite(message, [site]);
    if (by === 'view' && !(await mediaSites.getValue()).includes(site))
      throw refusal(message.type, 'the reader has not turned it on for the site');
    const { tab, frameId } = message.sender;
    const place = { tab: tab!.id!, frame: frameId ?? 0 };
    return (await openDesk()).check({ media, by, site, place, isPrivate: tab!.incognito });
  });
  onMessage('stopMedia', async (message) => {
    (await desk)?.stop(tabOf(message));
  });
  onMessage('needPageBytes', (message) => {
    checkOwnPage(message);
    return askPage(desk, v.parse(BytesWantedSchema, message.data));
  });
  browser.tabs.onRemoved.addListener(async (tab) => (await desk)?.stop(tab));
  browser.permissions.onRemoved.addListener(async () => (await desk)?.stopForbidden());
  mediaSites.watch(async (sites) => (await desk)?.stopViews(sites));
}

function tabOf(message: Parameters<typeof checkMessage>[1]): number {
  if (message.data == null) {
    checkMessage(NothingSchema, message);
    return message.sender.tab!.id!;
  }
  checkOwnPage(message);
  return v.parse(TabSchema, message.data);
}

async function newDesk(ask: (wanted: BytesWanted) => Promise<BytesGiven>): Promise<MediaDesk> {
  const paces: Paces = { ...(await mediaPaces.getValue()) };
  const clock = {
    now: Date.now,
    after: (ms: number, then: () => void) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  };
  // The session's storage being full, what is remembered here still holds as long as this background does.
  const remember = () => mediaPaces.setValue(paces).catch(() => undefined);
  const queue = new MediaQueue(new Pacer(paces), clock, remember);
  const engine = import.meta.env.FIREFOX
    ? ownEngine(ask, async (askPage) =>
        (await import('@/utils/evidence/engine/worker-engine')).openEngine(askPage),
      )
    : documentEngine;
  return new MediaDesk({ engine, cache: new MediaCache(), queue, clock, mayAsk });
}

/** An address that no permission can name, such as one without a host, is not allowed. */
async function mayAsk(url: string): Promise<boolean> {
  const origins = [`https://${new URL(url).hostname}/*`];
  return browser.permissions.contains({ origins }).catch(() => false);
}

/** Asks the page that shows a file for a part of it. What a page's own process sends is checked like any message. */
async function askPage(desk: Promise<MediaDesk> | undefined, wanted: BytesWanted): Promise<BytesGiven> {
  const place: Place | undefined = (await desk)?.placeOf(wanted.id);
  if (!place) return STOPPED;
  const { tab: tabId, frame: frameId } = place;
  // A page that was left meanwhile answers nothing.
  const given: unknown = await sendMessage('givePageBytes', wanted, { tabId, frameId }).catch(() => STOPPED);
  const result = v.safeParse(BytesGivenSchema, given);
  return result.success ? result.output : { ok: false, why: 'refused' };
}
