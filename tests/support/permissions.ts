import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export interface FakePermissions {
  /** Match patterns that are granted now. */
  granted: Set<string>;
  request: ReturnType<typeof vi.fn<(asked: { origins: string[] }) => Promise<boolean>>>;
  /** As a reader does in the browser's own settings. */
  takeBack: (origins: readonly string[]) => void;
}

/** The browser's permissions, which grant everything that is asked for; and its commands, of which there are none. */
export function fakePermissions(): FakePermissions {
  const granted = new Set<string>();
  const listeners = new Set<() => void>();
  const event = {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  const change = (apply: (origin: string) => void) => (origins: readonly string[]) => {
    origins.forEach(apply);
    for (const listener of listeners) listener();
    return true;
  };
  const add = change((origin) => granted.add(origin));
  const remove = change((origin) => granted.delete(origin));
  const request = vi.fn(async ({ origins }: { origins: string[] }) => add(origins));
  Object.assign(fakeBrowser, {
    permissions: {
      onAdded: event,
      onRemoved: event,
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.has(origin)),
      request,
      remove: async ({ origins }: { origins: string[] }) => remove(origins),
    },
    commands: { getAll: async () => [] },
  });
  return { granted, request, takeBack: remove };
}
