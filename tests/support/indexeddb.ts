/** The browser's own databases where there are any, else ones in memory. To be imported for its effect, first of all. */
if (!('indexedDB' in globalThis)) await import('fake-indexeddb/auto' as string);

export {};
