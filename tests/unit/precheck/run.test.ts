import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withPictures } from '@/utils/exchange/checked-reports';
import {
  CHECKS,
  type CheckChoice,
  type CheckId,
  type Concern,
  isOpen,
  PLACE_FIELDS,
} from '@/utils/model/concern';
import { REPORT_STATUSES, type Report } from '@/utils/model/report';

import { textAt, textsOf } from '@/utils/model/texts';
import { defaultChoices, unchosen } from '@/utils/precheck/choices';
import type { Checked } from '@/utils/precheck/define-check';
import { runChecks, tallyChecks } from '@/utils/precheck/run';
import { makePost } from '../../support/builders';
import { contextOf, NOW, quietReport, raised } from './support';

const NONE: ReadonlySet<CheckId> = new Set();
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      '138',
      '1234',
      '5678',
      '@',
      '微信',
      'a1',
      '7岁',
      '女儿',
      '小学',
      '班',
      '演绎',
      '笑死',
      '据报道',
      '\n',
      '\ud83d',
    ),
    maxLength: 40,
  }),
);
const anyReport: fc.Arbitrary<Report> = fc
  .record({
    title: text,
    text,
    hashtags: fc.array(text, { maxLength: 3 }),
    name: fc.option(text, { nil: undefined }),
    verification: fc.option(text, { nil: undefined }),
    place: fc.option(text, { nil: undefined }),
    note: text,
    url: fc.constantFrom('', 'https://example.com/1', 'javascript:1'),
    status: fc.constantFrom(...REPORT_STATUSES),
    categories: fc.subarray(['2025-7/minor-tip', '2025-5/smear-rumor', '2025-3/fake-staged', 'x/gone', '']),
    theirs: fc.option(text, { nil: undefined }),
  })
  .map(({ title, text: words, hashtags, name, verification, place, url, theirs, ...parts }) => {
    const author = { ...(name ? { name } : {}), ...(verification ? { verification } : {}) };
    const post = makePost({ title, text: words, hashtags, author, url });
    if (place !== undefined) post.labelPlaces = [{ from: 'element', where: 'x', text: place }];
    const report = quietReport({ ...parts, post });
    if (theirs === undefined) return report;
    const account = { reviewer: { id: 'b', name: '' }, report: { ...report, note: theirs }, steps: [] };
    return { ...report, accounts: [account] };
  });

