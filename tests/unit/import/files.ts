import { createHash } from 'node:crypto';
import type { ImportProblem } from '@/utils/import/problems';
import { type ImportItem, type ReadOptions, readImportFile } from '@/utils/import/read-file';
import type { ExchangeLine, FileHead, PictureLine, ReportLine } from '@/utils/model/exchange';
import type { Report } from '@/utils/model/report';
import { makeReport } from '../../support/builders';

/** Files as somebody might choose them, and what is read from them. */
export const HEAD: FileHead = {
  kind: 'qingjian',
  version: 1,
  exportedAt: '2026-10-02T03:04:05.000Z',
  extension: '0.5.0',
  reviewer: { id: 'reviewer-1', name: '甲组' },
};

export function reportLine(report: Report = makeReport(), parts: Partial<ReportLine> = {}): ReportLine {
  return { kind: 'report', report, history: [], visits: [], pictures: [], ...parts };
}

/** With head and end. */
export function ndjson(lines: readonly ExchangeLine[], head: Partial<FileHead> = {}): string {
  const count = (kind: string) => lines.filter((line) => line.kind === kind).length;
  const end = { kind: 'end', reports: count('report'), dismissals: count('dismissal') };
  return [{ ...HEAD, ...head }, ...lines, end].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Every cell in quotes. */
export function csv(rows: readonly (readonly string[])[], delimiter = ','): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return rows.map((row) => `${row.map(cell).join(delimiter)}\r\n`).join('');
}

export const COLUMNS = [
  'post_key',
  'status',
  'post_url',
  'title',
  'text_excerpt',
  'reviewer_note',
  'reported_at',
  'reviewer_id',
  'reviewer_name',
];

export function row(id: string, parts: Partial<Record<string, string>> = {}): string[] {
  const cells: Partial<Record<string, string>> = {
    post_key: `xiaohongshu:note:${id}`,
    status: 'new',
    post_url: `https://www.xiaohongshu.com/explore/${id}`,
    title: '偶遇一位老人',
    text_excerpt: '路上偶遇拾荒老人，没有剧本。',
    reported_at: '2026-10-02T03:04:05.000Z',
    ...parts,
  };
  return COLUMNS.map((name) => cells[name] ?? '');
}

/** The smallest that has the signs of a WebP, with something of its own. */
export function webp(tail: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`RIFF\0\0\0\0WEBP${tail}`);
}

export function pictureLine(bytes: Uint8Array, parts: Partial<PictureLine> = {}): PictureLine {
  return {
    kind: 'screenshot',
    at: Date.UTC(2026, 9, 2),
    filing: 1,
    sha256: hashOf(bytes),
    size: bytes.length,
    type: 'image/webp',
    ...parts,
  };
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function readAll(content: BlobPart | Blob, options: ReadOptions = {}): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  const file = content instanceof Blob ? content : new Blob([content]);
  for await (const item of readImportFile(file, options)) items.push(item);
  return items;
}

export function problemsOf(items: readonly ImportItem[]): ImportProblem[] {
  return items.flatMap((item) => (item.type === 'problem' ? [item.problem] : []));
}

export function codesOf(items: readonly ImportItem[]): string[] {
  return problemsOf(items).map(({ code }) => code);
}

export function incomingOf(items: readonly ImportItem[]) {
  return items.flatMap((item) => (item.type === 'report' ? [item.incoming] : []));
}

export function keysOf(items: readonly ImportItem[]): string[] {
  return incomingOf(items).map(({ report }) => report.postKey);
}
