import { afterEach, describe, expect, test, vi } from 'vitest';
import { EVERYTHING, NEWEST_FIRST, type ReportQuery, WITHOUT } from '@/utils/model/queue';
import type { Report } from '@/utils/model/report';
import { ReportIndex } from '@/utils/report-index/report-index';
import { makePost, makeReport } from '../../support/builders';
import { asStored } from '../../support/many-reports';

const LONG = '清早的码头边有人把整船的渔网一张一张摊开晾晒，孩子们绕着跑来跑去，谁也没留意潮水正慢慢退下去。';

let rev = 0;
const row = (id: string, parts: Partial<Report> = {}) =>
  asStored(makeReport({ id, post: makePost({ id, text: `各说各的 ${id}` }), ...parts }), ++rev);

function filled(...rows: unknown[]): ReportIndex {
  const index = new ReportIndex();
  index.put(rows);
  return index;
}

function idsOf(index: ReportIndex, query: Partial<ReportQuery>): string[] {
  return index.select({ ...EVERYTHING, ...query }, NEWEST_FIRST, { grouped: false }).rows.map(({ id }) => id);
}

describe('rows', () => {
  test('that are damaged stand apart until they are whole again', () => {
    const index = filled(row('a'), { ...row('b'), status: 'odd' });
    expect([index.size, [...index.corrupt.keys()]]).toEqual([1, ['b']]);
    expect(index.corrupt.get('b')!.problem).toMatch(/^status: /);
    expect([index.has('b'), index.get('b')]).toEqual([true, undefined]);
    index.put([{ ...row('a'), post: undefined }, row('b')]);
    expect([index.size, [...index.corrupt.keys()]]).toEqual([1, ['a']]);
    expect(idsOf(index, {})).toEqual(['b']);
    index.remove(['a']);
    expect(index.corrupt.size).toBe(0);
  });

  test('that are removed leave their place to others', () => {
    const index = filled(row('a', { tags: ['重点'] }), row('b'));
    index.remove(['a', 'never-there']);
    index.put([row('c')]);
    expect(index.get('a')).toBeUndefined();
    expect(idsOf(index, { tags: ['重点'] })).toEqual([]);
    expect(idsOf(index, {})).toEqual(['c', 'b']);
  });
});

describe('a selection', () => {
  test('is the same object until the index or the question changes', () => {
    const index = filled(row('a'));
    const select = () => index.select(EVERYTHING, NEWEST_FIRST, { grouped: false });
    const first = select();
    expect(select()).toBe(first);
    expect(index.select({ ...EVERYTHING, text: 'x' }, NEWEST_FIRST, { grouped: false })).not.toBe(first);
    const again = select();
    const version = index.version;
    index.put([row('b')]);
    expect(index.version).not.toBe(version);
    expect(select()).not.toBe(again);
    expect(select().rows[1]).toBe(first.rows[0]);
  });

  test('finds every word of a search in any fields, none across two', () => {
    const index = filled(
      row('a', {
        post: makePost({ title: '江边', text: '钓鱼的人', hashtags: ['周末'] }),
        note: 'See LATER',
      }),
    );
    expect(idsOf(index, { text: '钓鱼 江边 later' })).toEqual(['a']);
    expect(idsOf(index, { text: '江边钓鱼' })).toEqual([]);
    expect(idsOf(index, { text: 'Ｌａｔｅｒ' })).toEqual(['a']);
  });

  test('searches a text anew after an edit', () => {
    const index = filled(row('a', { note: '先看' }), row('b'));
    expect(idsOf(index, { text: '先看' })).toEqual(['a']);
    index.put([row('a', { note: '' }), row('b', { note: '先看' })]);
    expect(idsOf(index, { text: '先看' })).toEqual(['b']);
  });

  test('tells campaigns from categories, and reports without any', () => {
    const index = filled(
      row('a', { categories: ['2025-3/x', '2025-3/y'] }),
      row('b', { categories: ['2025-4/x'] }),
      row('c', { categories: [] }),
    );
    const { facets } = index.select(EVERYTHING, NEWEST_FIRST, { grouped: false });
    expect(facets.campaigns).toEqual(
      new Map([
        ['2025-3', 1],
        ['2025-4', 1],
        [WITHOUT, 1],
      ]),
    );
    expect(idsOf(index, { campaigns: ['2025-3'] })).toEqual(['a']);
    expect(idsOf(index, { categories: [WITHOUT] })).toEqual(['c']);
  });

  test('counts each facet under the rest of the query', () => {
    const index = filled(
      row('a', { status: 'new', tags: ['x'] }),
      row('b', { status: 'confirmed', tags: ['x'] }),
      row('c', { status: 'confirmed', tags: ['y'] }),
    );
    const { facets, count } = index.select(
      { ...EVERYTHING, statuses: ['confirmed'], tags: ['x'] },
      NEWEST_FIRST,
      { grouped: false },
    );
    expect(count).toBe(1);
    expect(facets.statuses).toEqual(
      new Map([
        ['new', 1],
        ['confirmed', 1],
      ]),
    );
    expect(facets.tags).toEqual(
      new Map([
        ['x', 1],
        ['y', 1],
      ]),
    );
    expect(facets.sites).toEqual(new Map([['xiaohongshu', 1]]));
  });

  test('puts copies into one row, and their number decides the order by copies', () => {
    const copy = (id: string, createdAt: number, status: Report['status'] = 'new') =>
      row(id, { createdAt, status, post: makePost({ id, text: LONG }) });
    const index = filled(copy('a', 1), row('b', { createdAt: 2 }), copy('c', 3, 'confirmed'), copy('d', 4));
    expect(index.select(EVERYTHING, NEWEST_FIRST, { grouped: true }).rows).toEqual([
      { id: 'd', members: ['d', 'c', 'a'] },
      { id: 'b', members: ['b'] },
    ]);
    const fresh = index.select({ ...EVERYTHING, statuses: ['new'] }, NEWEST_FIRST, { grouped: true });
    expect(fresh.rows[0]).toEqual({ id: 'd', members: ['d', 'a'] });
    expect(fresh.count).toBe(3);
    const byCopies = index.select(EVERYTHING, { by: 'copies', descending: false }, { grouped: false });
    expect(byCopies.rows.map(({ id }) => id)).toEqual(['b', 'd', 'c', 'a']);
    expect(idsOf(index, { copies: true })).toEqual(['d', 'c', 'a']);
    index.remove(['a', 'c']);
    expect(idsOf(index, { copies: true })).toEqual([]);
  });
});

