import { htmlToText } from '../html-text';
import { arrayOf, recordOf, textOf } from '../unknown';

const MAX_LINKS = 50;
const TAG = /<\/?(a|br|span|img|p|div|i)\b[^>]*>/i;
/** The link that opens the rest of a shortened text is no part of it. */
const OPENER = /<(a|span)\b[^<>]*>(?:全文|展开)<\/\1>\s*$/;

/**
 * Text of a status as its page shows it. The whole text of a long one leads; `text` is HTML, `text_raw` and the long
 * text of weibo.com are plain, with `http://t.cn/…` where the page shows the link's title.
 */
export function textOfStatus(status: Record<string, unknown>): string {
  const long = textOf(recordOf(status.longText).longTextContent) ?? textOf(status.longTextContent);
  const plain = long ?? textOf(status.text_raw);
  const source = plain ?? textOf(status.text) ?? textOf(status.raw_text);
  if (!source) return '';
  return TAG.test(source)
    ? htmlToText(source.replace(OPENER, ''))
    : lines(nameLinks(source, status.url_struct));
}

/** Topics as the data list them; without a list, as they stand in the text. */
export function topicsOfStatus(status: Record<string, unknown>, text: string): string[] {
  const names = Array.isArray(status.topic_struct)
    ? status.topic_struct.map((topic) => textOf(recordOf(topic).topic_title))
    : [...text.matchAll(/#([^#\n]{1,100})#/g)].map(([, name]) => name?.trim());
  return [...new Set(names.filter((name) => name !== undefined))].filter(Boolean).slice(0, 200);
}

function nameLinks(text: string, links: unknown): string {
  let named = text;
  for (const link of arrayOf(links).slice(0, MAX_LINKS)) {
    const { short_url, url_title } = recordOf(link);
    const [address, title] = [textOf(short_url), textOf(url_title)];
    if (address && title && /^https?:/.test(address)) named = named.replaceAll(address, () => title);
  }
  return named;
}

/** Plain text with its own line breaks; a bare `<` is not taken for a tag. */
function lines(text: string): string {
  return htmlToText(text.replaceAll('<', '&lt;').replace(/\r?\n/g, '<br>'));
}
