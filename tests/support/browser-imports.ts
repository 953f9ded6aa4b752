import english from '../../public/_locales/en/messages.json?raw';
import chinese from '../../public/_locales/zh_CN/messages.json?raw';

type Messages = Record<string, { message: string }>;
const messages = { en: JSON.parse(english) as Messages, zh_CN: JSON.parse(chinese) as Messages };
let current: keyof typeof messages = 'en';

/** The language of the interface from now on. */
export function speak(language: keyof typeof messages): void {
  current = language;
}

/** What components need of the extension API when they are rendered in a plain page. */
export const browser = {
  i18n: {
    getMessage: (key: string, values: string[] = []): string =>
      values.reduce(
        (text, value, i) => text.replaceAll(`$${i + 1}`, value),
        messages[current][key]?.message ?? '',
      ),
  },
};

type Watcher = (value: unknown, old: unknown) => void;
const stored = new Map<string, unknown>();
const watchers = new Map<string, Set<Watcher>>();

/** As on an extension that was just installed. Who watches goes on watching. */
export function forgetStorage(): void {
  stored.clear();
}

/** Settings in memory: copies go in and out, and every watcher hears a change a moment later, as in the extension. */
export const storage = {
  defineItem<T>(key: string, { fallback }: { fallback: T }) {
    const heard = watchers.get(key) ?? new Set<Watcher>();
    watchers.set(key, heard);
    const value = (): T => structuredClone((stored.has(key) ? stored.get(key) : fallback) as T);
    return {
      key,
      fallback,
      getValue: async () => value(),
      async setValue(next: T): Promise<void> {
        const old = value();
        stored.set(key, structuredClone(next));
        if (JSON.stringify(old) === JSON.stringify(next)) return;
        for (const watcher of heard) queueMicrotask(() => watcher(value(), old));
      },
      watch(watcher: (value: T, old: T) => void): () => void {
        heard.add(watcher as Watcher);
        return () => heard.delete(watcher as Watcher);
      },
    };
  },
};