test('any report: never throws, known checks each once in order, and places that are what they say', () => {
  const order = (check: CheckId) => CHECKS.indexOf(check);
  fc.assert(
    fc.property(
      anyReport,
      fc.nat(3),
      fc.boolean(),
      fc.constantFrom('export', 'handover'),
      (report, pictures, picturesLeave, leaving) => {
        const concerns = runChecks(
          { report, pictures },
          contextOf({ leaving: leaving as 'export', picturesLeave }),
        );
        const ids = concerns.map(({ check }) => order(check));
        expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
        for (const { places } of concerns) {
          for (const place of places) {
            const whole = textAt(report, place);
            expect(place.start).toBeLessThan(place.end);
            expect(place.end).toBeLessThanOrEqual(whole.length);
            expect(whole.slice(place.start, place.end)).toBe(place.text);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('every text that is looked at is found again where it stands', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      for (const { value, ...where } of textsOf(report, PLACE_FIELDS))
        expect(textAt(report, where)).toBe(value);
    }),
  );
  expect(textAt(quietReport(), { field: 'note', account: 4 })).toBe('');
});

test('a text thick with numbers tells so many places and no more', () => {
  const report = quietReport({}, '加 13812345678，'.repeat(1_000));
  expect(raised(report, 'private-numbers')!.places).toHaveLength(200);
});

test('a post’s counter-evidence is asked for once, whatever the number of checks', () => {
  let asked = 0;
  const context = contextOf();
  const counters: typeof context.counters = (post) => {
    asked++;
    return context.counters(post);
  };
  runChecks({ report: quietReport(), pictures: 0 }, { ...context, counters });
  expect(asked).toBe(1);
});

describe('what was let pass before', () => {
  const at = NOW - 3_600_000;
  const passed = (parts: Partial<Report>): Concern =>
    raised(
      quietReport({
        note: '13812345678',
        updatedAt: at + 200,
        overruled: [{ check: 'private-numbers', for: 'export', at, by: '阿青' }],
        ...parts,
      }),
      'private-numbers',
    )!;

  test('stands as long as nothing was changed since', () => {
    const concern = passed({});
    expect(concern.earlier).toEqual({ at, by: '阿青', stands: true });
    expect(isOpen(concern, NONE, NONE)).toBe(false);
  });

  test.each([
    ['changed later', { updatedAt: at + 60_001 }],
    ['read anew', { readAt: at + 1 }],
  ])('is only remembered when the report was %s', (_name, parts) => {
    const concern = passed(parts);
    expect(concern.earlier?.stands).toBe(false);
    expect(isOpen(concern, NONE, NONE)).toBe(true);
    expect(isOpen(concern, new Set(['private-numbers']), NONE)).toBe(false);
  });

  test('says nothing of another purpose or check', () => {
    expect(
      passed({ overruled: [{ check: 'private-numbers', for: 'handover', at }] }).earlier,
    ).toBeUndefined();
    expect(passed({ overruled: [{ check: 'names', for: 'export', at }] }).earlier).toBeUndefined();
  });

  test('is the last of several, and of nobody where no name was set', () => {
    const entry = { check: 'private-numbers', for: 'export' as const };
    expect(
      passed({
        overruled: [
          { ...entry, at },
          { ...entry, at: at - 5, by: '小鉴' },
        ],
      }).earlier,
    ).toEqual({
      at,
      stands: true,
    });
  });
});

describe('tallies of many', () => {
  const reports = Array.from({ length: 250 }, (_, i) =>
    quietReport({
      id: `r${i}`,
      ...(i % 2 ? {} : { note: '13812345678' }),
      ...(i % 5 ? {} : { status: 'new' }),
    }),
  );
  async function* batches(size: number): AsyncGenerator<Checked[]> {
    for (let i = 0; i < reports.length; i += size)
      yield reports.slice(i, i + size).map((report) => ({ report, pictures: 0 }));
  }

  test.each([1, 7, 1_000])('are the same in batches of %i, and what single checks say', async (size) => {
    const seen: number[] = [];
    const { total, tallies } = await tallyChecks(batches(size), contextOf(), {
      onProgress: (n) => seen.push(n),
    });
    expect(total).toBe(250);
    expect(seen.at(-1)).toBe(250);
    expect(seen).toHaveLength(Math.ceil(250 / size));
    for (const check of CHECKS) {
      const ids = reports.filter((each) => raised(each, check, { pictures: 0 })).map(({ id }) => id);
      expect(tallies.find((each) => each.check === check)?.ids ?? []).toEqual(ids);
    }
    expect(tallies.map(({ check, count }) => [check, count])).toEqual([
      ['private-numbers', 125],
      ['evidence', 250],
      ['no-decision', 50],
    ]);
  });

  test('what was let pass is counted apart and not among the ids', async () => {
    const overruled = [{ check: 'private-numbers', for: 'export' as const, at: NOW }];
    const settled = quietReport({ id: 'settled', note: '13812345678', updatedAt: NOW, overruled });
    const { tallies } = await tallyChecks(
      [[{ report: settled, pictures: 1 }]],
      contextOf({ picturesLeave: false }),
    );
    expect(tallies).toEqual([{ check: 'private-numbers', count: 0, ids: [], passed: 1 }]);
    expect(unchosen(tallies, new Map())).toEqual([]);
  });

  test('can be cancelled in the middle', async () => {
    const abort = new AbortController();
    const run = tallyChecks(batches(10), contextOf(), {
      signal: abort.signal,
      onProgress: (done) => done >= 50 && abort.abort(),
    });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('pictures are counted from the index', async () => {
    async function* one() {
      yield reports.slice(0, 2);
    }
    const store = { countScreenshots: async () => new Map([['r1', 3]]) };
    const all = await Array.fromAsync(withPictures(one(), store));
    expect(all.flat().map(({ report, pictures }) => [report.id, pictures])).toEqual([
      ['r0', 0],
      ['r1', 3],
    ]);
  });
});

describe('choices', () => {
  const tally = (check: CheckId, count: number) => ({ check, count, ids: [], passed: 0 });
  const tallies = CHECKS.map((check) => tally(check, 1));

  test('only missing pieces are taken along unasked', () => {
    expect([...defaultChoices(tallies)]).toEqual([
      ['evidence', 'take'],
      ['no-decision', 'take'],
    ]);
  });

  test('all others must be chosen', () => {
    const choices = defaultChoices(tallies);
    expect(unchosen(tallies, choices)).toEqual(CHECKS.slice(0, 7));
    const chosen = new Map<CheckId, CheckChoice>([...choices, ['names', 'leave']]);
    expect(unchosen(tallies, chosen)).not.toContain('names');
  });

  test('masked words need no further look, but children may be in the picture too', () => {
    const open = (check: CheckId) => isOpen({ check, places: [], grounds: [] }, NONE, new Set(CHECKS));
    expect(CHECKS.filter(open)).toEqual(['minors']);
  });

  test('what is not complete waits for nobody', () => {
    const open = (check: CheckId) => isOpen({ check, places: [], grounds: [] }, NONE, NONE);
    expect(CHECKS.filter((check) => !open(check))).toEqual(['evidence', 'no-decision']);
  });
});
