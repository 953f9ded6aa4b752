import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64 } from '@/utils/base64';
import { exporter } from '@/utils/export/formats/ndjson';
import type { ExchangeLine, ReportLine } from '@/utils/model/exchange';
import { exportOptions, goldenWholes, sourceOf, written, writtenBytes } from '../../support/export';
import { PIXEL } from '../../support/picture-bytes';
import { anyReport } from './any-report';

function linesOf(text: string): ExchangeLine[] {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as ExchangeLine);
}

describe('ndjson', () => {
  test('begins with its head and ends with the number of its reports', async () => {
    const lines = linesOf(await written(exporter, goldenWholes));
    expect(lines[0]).toEqual(exportOptions.head);
    expect(lines.map(({ kind }) => kind)).toEqual(['qingjian', 'report', 'report', 'report', 'end']);
    expect(lines.at(-1)).toEqual({ kind: 'end', reports: 3, dismissals: 0 });
  });

  test('holds any report as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyReport, { maxLength: 4 }), async (reports) => {
        const lines = linesOf(await written(exporter, reports)).slice(1, -1) as ReportLine[];
        expect(lines.map(({ report }) => report)).toEqual(reports);
      }),
      { numRuns: 100 },
    );
  });

  test('names what was not there before a change', async () => {
    const [, , line] = linesOf(await written(exporter, goldenWholes)) as ReportLine[];
    expect(line?.history[1]).toMatchObject({ before: { status: 'new' }, absent: ['decidedAt'] });
    expect(line?.history[0]).not.toHaveProperty('absent');
  });

  test('carries pictures with what they must be', async () => {
    const [, , line] = linesOf(await written(exporter, goldenWholes)) as ReportLine[];
    const [picture] = line!.pictures;
    expect(picture).toMatchObject({ kind: 'screenshot', filing: 7, size: PIXEL.length, type: 'image/webp' });
    expect(picture?.sha256).toBe('c90cff659645a312a28804965f3dbc34061338f7234ff5d6ddb2c57e9eadec15');
    expect(new Uint8Array(fromBase64(picture!.base64!))).toEqual(PIXEL);
  });

  test('says that it is masked, and holds no private number then', async () => {
    const text = await written(exporter, goldenWholes, { mask: true });
    expect(linesOf(text)[0]).toMatchObject({ masked: true });
    expect(text).not.toContain('13812345678');
    expect(await written(exporter, goldenWholes)).toContain('13812345678');
  });

  test('holds dismissals and settings of a backup', async () => {
    async function* dismissals() {
      yield [{ postKey: 'zhihu:answer:1' as const, rules: ['a/b/c'], at: 5 }];
    }
    const source = sourceOf([], { dismissals, settings: { keys: { next: 'j' } } });
    const lines = linesOf(new TextDecoder().decode(await writtenBytes(exporter, source)));
    expect(lines.slice(1)).toEqual([
      { kind: 'dismissal', postKey: 'zhihu:answer:1', rules: ['a/b/c'], at: 5 },
      { kind: 'settings', values: { keys: { next: 'j' } } },
      { kind: 'end', reports: 0, dismissals: 1 },
    ]);
  });

  test('is handed on in pieces, however large a batch with its pictures is', async () => {
    const big = { ...goldenWholes[0]!.report, note: '长'.repeat(600_000) };
    const sizes: number[] = [];
    const source = sourceOf([big, big, big, big], { size: 100 });
    for await (const piece of exporter.write(source, exportOptions)) sizes.push((piece as string).length);
    expect(Math.max(...sizes)).toBeLessThan(1_500_000);
  });
});
