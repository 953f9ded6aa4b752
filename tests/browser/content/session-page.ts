import { vi } from 'vitest';

/** What the session of a page hears from outside, and what it leaves behind. */

type Handler = (message: { data: unknown }) => unknown;
export const handlers = new Map<string, Handler>();
export const watchers = new Set<(value: unknown) => void>();

/** Stands for utils/messaging/protocol.ts. */
export const protocol = {
  onMessage: (type: string, handler: Handler) => {
    handlers.set(type, handler);
    return () => handlers.delete(type);
  },
  /** What is asked of the background in this way; see `call` for the rest. */
  sendMessage: vi.fn<(type: string, data: unknown) => Promise<unknown>>(async () => []),
};

/** Sites with the look into files turned on, and who hears when that changes. */
export const media = { sites: [] as string[], watchers: new Set<(sites: string[]) => void>() };

/** Stands for utils/storage/settings.ts. */
export const settings = {
  mediaSites: {
    getValue: async () => media.sites,
    watch: (watcher: (sites: string[]) => void) => {
      media.watchers.add(watcher);
      return () => media.watchers.delete(watcher);
    },
  },
  decidedElsewhere: {
    watch: (watcher: (value: unknown) => void) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  },
};

export const send = (type: string, data?: unknown) => handlers.get(type)!({ data });

/** Listeners that were added on the window, the document and its elements since, and are still there. */
export function countListeners(): () => string[] {
  const there = new Set<object>();
  const add = EventTarget.prototype.addEventListener;
  const remove = EventTarget.prototype.removeEventListener;
  const known: { target: EventTarget; type: string; listener: unknown; entry: object }[] = [];
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (
    this: EventTarget,
    type,
    listener,
    options,
  ) {
    add.call(this, type, listener, options);
    const signal = typeof options === 'object' ? options.signal : undefined;
    const isOfPage = this === window || this instanceof Document || this instanceof Element;
    if (!isOfPage || signal?.aborted) return;
    const entry = { type, target: this };
    there.add(entry);
    known.push({ target: this, type, listener, entry });
    if (signal) add.call(signal, 'abort', () => there.delete(entry));
  });
  vi.spyOn(EventTarget.prototype, 'removeEventListener').mockImplementation(function (
    this: EventTarget,
    type,
    listener,
    options,
  ) {
    remove.call(this, type, listener, options);
    for (const each of known)
      if (each.target === this && each.type === type && each.listener === listener) there.delete(each.entry);
  });
  const isInPage = (target: EventTarget) => !(target instanceof Element) || target.isConnected;
  return () =>
    [...there].flatMap((entry) => {
      const { type, target } = entry as { type: string; target: EventTarget };
      return isInPage(target) ? [`${type} on ${target.constructor.name}`] : [];
    });
}
