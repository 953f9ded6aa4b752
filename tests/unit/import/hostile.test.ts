import { describe, expect, test } from 'vitest';
import type { ReportLine } from '@/utils/model/exchange';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makeReport } from '../../support/builders';
import { hashOf, incomingOf, ndjson, pictureLine, problemsOf, readAll, reportLine } from './files';

const report = makeReport({ id: 'a' });
const { post } = report;

function lineWith(entry: object): ReportLine {
  const history = [{ seq: 1, reportId: 'a', at: 3, action: 'note', ...entry }];
  return reportLine(report, { history: history as ReportLine['history'] });
}

describe('history that would leave a damaged report behind when it is taken back', () => {
  test.each([
    ['a field that no report can be without', { before: {}, absent: ['status'] }],
    ['a whole report with fields missing', { before: { postKey: post.key, note: '' } }],
    ['a whole report on another post', { before: { ...report, postKey: 'weibo:thread:1' } }],
    ['a filing that replaced no whole report', { action: 'filed-again', before: { note: '旧' } }],
    ['a filing that was taken back to a part of a report', { action: 'undone', before: { tags: ['甲'] } }],
  ])('%s', async (_what, entry) => {
    const items = await readAll(ndjson([lineWith(entry)]));
    expect(problemsOf(items).map(({ code, row }) => [code, row])).toContainEqual(['row-shape', 2]);
    expect(incomingOf(items)).toEqual([]);
  });

  test('other accounts on another post', async () => {
    const { postKey, ...other } = makeReport();
    const account = {
      reviewer: { id: 'x', name: '' },
      report: { ...other, postKey: 'weibo:thread:1', post: { ...post, key: 'weibo:thread:1' } },
      steps: [],
    };
    const items = await readAll(ndjson([lineWith({ before: { accounts: [account] } })]));
    expect(postKey).toBe(post.key);
    expect(incomingOf(items)).toEqual([]);
  });

  test('is told from history as it is written', async () => {
    const whole = lineWith({ action: 'filed-again', before: report });
    const part = lineWith({ before: { note: '旧' }, absent: ['tags', 'decidedAt'] });
    expect(incomingOf(await readAll(ndjson([whole])))).toHaveLength(1);
    expect(incomingOf(await readAll(ndjson([part])))[0]?.history[0]?.before).toEqual({
      note: '旧',
      tags: undefined,
      decidedAt: undefined,
    });
  });
});

test('nobody is no reviewer of whom a report was adopted', async () => {
  const items = await readAll(ndjson([reportLine({ ...report, adopted: '' })]));
  expect(problemsOf(items)[0]).toMatchObject({ code: 'row-shape', row: 2 });
  expect(incomingOf(items)).toEqual([]);
});

describe('what a file tells of the files of a post', () => {
  const check = makeMediaCheck();
  const [said] = check.evidence;
  const readChecks = async (mediaChecks: unknown) =>
    readAll(ndjson([reportLine({ ...report, mediaChecks: mediaChecks as never })]));

  test('comes in without ids of works, whatever they are called', async () => {
    const hostile = {
      ...check,
      ProduceID: 'C:\\x',
      evidence: [{ ...said, ProduceID: '/home/x', prompt: 'y' }],
    };
    const [incoming] = incomingOf(await readChecks([hostile]));
    expect(incoming?.report.mediaChecks).toEqual([check]);
  });

  test('in history comes in alike', async () => {
    const before = { mediaChecks: [{ ...check, ProduceID: '/home/x' }] as never };
    const [incoming] = incomingOf(await readAll(ndjson([lineWith({ before })])));
    expect(incoming?.history[0]?.before).toEqual({ mediaChecks: [check] });
  });

  test.each([
    ['more checks than there can be', Array(31).fill(check)],
    ['more evidence than there can be', [{ ...check, evidence: Array(21).fill(said) }]],
    ['a script address', [{ ...check, media: { type: 'image', url: 'javascript:alert(1)' } }]],
    ['a name of a megabyte', [{ ...check, evidence: [{ ...said, producer: 'x'.repeat(1_000_000) }] }]],
    ['a strength of its own', [{ ...check, evidence: [{ ...said, strength: 'A0' }] }]],
    ['markup for a mechanism', [{ ...check, evidence: [{ ...said, mechanism: '<img>' }] }]],
    ['a hash that is none', [{ ...check, sha256: 'x' }]],
    ['a time after all time', [{ ...check, at: 1e300 }]],
  ])('is refused with %s, by its row', async (_what, mediaChecks) => {
    const items = await readChecks(mediaChecks);
    const [problem] = problemsOf(items);
    expect(problem).toMatchObject({ code: 'row-shape', row: 2 });
    expect(problem?.detail).toMatch(/mediaChecks/);
    expect(incomingOf(items)).toEqual([]);
  });
});

/** The first chunk of a picture, which tells its size. */
function chunk(name: string, bytes: number[]): Uint8Array<ArrayBuffer> {
  const tag = [...`RIFF....WEBP${name}`].map((sign) => sign.charCodeAt(0));
  return Uint8Array.from([...tag, bytes.length, 0, 0, 0, ...bytes]);
}
const low = (value: number) => [value & 255, (value >> 8) & 255];

describe('a picture that is small as a file and huge when it is shown', () => {
  const simple = (w: number, h: number) => chunk('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...low(w), ...low(h)]);
  const extended = (w: number, h: number) => chunk('VP8X', [0, 0, 0, 0, ...low(w - 1), 0, ...low(h - 1), 0]);
  const lossless = (w: number, h: number) => {
    const bits = (w - 1) | ((h - 1) << 14);
    return chunk('VP8L', [0x2f, bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, (bits >>> 24) & 255]);
  };

  test.each([
    ['VP8', simple],
    ['VP8X', extended],
    ['VP8L', lossless],
  ])('is refused: %s', async (_name, make) => {
    const load = async (bytes: Uint8Array<ArrayBuffer>) => {
      const line = pictureLine(bytes, { base64: Buffer.from(bytes).toString('base64') });
      expect(line.sha256).toBe(hashOf(bytes));
      const [incoming] = incomingOf(await readAll(ndjson([reportLine(report, { pictures: [line] })])));
      return incoming!.pictures[0]!.load();
    };
    await expect(load(make(16_383, 16_383))).rejects.toThrow('16383 × 16383');
    await expect(load(make(1_600, 900))).resolves.toBeInstanceOf(Blob);
    await expect(load(make(1_600, 4_096))).resolves.toBeInstanceOf(Blob);
  });
});
