import type { Account } from '../model/account';
import { WITHHOLDABLE, type Withheld } from '../model/report';
import { withhold } from '../model/withhold';
import { canonical } from '../storage/ledger/canonical';
import { compare, type Key } from './order';

const READING = [
  'post',
  'findings',
  'readAt',
  'adapter',
  'version',
  'filedBy',
  'withheld',
  'mediaChecks',
] as const;

/** What was read of a post, with what tells how much of it there is. */
export type Reading = Pick<Account['report'], (typeof READING)[number]> & Pick<Account, 'partial' | 'masked'>;

export function readingOf({ report, partial, masked }: Account): Reading {
  const values = Object.fromEntries(Object.entries(report).filter(([name]) => isReading(name)));
  return {
    ...(values as unknown as Reading),
    ...(partial && { partial }),
    ...(masked && { masked }),
  };
}

export function isReading(name: string): boolean {
  return (READING as readonly string[]).includes(name);
}

/**
 * The newer reading. Of one that came twice, with different parts withheld, every part that either of them holds: so
 * that it does not matter whether parts are taken out before or after they are joined.
 */
export function joinReadings(a: Reading, b: Reading): Reading {
  const order = compare(readingKey(a), readingKey(b));
  if (order !== 0) return order > 0 ? a : b;
  const { withheld: _withheld, ...joined } = { ...a, post: { ...a.post } };
  for (const part of WITHHOLDABLE) {
    if (compareParts(part, a, b) < 0) takePart(joined, part, b);
  }
  const withheld = WITHHOLDABLE.filter((part) => isWithheld(a, part) && isWithheld(b, part));
  return a.withheld || b.withheld ? { ...joined, withheld } : joined;
}

/** The newer one counts, then the one that holds more; nothing of it can be withheld. */
function readingKey({
  partial,
  masked,
  withheld: _withheld,
  mediaChecks: _mediaChecks,
  post,
  ...rest
}: Reading): Key {
  return [
    () => rest.readAt ?? 0,
    () => (partial ? 0 : 1),
    () => (masked ? 0 : 1),
    () => canonical([withhold(post, WITHHOLDABLE), rest]),
  ];
}

function compareParts(part: Withheld, a: Reading, b: Reading): number {
  const key = (reading: Reading): Key => [
    () => (isWithheld(reading, part) ? 0 : 1),
    () => canonical(valuesOf(part, reading)),
  ];
  return compare(key(a), key(b));
}

function isWithheld({ withheld }: Reading, part: Withheld): boolean {
  return withheld?.includes(part) ?? false;
}

/** What goes and comes with a part, together: what files say is nothing without their addresses. */
function valuesOf(part: Withheld, { post, mediaChecks }: Reading): unknown {
  if (part === 'publishedAt') return [post.publishedAt, post.publishedApprox];
  return part === 'media' ? [post.media, mediaChecks] : post[part];
}

function takePart(reading: Reading, part: Withheld, from: Reading): void {
  put(reading.post, part as 'media', from.post);
  if (part === 'publishedAt') put(reading.post, 'publishedApprox', from.post);
  if (part === 'media') put(reading, 'mediaChecks', from);
}

/** Also where there is nothing to put. */
function put<K extends string, T extends { [name in K]?: unknown }>(into: T, name: K, from: T): void {
  if (from[name] === undefined) delete into[name];
  else into[name] = from[name];
}
