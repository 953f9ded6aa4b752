import { browser } from '#imports';
import type { Language, Localized } from './model/localized';

/** Keys are checked against public/_locales by the type that WXT generates. */
export type MessageKey = Extract<Parameters<typeof browser.i18n.getMessage>[0], string>;

export function t(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key as 'extName', values.map(String));
}

/** The language that the browser chose from `_locales`, so that packs and interface never disagree. */
export function language(): Language {
  return t('languageCode') === 'en' ? 'en' : 'zh_CN';
}

export function localized(text: Localized): string {
  return text[language()];
}

/** Date and time in the reader's language and zone. */
export function formatTime(time: number | string): string {
  const locale = language() === 'en' ? 'en' : 'zh-CN';
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(time));
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language() === 'en' ? 'en' : 'zh-CN').format(value);
}
