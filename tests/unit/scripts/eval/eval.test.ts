// @vitest-environment node
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJudge } from '@/scripts/eval/judge';
import { evaluate } from '@/scripts/eval/main';
import { toReadable } from '@/scripts/eval/readable';
import type { EvalResult } from '@/scripts/eval/run';
import { runEval, writeSets } from './support';

const data = mkdtempSync(join(tmpdir(), 'qingjian-eval-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const pair = (variant: string, name = 'a') => ({ variant, pair: name });

beforeAll(() => {
  writeSets(data, {
    benign: [['早市开门'], ['加微信的人多了'], ['私聊礼仪'], ['雨停了'], 'not json', '{"label":"benign"}'],
    benign_debunk: [['网传加微信领米系谣言']],
    tg_spam: [
      ['要的加微信', 1],
      ['要的私聊', 1],
      ['主播好', 1],
      ['你这个蠢货', 1],
      ['加微信群聊作业', 0],
      ['晚安', 0],
    ],
    xhs_review_synth: [['转一篇', 'repost']],
    toxicloak: [
      ['蠢货一个', 1, pair('base')],
      ['春货一个', 1, pair('homophone')],
      ['蠢货👆一个', 1, pair('emoji')],
      ['蠢货两个', 1, pair('base', 'b')],
      ['蠢货俩个', 1, pair('homophone', 'b')],
      ['蠢🛍两个', 1, pair('emoji', 'b')],
    ],
    official_cases: [
      ['直播间的蠢货对骂', 'tipping', { kind: 'quoted' }],
      ['有新标签的话', 'not-in-the-table', { kind: 'described' }],
    ],
    unheard_of: [['无人认领']],
  });
});

async function measure(...args: string[]): Promise<EvalResult> {
  const { status, out } = await runEval('--data', data, '--json', ...args);
  expect(status).toBe(0);
  return JSON.parse(out) as EvalResult;
}

describe('eval --json', () => {
  let result: EvalResult;
  beforeAll(async () => {
    result = await measure();
  });

  test('counts false positives at both levels', () => {
    const benign = result.falsePositives.filter(({ set }) => set === 'benign');
    expect(benign.map(({ level, all }) => [level, all.hits, all.n, all.verdict])).toEqual([
      ['likely', 1, 4, 'missed'],
      ['clue', 2, 4, null],
    ]);
    expect(benign[0]?.categories).toMatchObject([
      { category: '2025-1/illegal-diversion', hits: 1, target: 0.0025, verdict: 'missed' },
    ]);
  });

  test('counts recall in right categories, any category, precision and false alarms', () => {
    const rows = result.recall.filter(({ id }) => id === 'tg_spam');
    const hits = rows.map((row) => [row.recall.hits, row.any.hits, row.precision.n, row.falseAlarms.hits]);
    expect(hits).toEqual([
      [1, 2, 2, 1],
      [2, 3, 3, 1],
    ]);
    expect(rows.map(({ positives, negatives }) => [positives, negatives])).toEqual([
      [4, 2],
      [4, 2],
    ]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(['missed', null]);
  });

  test('tells which base hits stay under spelling tricks', () => {
    const kept = result.evasion.map(({ variant, level, kept: { hits, n } }) => [variant, level, hits, n]);
    expect(kept).toEqual([
      ['homophone', 'likely', 1, 2],
      ['emoji', 'likely', 1, 2],
      ['homophone', 'clue', 1, 2],
      ['emoji', 'clue', 1, 2],
    ]);
  });

  test('lists official cases that are missed, and counts labels it does not know as missed', () => {
    expect(result.officialCases).toMatchObject({
      right: { hits: 0, n: 2 },
      any: { hits: 1, n: 2 },
      quoted: { hits: 0, n: 1 },
      verdict: 'missed',
      misses: [{ label: 'tipping', found: ['2023-8/comment-abuse'] }, { label: 'not-in-the-table' }],
    });
  });

  test('puts the rule with most false hits first, with quotes', () => {
    const [worst, ...others] = result.rules;
    expect(worst).toMatchObject({
      rule: '2025-1/illegal-diversion/contact',
      hits: { likely: 4, clue: 4 },
      benign: { likely: 2, clue: 2 },
      right: 1,
      wrong: 1,
    });
    expect(worst?.errors.map(({ set, quote }) => [set, quote])).toEqual([
      ['benign', '【加微信】的人多了'],
      ['benign_debunk', '网传【加微信】领米系谣言'],
      ['tg_spam', '【加微信】群聊作业'],
    ]);
    expect(others.map(({ rule }) => rule)).toContain('2025-3/fake-staged/silent');
  });

  test('says what was not measured', () => {
    const skipped = result.skipped.map(({ set }) => set);
    expect(skipped).toContain('benign_posts');
    expect(skipped).toContain('unheard_of');
    expect(result.badRows.map(({ file, line }) => `${file}:${line}`)).toEqual([
      join('benign', 'dev.jsonl:5'),
      join('benign', 'dev.jsonl:6'),
    ]);
    const xhs = result.sets.find(({ set }) => set === 'xhs_review_synth');
    expect(xhs?.unusedLabels).toEqual([{ label: 'repost', rows: 1 }]);
  });

  test('--only and --limit leave the rest out', async () => {
    const less = await measure('--only', 'benign,tg_spam', '--limit', '2');
    expect(less.sets.map(({ set, rows }) => [set, rows])).toEqual([
      ['benign', 2],
      ['tg_spam', 2],
    ]);
    expect(less.skipped).toEqual([]);
    expect(less.officialCases).toBeNull();
  });

  test('--errors bounds the quotes of a rule', async () => {
    expect((await measure('--errors', '1')).rules[0]?.errors).toHaveLength(1);
    expect((await measure('--errors', '0')).rules[0]?.errors).toEqual([]);
  });
});

describe('eval', () => {
  test('prints tables in which a missed target stands out', async () => {
    const { status, out } = await runEval('--data', data);
    expect(status).toBe(0);
    expect(out).toMatch(/^\| tg_spam recall at likely +\| +4 \| +1 = 25\.00 % \(4\.56–69\.94\) .*MISSED/m);
    expect(out).toContain('- tipping: 直播间的蠢货对骂 (found: 2023-8/comment-abuse)');
    expect(out).toContain('- benign_debunk [benign] likely: 网传【加微信】领米系谣言');
    expect(out).toMatch(/^- skipped, no .*: benign_hard, benign_posts, /m);
    expect(out).toMatch(/^- skipped, not in the table .*: unheard_of$/m);
    expect(out).toContain(`- ${join('benign', 'dev.jsonl')}:5 was left out: it is not JSON: not json`);
  });

  test('--rule lists every hit of a rule, category or campaign', async () => {
    const { out } = await runEval('--data', data, '--rule', '2025-1/illegal-diversion/hint');
    expect(out).toContain(
      `- ${join('tg_spam', 'dev.jsonl')}:2 [1] 2025-1/illegal-diversion/hint clue: 要的【私聊】`,
    );
    expect(out).not.toContain('加微信');
    const whole = JSON.parse((await runEval('--data', data, '--json', '--rule', '2025-1')).out) as {
      counts: { rule: string; set: string; likely: number }[];
      hits: unknown[];
    };
    expect(whole.hits).toHaveLength(6);
    expect(whole.counts[0]).toMatchObject({
      rule: '2025-1/illegal-diversion/contact',
      set: 'benign',
      likely: 1,
    });
  });

  test.each([
    [['--data', '/no/such/folder'], 'There is no folder /no/such/folder'],
    [['--json'], '--data FOLDER'],
    [['--data', data, '--only', 'nothing'], 'no set "nothing"'],
    [['--data', data, '--only', 'cold'], 'none of the sets cold'],
    [['--data', data, '--limit', '0'], '--limit takes a whole number from 1'],
    [['--data', data, '--surprise'], 'surprise'],
    [['--data', data, '--rule', '2025-1/other'], '2025-1/illegal-diversion/hint'],
  ])('%j ends with status 2 and says why', async (args, problem) => {
    const { status, out, err } = await runEval(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(problem);
  });

  test('packs that do not load are told, not thrown', async () => {
    let err = '';
    const status = await evaluate(['--data', data], {
      out: () => undefined,
      err: (text) => {
        err += text;
      },
      openJudge: () => Promise.reject(new Error('2025-3 › rule x: no category')),
    });
    expect(status).toBe(2);
    expect(err).toBe('The packs do not load: 2025-3 › rule x: no category\n');
  });
});

test('the judge is the engine of the extension', async () => {
  const judge = await openJudge();
  try {
    expect(judge.rules.size).toBeGreaterThan(0);
    for (const category of judge.rules.values()) expect(judge.categories.has(category), category).toBe(true);
    expect(judge.find(toReadable('周末露营清单', 'headline'))).toEqual([]);
  } finally {
    await judge.close();
  }
}, 30_000);
