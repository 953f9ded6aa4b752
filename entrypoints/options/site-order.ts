import { language, localized } from '@/utils/i18n';
import type { SiteAdapter } from '@/utils/sites/define-site';

export function byName(a: SiteAdapter, b: SiteAdapter): number {
  return localized(a.name).localeCompare(localized(b.name), language() === 'en' ? 'en' : 'zh-CN');
}

/** Hosts of match patterns, each once. */
export function hostsIn(patterns: readonly string[]): string[] {
  return [...new Set(patterns.map((pattern) => pattern.split('/')[2] ?? pattern))];
}
