import type { StatePost } from '../define-site';
import { htmlToText } from '../html-text';
import { unescapeString } from '../unescape';
import { postsOfData } from './read-data';

/** Pages of 2019 have up to 200 KB of it. */
const MAX_SOURCE = 2_000_000;

export interface BaseData {
  post?: StatePost;
  itemId?: string;
}

/**
 * Reads the inline script `BASE_DATA` of 2019. It is code and no JSON (`content: '&quot;…&quot;'.slice(6, -6)`), so
 * the few fields are taken out of its text one by one; nothing is run.
 */
export function readBaseData(script: string): BaseData | undefined {
  if (!/\bBASE_DATA\s*=/.test(script) || script.length > MAX_SOURCE) return undefined;
  const own = script.slice(Math.max(0, script.search(/\b(?:articleInfo|galleryInfo|videoInfo)\b/)));
  const [groupId, itemId] = [
    field(own, 'group_?[iI]d') ?? field(script, 'group_?[iI]d'),
    field(own, 'item_?[iI]d') ?? field(script, 'item_?[iI]d'),
  ];
  const media = /mediaInfo\s*:\s*\{/.exec(script);
  const user = media ? script.slice(media.index, media.index + 1_000) : '';
  const [post] = postsOfData({
    group_id: groupId,
    item_id: itemId,
    title: field(own, 'title'),
    content: field(own, 'content'),
    source: field(own, 'source'),
    publish_time: field(own, 'time'),
    comment_count: /comments_?[cC]ount\s*:\s*(\d+)/.exec(script)?.[1],
    mediaInfo: {
      name: field(user, 'name'),
      openUrl: field(user, 'openUrl'),
      user_id: field(user, '(?:user_id|uid)'),
    },
  });
  return { ...(post && { post }), ...(itemId && { itemId }) };
}

/** A field's string. `.slice(6, -6)` takes off the `&quot;` around a JSON string that was escaped for HTML. */
function field(source: string, name: string): string | undefined {
  const form = new RegExp(
    `\\b${name}\\s*:\\s*(?:'((?:[^'\\\\\\n]|\\\\.)*)'|"((?:[^"\\\\\\n]|\\\\.)*)")(\\.slice\\()?`,
  );
  const [found, single, double, isJson] = form.exec(source) ?? [];
  if (found === undefined) return undefined;
  const value = unescapeString(single ?? double ?? '');
  if (!isJson) return value.trim() || undefined;
  const inner = unescapeString(value.replace(/^&quot;|&quot;$/g, '').replaceAll('&quot;', '"'));
  // Some pages escaped the markup as well.
  const html = inner.includes('<') ? inner : inner.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return (/<[a-z/]/i.test(html) ? html : htmlToText(html)) || undefined;
}
