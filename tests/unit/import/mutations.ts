import type { Random } from '../../../scripts/bench/random';
import { makePost, makeReport } from '../../support/builders';
import { COLUMNS, csv, hashOf, ndjson, pictureLine, reportLine, row, webp } from './files';
import { makeExport } from './zips';

/** How many damaged files are tried. */
export const FILES = 10_000;
export const SLOW_MS = 1_000;

const picture = webp('picture');
const pictured = pictureLine(picture, { base64: Buffer.from(picture).toString('base64') });
const zipped = pictureLine(picture, { file: `pictures/${hashOf(picture)}.webp` });
const report = (id: string) =>
  makeReport({ id, post: makePost({ id }), tags: ['甲'], status: 'confirmed', decidedAt: 9 });
const history = [
  { seq: 1, reportId: 'a', at: 3, action: 'status' as const, before: { status: 'new' as const } },
];
const lines = (line: typeof pictured) => [
  reportLine(report('a'), { history, pictures: [line] }),
  reportLine(report('b')),
  { kind: 'dismissal' as const, postKey: 'weibo:thread:1' as const, rules: ['a/b'], at: 3 },
];
const table = csv([COLUMNS, row('a'), row('b', { title: '=1+1\r\n"引号"' }), row('c')]);

export const ORIGINALS: readonly (readonly [string, Uint8Array])[] = [
  ['table', Buffer.from(table)],
  ['lines', Buffer.from(ndjson(lines(pictured), { backup: true }))],
  [
    'zip',
    makeExport([
      { name: 'reports.csv', bytes: table },
      { name: 'reports.ndjson', bytes: ndjson(lines(zipped)) },
      { name: zipped.file!, bytes: picture, method: 0 },
    ]),
  ],
];

/** One of the ways in which files are damaged, or made to damage. */
export function mutate(original: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(original);
  const place = () => random.below(bytes.length);
  const piece = () => {
    const [a, b] = [place(), place()].sort((x, y) => x - y) as [number, number];
    return [a, b] as const;
  };
  switch (random.below(7)) {
    case 0:
      return bytes.slice(0, place());
    case 1:
      for (let flips = 1 + random.below(4); flips > 0; flips--) bytes[place()]! ^= 1 << random.below(8);
      return bytes;
    case 2: {
      const [a, b] = piece();
      return joined(bytes.slice(0, b), bytes.slice(a));
    }
    case 3: {
      const [a, b] = piece();
      return joined(bytes.slice(b), bytes.slice(a, b), bytes.slice(0, a));
    }
    case 4: {
      const [a, b] = piece();
      return joined(bytes.slice(0, a), bytes.slice(b));
    }
    case 5: {
      const [a, b] = piece();
      bytes.fill(random.below(256), a, Math.min(b, a + 64));
      return bytes;
    }
    default:
      for (let bytesLeft = 1 + random.below(6); bytesLeft > 0; bytesLeft--)
        bytes[place()] = random.below(256);
      return bytes;
  }
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
