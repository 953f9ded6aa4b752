import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  categoryGroups,
  groupOf,
  inOrder,
  narrowed,
  type OptionContext,
  optionsOf,
} from '@/components/filters/options';
import { EVERYTHING, FACETS, type ReportQuery } from '@/utils/model/queue';
import { FACET_COUNTS, FILTER_NAMES } from '../../support/filters';

const context = (query: Partial<ReportQuery> = {}): OptionContext => ({
  query: { ...EVERYTHING, ...query },
  facets: FACET_COUNTS,
  names: FILTER_NAMES,
});
const brief = (options: readonly { name: string; count: number }[]) =>
  options.map(({ name, count }) => `${name} ${count}`);

describe('the values of a field', () => {
  test('come by how often they occur, and by name where that is the same', () => {
    const facets = { ...FACET_COUNTS, tags: new Map(Object.entries({ b: 2, a: 2, c: 9, '-': 5 })) };
    expect(brief(optionsOf('tags', { ...context(), facets }))).toEqual(['c 9', 'No tag 5', 'a 2', 'b 2']);
  });
  test('what is chosen comes first, also when no report has it any more', () => {
    const options = optionsOf('sites', context({ sites: ['zhihu', 'gone'] }));
    expect(brief(options).slice(0, 3)).toEqual(['Zhihu 49', 'gone 0', 'Xiaohongshu 50']);
    expect(options.map(({ chosen }) => chosen).slice(0, 3)).toEqual([true, true, false]);
  });
  test('closed lists are whole and in their own order', () => {
    expect(brief(optionsOf('confidences', context()))).toEqual([
      'Strong 5',
      'Likely 90',
      'Clue 0',
      'No rule matched 0',
    ]);
    expect(brief(optionsOf('labels', context()))).toEqual([
      'Label seen 0',
      'Read, no label 70',
      'Could not tell 200',
    ]);
    expect(brief(optionsOf('statuses', context({ statuses: ['dismissed'] }))).map((each) => each[0])).toEqual(
      ['N', 'C', 'D', 'S'],
    );
  });
  test('what files say is told by verdict, the frequent first', () => {
    expect(brief(optionsOf('files', context({ files: ['none'] })))).toEqual([
      'No evidence of AI found; this proves nothing 3',
      'No file was looked into 255',
      'Evidence of AI in the file 12',
    ]);
  });
  test.each([
    ['rules', 'No rule (reported by hand)'],
    ['assignees', 'Nobody'],
    ['tags', 'No tag'],
    ['files', 'No file was looked into'],
    ['categories', 'No category'],
    ['campaigns', 'No category'],
  ] as const)('%s without a value are called so', (facet, name) => {
    expect(optionsOf(facet, context()).find(({ value }) => value === '-')?.name).toBe(name);
  });
  test('no two options of all fields have the same key', () => {
    const keys = FACETS.flatMap((facet) => groupOf(facet, context()).options.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('categories', () => {
  test('stand under their campaign, the newest first, after the campaign as a whole', () => {
    const groups = categoryGroups(context());
    expect(groups.map(({ name }) => name)).toEqual(['2025-4', '2025 · Malicious marketing', 'No category']);
    expect(brief(groups[1]!.options)).toEqual([
      'The whole campaign 61',
      'Fake staged scenes 44',
      '2025-3/bait-tipping 17',
    ]);
    expect(brief(groups[2]!.options)).toEqual(['No category 2']);
  });
  test('a campaign that is chosen is there without any report', () => {
    const groups = categoryGroups(context({ campaigns: ['2023-9', '-'] }));
    expect(groups.find(({ key }) => key === '2023-9')?.options).toMatchObject([{ chosen: true, count: 0 }]);
    expect(groups.at(-1)?.options).toHaveLength(2);
  });
});

describe('narrowing', () => {
  const groups = () => categoryGroups(context());
  test.each([
    ['staged', ['2025-3/fake-staged']],
    ['ＦＡＫＥ', ['2025-3/fake-staged']],
    ['marketing bait', ['2025-3/bait-tipping']],
    ['no such thing', []],
  ])('%j', (search, values) => {
    expect(narrowed(groups(), search).flatMap(({ options }) => options.map(({ value }) => value))).toEqual(
      values,
    );
  });
  test('by nothing leaves everything', () => {
    expect(narrowed(groups(), '  ')).toEqual(groups());
  });
  test('Chinese needs no spaces', () => {
    const names = { ...FILTER_NAMES, site: (id: string) => (id === 'xiaohongshu' ? '小红书' : id) };
    const [found] = narrowed([groupOf('sites', { ...context(), names })], '红书');
    expect(found?.options.map(({ value }) => value)).toEqual(['xiaohongshu']);
  });
});

test('an open list keeps its order whatever is chosen; what is new comes last', () => {
  fc.assert(
    fc.property(fc.subarray([...FACET_COUNTS.sites.keys()]), (sites) => {
      const before = groupOf('sites', context());
      const order = before.options.map(({ key }) => key);
      const [after] = inOrder([groupOf('sites', context({ sites: [...sites, 'new'] }))], order);
      expect(after?.options.map(({ key }) => key)).toEqual([...order, 'sites:new']);
    }),
  );
});
