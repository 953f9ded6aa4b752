// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseMatchArgs, parsePageArgs } from '@/scripts/bench/args';
import { BenchError } from '@/scripts/bench/error';
import { readListFile } from '@/scripts/bench/list-file';
import { generatePosts, joinPosts } from '@/scripts/bench/posts';
import { generateTerms } from '@/scripts/bench/terms';

const folder = mkdtempSync(join(tmpdir(), 'qingjian-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('arguments', () => {
  test('are a run with generated terms when there are none', () => {
    expect(parseMatchArgs([])).toEqual({ quick: false, list: undefined });
    expect(parseMatchArgs(['--quick', '--list', 'a.txt'])).toEqual({ quick: true, list: 'a.txt' });
  });

  test.each([[['--lst']], [['file.txt']], [['--list']], [['--quick=yes']]])(
    '%j are refused with the usage',
    (args) => {
      expect(() => parseMatchArgs(args)).toThrow(BenchError);
      expect(() => parseMatchArgs(args)).toThrow('npm run bench:match');
    },
  );
});

describe('arguments of the page bench', () => {
  test('are all parts when none is named', () => {
    const { quick, parts } = parsePageArgs([]);
    expect(quick).toBe(false);
    expect(parts).toEqual(['static', 'append', 'start', 'tick', 'recycle', 'ranges']);
  });

  test('name parts, which run in their own order', () => {
    const args = ['--part', 'tick', '--quick', '--part', 'static'];
    expect(parsePageArgs(args)).toEqual({ quick: true, parts: ['static', 'tick'] });
  });

  test.each([[['--part']], [['--part', 'none']], [['--list', 'a.txt']], [['tick']]])(
    '%j are refused with the usage',
    (args) => {
      expect(() => parsePageArgs(args)).toThrow(BenchError);
      expect(() => parsePageArgs(args)).toThrow('npm run bench:page');
    },
  );
});

describe('a list of one term a line', () => {
  const write = (content: string | Uint8Array) => {
    const file = join(folder, 'list.txt');
    writeFileSync(file, content);
    return file;
  };
  const many = Array.from({ length: 120 }, (_, i) => `词${i}`);

  test('is read without empty and repeated lines, whatever ends them', () => {
    const listed = readListFile(write(`\ufeff${many.join('\r\n')}\n\n  词0 \n末`));
    expect(listed).toHaveLength(121);
    expect(listed[0]).toEqual({ term: '词0', line: 1 });
    expect(listed.at(-1)).toEqual({ term: '末', line: 123 });
  });

  test.each<[what: string, content: string | Uint8Array, message: string]>([
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('甲\n乙\n'), Buffer.from([0xb4, 0xca])]),
      'list.txt, line 3: not UTF-8',
    ],
    ['zeros', '甲\n乙\0\n', 'list.txt, line 2: not text'],
    ['a whole article in a line', `甲\n${'乙'.repeat(1025)}\n`, 'list.txt, line 2: longer than 1024'],
    ['too few terms', '甲\n乙\n', 'list.txt, line 2: the list ends after 2 terms'],
    ['nothing', '', 'the list ends after 0 terms'],
  ])('with %s is refused', (_, content, message) => {
    const file = write(content);
    expect(() => readListFile(file)).toThrow(BenchError);
    expect(() => readListFile(file)).toThrow(message);
  });

  test('that is not there, or a folder, is refused', () => {
    expect(() => readListFile(join(folder, 'none.txt'))).toThrow(/There is no file .*none\.txt/);
    expect(() => readListFile(folder)).toThrow('There is no file');
  });
});

describe('generated texts', () => {
  const terms = generateTerms(12_000);
  const posts = generatePosts(terms, 3_000);
  const share = (list: readonly string[], test: (item: string) => boolean) =>
    list.filter(test).length / list.length;

  test('are the same in every run', () => {
    expect(generateTerms(500)).toEqual(generateTerms(500));
    expect(generatePosts(terms, 50)).toEqual(posts.slice(0, 50));
    expect(generatePosts(terms, 50, 8)).not.toEqual(posts.slice(0, 50));
  });

  test('terms have the lengths and characters of public lists', () => {
    expect(new Set(terms).size).toBe(12_000);
    const lengths = terms.map(({ length }) => length);
    expect(lengths.reduce((sum, length) => sum + length) / terms.length).toBeCloseTo(7.5, 0);
    expect([Math.min(...lengths), Math.max(...lengths) <= 40]).toEqual([2, true]);
    expect(share(terms, (term) => /^[a-z0-9]+$/.test(term))).toBeCloseTo(0.2, 1);
    expect(new Set(terms.join('')).size).toBeGreaterThan(3_000);
    expect(share(terms, (term) => /\p{Script=Han}/u.test(term))).toBeGreaterThan(0.75);
  });

  test('posts have the lengths of short texts, whole characters, and some of the terms', () => {
    const lengths = posts.map(({ length }) => length).sort((a, b) => a - b);
    expect(lengths[1_500]).toBeGreaterThan(38);
    expect(lengths[1_500]).toBeLessThan(50);
    expect(lengths[2_700]).toBeGreaterThan(100);
    expect(lengths[2_700]).toBeLessThan(140);
    expect(posts.every((post) => post.isWellFormed())).toBe(true);
    const text = posts.join('\n');
    expect(share(terms, (term) => text.includes(term))).toBeGreaterThan(0.01);
    for (const sign of [' ', '，', '\u200b', '😀']) expect(text).toContain(sign);
  });

  test('one long text is cut to size', () => {
    const long = joinPosts(posts, 250_000);
    expect(long).toHaveLength(250_000);
    expect(long.startsWith(posts[0]!)).toBe(true);
  });
});
