import { expect, test } from 'vitest';
import { ScanId } from '@/entrypoints/scanner.content/scan-id';
import type { Finding } from '@/utils/model/finding';
import type { Scan } from '@/utils/scan/scanner';
import { makeFinding, makePost } from '../../support/builders';

function scanned(...findings: Finding[]): Scan {
  const found = [{ post: makePost(), root: document.body, fields: {}, findings }];
  const health = { status: 'ok' as const, posts: 1, missing: [] };
  return { url: 'https://www.xiaohongshu.com/explore', surface: 'feed', health, found } as unknown as Scan;
}

test('the name changes with the findings, clues included, and never comes back', () => {
  const id = new ScanId();
  expect(id.value).toBeNull();
  const names = [scanned(), scanned(), scanned(makeFinding({ confidence: 'clue' })), scanned()].map(
    (scan) => {
      id.update(scan);
      return id.value;
    },
  );
  expect(names[1]).toBe(names[0]);
  expect(new Set(names).size).toBe(3);
  const other = new ScanId();
  other.update(scanned());
  expect(names).not.toContain(other.value);
});