describe('days', () => {
  afterEach(() => vi.unstubAllEnvs());

  const at = (text: string) => new Date(text).getTime();

  test('are whole local ones, the first and the last with them', () => {
    const index = filled(
      row('before', { createdAt: at('2026-03-07T23:59:59.999') }),
      row('first', { createdAt: at('2026-03-08T00:00:00.000') }),
      row('last', { createdAt: at('2026-03-09T23:59:59.999') }),
      row('after', { createdAt: at('2026-03-10T00:00:00.000') }),
    );
    expect(idsOf(index, { from: '2026-03-08', to: '2026-03-09' })).toEqual(['last', 'first']);
    expect(idsOf(index, { from: '2026-03-09' })).toEqual(['after', 'last']);
    expect(idsOf(index, { to: '2026-03-07' })).toEqual(['before']);
    expect(idsOf(index, { from: 'soon', to: '' })).toHaveLength(4);
  });

  test('of 23 or 25 hours too', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const index = filled(
      row('last hour', { createdAt: at('2026-10-25T23:30:00') }),
      row('next day', { createdAt: at('2026-10-26T00:00:00') }),
      row('spring', { createdAt: at('2026-03-29T23:30:00') }),
      row('spring after', { createdAt: at('2026-03-30T00:00:00') }),
    );
    expect(idsOf(index, { from: '2026-10-25', to: '2026-10-25' })).toEqual(['last hour']);
    expect(idsOf(index, { from: '2026-03-29', to: '2026-03-29' })).toEqual(['spring']);
  });
});

describe('the order', () => {
  test('by a time far apart or missing is exact, reports without it last', () => {
    const index = filled(
      row('none', {}),
      row('far', { decidedAt: 8.64e15 }),
      row('zero', { decidedAt: 0 }),
      row('near', { decidedAt: 0x1_0000_0000 }),
      row('nearer', { decidedAt: 0x1_0000_0001 }),
    );
    const order = (descending: boolean) =>
      index.select(EVERYTHING, { by: 'decidedAt', descending }, { grouped: false }).rows.map(({ id }) => id);
    expect(order(true)).toEqual(['far', 'nearer', 'near', 'zero', 'none']);
    expect(order(false)).toEqual(['zero', 'near', 'nearer', 'far', 'none']);
  });
});
