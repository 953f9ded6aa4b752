import type { Author, CountName, Media } from '../../model/post';
import { parseCount } from '../counts';
import type { StatePost } from '../define-site';
import { htmlToText } from '../html-text';
import { numericIdOf, recordOf, textOf } from '../unknown';
import { spaceUrl } from './addresses';

export type Item = Readonly<Record<string, unknown>>;

/** A post as the site's data hold it, with its permalink. */
export interface DataPost extends StatePost {
  url: string;
}

/** The first of these that is text. */
export function firstText(...values: readonly unknown[]): string | undefined {
  return values.map(textOf).find(Boolean);
}

/** Search answers hold HTML: found words stand in `<em>`, and special characters are escaped. */
export function plainText(value: unknown, isHtml: boolean): string | undefined {
  const text = textOf(value)?.replace(/\r\n?/g, '\n');
  return text && isHtml ? htmlToText(text) : text;
}

/** The first count of each name; `--` and `-1` stand for hidden numbers. */
export function readCounts(sources: Readonly<Partial<Record<CountName, readonly unknown[]>>>) {
  const counts: Partial<Record<CountName, number>> = {};
  for (const [name, values] of Object.entries(sources)) {
    const shown = values.filter((value) => !textOf(value)?.startsWith('-'));
    const count = shown.map(parseCount).find((value) => value !== undefined);
    if (count !== undefined) counts[name as CountName] = count;
  }
  return counts;
}

/** Names and numbers of people have several spellings; a verification's `type` is -1 where there is none. */
export function readAuthor(source: unknown): Author | undefined {
  const item = recordOf(source);
  const base = recordOf(item.base_info ?? item.base);
  const name = firstText(item.name, item.uname, item.nickname, base.uname, base.name);
  const id = [item.mid, item.uid, item.fid].map(numericIdOf).find(Boolean);
  const official = recordOf(item.official_verify ?? item.Official ?? item.official ?? base.official_info);
  const verification = official.type === -1 ? undefined : firstText(official.title, official.desc);
  if (!name && !id) return undefined;
  return {
    ...(name && { name }),
    ...(id && { id, url: spaceUrl(id) }),
    ...(verification && { verification }),
  };
}

export function readImages(...addresses: readonly unknown[]): { media?: Media[] } {
  const media = addresses.flatMap((address): Media[] => {
    const url = textOf(address)?.replace(/^\/\//, 'https://');
    return url && /^https?:\/\//.test(url) ? [{ type: 'image', url }] : [];
  });
  return media.length > 0 ? { media } : {};
}

/** Topics as people write them on this site, `#词#`, each once. */
export function hashtagsIn(text: string | undefined): string[] {
  return [...new Set([...(text ?? '').matchAll(/#([^#\s]{1,60})#/g)].map(([, name = '']) => name))];
}
