import { describe, expect, test } from 'vitest';
import { claimOf } from '@/utils/evidence/media/ladder';
import { columns } from '@/utils/export/columns';
import { readRow } from '@/utils/export/read-row';
import type { MediaCheck, MediaEvidence } from '@/utils/model/media-check';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makeReport } from '../../support/builders';
import { exportContext } from '../../support/export';

const SIGNED: MediaEvidence = {
  mechanism: 'c2pa',
  strength: 'A2',
  kind: 'ai-edited',
  signer: 'Example Imaging Inc.',
  place: 'jumbf',
};
const WEAK: MediaEvidence = { mechanism: 'hf-job-id', strength: 'C3', kind: 'ai', place: 'png-text' };
const LABELLED = makeMediaCheck();
const EMPTY = makeMediaCheck({
  media: { type: 'image', url: 'https://pictures.example.com/2.png' },
  verdict: 'none',
  evidence: [],
  bytesRead: 100,
  sha256: 'cd'.repeat(32),
});
const STREAM = makeMediaCheck({
  media: { type: 'video', url: 'https://www.example.com/post' },
  verdict: 'unreadable',
  evidence: [],
  trouble: 'stream',
});

/** Cells by the rest of their names after `media_`. */
function cellsOf(mediaChecks?: MediaCheck[]): Record<string, string | number> {
  const report = makeReport(mediaChecks && { mediaChecks });
  return Object.fromEntries(
    columns.flatMap(({ id, value }) =>
      id.startsWith('media_') ? [[id.slice('media_'.length), value(report, exportContext)]] : [],
    ),
  );
}

describe('columns about files', () => {
  test('are empty where none was looked into', () => {
    expect([...new Set(Object.values(cellsOf()))]).toEqual(['']);
  });

  test('tell the strongest of all files, and how much was read of all', () => {
    const signed = makeMediaCheck({
      verdict: 'ai-edited',
      evidence: [SIGNED, WEAK],
      sha256: 'ef'.repeat(32),
    });
    expect(cellsOf([EMPTY, signed, LABELLED])).toMatchObject({
      verdict: 'ai',
      strength: 'A2',
      mechanisms: 'c2pa; gb45438; hf-job-id',
      producers: '001191110102MACQD9K64010000',
      signers: 'Example Imaging Inc.',
      files_checked: 3,
      bytes_read: 65_536 + 65_536 + 100,
      sha256: ['cd', 'ef', 'ab'].map((byte) => byte.repeat(32)).join('; '),
    });
  });

  test('claim what a file or its signer says, and no more', () => {
    const { claims } = cellsOf([makeMediaCheck({ evidence: [SIGNED] }), LABELLED]);
    const said = [SIGNED, LABELLED.evidence[0]!].map((each) => claimOf(each).zh_CN);
    expect(claims).toBe(said.join('; '));
    expect(said.join()).toMatch(/Example Imaging Inc\..*001191110102MACQD9K64010000/);
  });

  test('tell that nothing was found apart from what could not be read', () => {
    expect(cellsOf([EMPTY])).toMatchObject({ verdict: 'none', strength: '', claims: '', files_checked: 1 });
    expect(cellsOf([STREAM])).toMatchObject({ verdict: 'unreadable', strength: '', files_checked: 0 });
  });

  test('do not count a weak hint, and say nothing of a file that contradicts itself', () => {
    const hinted = makeMediaCheck({ verdict: 'none', evidence: [WEAK] });
    expect(cellsOf([hinted])).toMatchObject({ verdict: 'none', strength: '', mechanisms: 'hf-job-id' });
    const camera = makeMediaCheck({ verdict: 'none', evidence: [SIGNED], capturedBy: 'Example Camera AG' });
    expect(cellsOf([camera])).toMatchObject({ verdict: 'none', mechanisms: '', signers: '', claims: '' });
  });

  test('give every file in detail', () => {
    const { checks } = cellsOf([
      makeMediaCheck({ evidence: [SIGNED, WEAK], trouble: 'budget', via: 'network', requests: 3 }),
    ]);
    expect(checks).toBe(
      JSON.stringify(
        'image https://pictures.example.com/1.png ai network 2026-10-02T03:04:01.000Z container=png' +
          ` bytes=65536 requests=3 sha256=${'ab'.repeat(32)} trouble=budget` +
          ' says c2pa A2 ai-edited jumbf signer="Example Imaging Inc."' +
          ' says hf-job-id C3 ai png-text',
      ),
    );
  });

  test('show no private number, and every code of a producer', () => {
    const named = makeMediaCheck({
      evidence: [{ ...SIGNED, producer: '张三 13812345678', signer: '13812345678' }],
    });
    const cells = cellsOf([named, makeMediaCheck({ capturedBy: '13812345678' })]);
    expect(JSON.stringify(cells)).not.toContain('13812345678');
    expect(cells).toMatchObject({ producers: '张三 ***; 001191110102MACQD9K64010000', signers: '***' });
    const codes = [
      '001191110102MACQD9K64010000',
      '0011914403000884067405X210001',
      '00119144030070846113 6T1XGW3',
    ];
    for (const producer of codes)
      expect(cellsOf([makeMediaCheck({ evidence: [{ ...SIGNED, producer }] })]).producers).toBe(producer);
  });
});

describe('files in detail, read back', () => {
  const read = (cell: string) =>
    readRow(
      new Map([
        ['post_key', 'zhihu:answer:1'],
        ['post_url', 'https://www.zhihu.com/a'],
        ['status', 'new'],
        ['updated_at', '2026-10-01T04:00:00Z'],
        ['media_checks', cell],
      ]),
    );
  const FILE = 'image https://a.example/1.png ai page 2026-10-02T03:04:01.000Z';

  test('are the same', () => {
    const checks = [
      LABELLED,
      EMPTY,
      STREAM,
      makeMediaCheck({ capturedBy: '相机 "甲"; 乙', evidence: [SIGNED, WEAK] }),
    ];
    expect(read(String(cellsOf(checks).checks))).toMatchObject({ report: { mediaChecks: checks } });
  });

  test('may hold names that this version does not know', () => {
    expect(read(`${FILE} mood=good says c2pa A1 ai jumbf mood="very good" signer=甲`)).toMatchObject({
      report: { mediaChecks: [{ evidence: [{ mechanism: 'c2pa', strength: 'A1', signer: '甲' }] }] },
    });
  });

  test.each([
    ['image', 'media_checks: expected type, address, verdict, way of reading and time'],
    ['image javascript:alert(1) ai page 2026-10-02T03:04:01Z', 'media_checks: expected a web address'],
    ['image https://a.example/1.png human page 2026-10-02T03:04:01Z', /^media_checks: expected one of ai, /],
    ['image https://a.example/1.png ai page yesterday', /^media_checks: expected a time/],
    [`${FILE} bytes=many`, 'media_checks: expected a whole number of bytes and requests'],
    [`${FILE} bytes=99999999999999999`, 'media_checks: expected a whole number of bytes and requests'],
    [`${FILE} trouble=some`, /^media_checks: expected one of stream, /],
    [`${FILE} says c2pa A9 ai jumbf`, /^media_checks: expected one of A1, /],
    [`${FILE} says c2pa A1 ai`, /^media_checks: expected one of xmp, /],
  ])('are refused in words: %s', (cell, problem) => {
    expect(read(cell)).toEqual({
      problem: typeof problem === 'string' ? problem : expect.stringMatching(problem),
    });
  });
});
