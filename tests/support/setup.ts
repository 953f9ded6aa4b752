import { readFileSync } from 'node:fs';
import { beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LANGUAGES, type Language } from '@/utils/model/localized';

type Messages = Record<string, { message: string }>;
const messages = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Messages,
  ]),
) as Record<Language, Messages>;

let current: Language = 'en';
/** Switches the interface language for the rest of one test. */
export function useLanguage(language: Language): void {
  current = language;
}

beforeEach(() => {
  current = 'en';
  fakeBrowser.reset();
  // The fake browser has no i18n; this one reads the real locale files.
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(
    (key: string, values: string | (string | number)[] = []) => {
      const found = messages[current][key]?.message;
      if (found === undefined) throw new Error(`No message "${key}" in public/_locales/${current}`);
      return [values]
        .flat()
        .reduce<string>((text, value, i) => text.replaceAll(`$${i + 1}`, String(value)), found);
    },
  );
});
