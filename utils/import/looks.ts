import { detailNames, type FileLook, type ImportProblem } from './problems';

type NotOurs = ImportProblem & { code: 'not-ours'; fatal: true };

const WORD = 0xd0cf11e0;
const PDF = 0x25504446;

/** What a file without reports is, told by its first bytes; undefined when it may be text. */
export function lookOfBytes(start: Uint8Array): NotOurs | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = start;
  const magic = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  if (magic === WORD) return notOurs('OLE', 'old-workbook');
  if (magic === PDF) return notOurs('PDF', 'document');
  return undefined;
}

/** @param first character of the text that is no space */
export function lookOfText(first: string): NotOurs | undefined {
  if (first === '<') return notOurs('<', 'web-page');
  if (first === '[') return notOurs('[', 'json-list');
  return undefined;
}

/** Names that no other list has: a case list of 12377, segments of SponsorBlock, an export of works on Douyin. */
const TELLING: readonly (readonly [FileLook, readonly string[]])[] = [
  ['case-list', ['查询码', '记录id', '举报编号', 'query_code']],
  ['sponsorblock', ['videoid', 'segmentid', 'hashedvideoid']],
  ['douyin', ['item_id', 'aweme_id', '作品id']],
];

/** A table's columns, or an object's fields. */
export function lookOfNames(names: readonly string[]): NotOurs {
  const lower = names.map((name) => name.trim().toLowerCase());
  const look = TELLING.find(([, telling]) => telling.some((name) => lower.includes(name)))?.[0];
  return notOurs(detailNames(names), look);
}

/** @param names of the files in a ZIP */
export function lookOfEntries(names: readonly string[]): NotOurs {
  const isBook = names.some((name) => name === '[Content_Types].xml' || name === 'content.xml');
  return notOurs(detailNames(names), isBook ? 'workbook' : undefined);
}

function notOurs(detail: string, looks?: FileLook): NotOurs {
  return { code: 'not-ours', detail, fatal: true, ...(looks && { looks }) };
}
