import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, NEWEST_FIRST } from '@/utils/model/queue';
import { addressOf, readAddress } from '@/utils/views/address';
import { START } from '@/utils/views/query';
import { anyState } from './arbitraries';

describe('the address of a view', () => {
  test('is short, and readable where it can be', () => {
    expect(addressOf('queue', START)).toBe('#queue');
    const query = { ...EVERYTHING, statuses: ['new'], categories: ['2025-3/fake-staged'] } as const;
    const sort = { by: 'confidence', descending: true } as const;
    expect(addressOf('queue', { query, sort, grouped: true }, 'strong')).toBe(
      '#queue?view=strong&status=new&category=2025-3/fake-staged&sort=-confidence&group=1',
    );
  });

  test('stands behind the report that is open', () => {
    const state = { ...START, query: { ...EVERYTHING, text: '老人' } };
    const address = addressOf('report/r-1', state);
    expect(readAddress(address)).toEqual({ path: 'report/r-1', ...state, base: '', dropped: [] });
  });

  test('says the whole view: reading it gives what was written', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom('', 'undecided', 'own view'), (state, base) => {
        const read = readAddress(addressOf('queue', state, base));
        expect(read).toEqual({ path: 'queue', ...state, base, dropped: [] });
      }),
    );
  });

  test('survives a browser, which writes some letters differently', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { hash } = new URL(addressOf('queue', state), 'https://reports.example/');
        expect(readAddress(hash)).toMatchObject(state);
      }),
    );
  });
});

describe('an address from elsewhere', () => {
  test.each(['', '#', '#queue', '#queue?', '#report/r-1'])('%j asks for everything', (hash) => {
    expect(readAddress(hash)).toMatchObject({ ...START, base: '', dropped: [] });
  });

  test('loses what nobody understands, and says what that was', () => {
    const { query, sort, grouped, dropped } = readAddress(
      '#queue?status=new&status=gone&label=maybe&from=2026-02-30&to=2026-11-22&sort=-colour&group=yes&copies=&site=&x=y',
    );
    expect(query).toEqual({ ...EVERYTHING, statuses: ['new'], to: '2026-11-22' });
    expect({ sort, grouped }).toEqual({ sort: NEWEST_FIRST, grouped: false });
    expect(dropped).toEqual([
      'status=gone',
      'label=maybe',
      'from=2026-02-30',
      'sort=-colour',
      'group=yes',
      'copies=',
      'site=',
      'x=y',
    ]);
  });

  test('that says a value twice means it once', () => {
    expect(readAddress('#queue?site=zhihu&site=zhihu').query.sites).toEqual(['zhihu']);
  });

  test('with a text without end is not searched for', () => {
    expect(readAddress(`#queue?q=${'长'.repeat(1_001)}`).query.text).toBe('');
    expect(readAddress(`#queue?tag=${'a'.repeat(1_001)}`).query.tags).toEqual([]);
  });

  test('is never too much, and what was understood can be written again', () => {
    const parts = fc.constantFrom(
      '#',
      '?',
      '&',
      '=',
      '%',
      '%E5',
      'status',
      'q',
      'new',
      '-',
      'sort',
      'queue',
      '+',
    );
    const anything = fc.oneof(
      fc.string(),
      fc.array(parts).map((each) => each.join('')),
    );
    fc.assert(
      fc.property(anything, (hash) => {
        const read = readAddress(hash);
        const again = readAddress(addressOf('queue', read, read.base));
        expect(again).toEqual({ ...read, path: 'queue', dropped: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  test('cannot reach what objects have from birth', () => {
    expect(readAddress('#queue?__proto__=x&constructor=y&toString=z').dropped).toHaveLength(3);
  });
});
