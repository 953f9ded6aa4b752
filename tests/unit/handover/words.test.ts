import { describe, expect, test } from 'vitest';
import { ageWords, foundWords, outcomeWord } from '@/components/handover/case-words';
import { cutWords } from '@/components/handover/cut-words';
import { handoverWords } from '@/components/handover/handover-words';
import { fromLocalField, toLocalField } from '@/components/handover/local-time';
import { PIECES } from '@/utils/handover/pieces';
import { type Handover, OUTCOMES } from '@/utils/model/handover';
import { useLanguage } from '../../support/setup';

test('every outcome and every piece has words of its own in both languages', () => {
  for (const language of ['en', 'zh_CN'] as const) {
    useLanguage(language);
    expect(new Set(OUTCOMES.map(outcomeWord)).size).toBe(OUTCOMES.length);
    const pieces = PIECES.map((what) => cutWords({ what, characters: 7 }));
    expect(new Set(pieces).size).toBe(PIECES.length);
    for (const words of pieces) expect(words).toContain('7');
  }
});

test('ages in days', () => {
  expect([0, 1, 1200].map(ageWords)).toEqual(['today', '1 day', '1,200 days']);
});

test('what was cut', () => {
  expect(cutWords({ what: 'addresses', addresses: ['a', 'b'] })).toBe('Addresses that did not fit: 2');
  expect(cutWords({ what: 'text', characters: 3 })).toBe('3 characters cut off for want of room');
});

test('how posts were found: of one in words, of several with numbers', () => {
  expect(foundWords([['gone']])).not.toMatch(/\(/);
  expect(foundWords([undefined])).toBe('no change noted');
  expect(foundWords([['gone'], ['gone', 'labelled'], undefined]).match(/\(\d\)/g)).toEqual([
    '(2)',
    '(1)',
    '(1)',
  ]);
});

describe('one hand-over on a line', () => {
  const handover: Handover = {
    id: 'h',
    channel: '12377',
    at: Date.UTC(2026, 10, 2),
    queryCode: '',
    outcome: 'open',
    note: '',
    posts: ['x:video:1'],
  };

  test('says where and that it waits', () => {
    expect(handoverWords(handover)).toMatch(/^12377, the national reporting centre · .*2026.* · waiting$/);
  });

  test('and code, number of posts, answer and note where there are any', () => {
    const full = {
      ...handover,
      queryCode: 'Q-1',
      posts: ['a', 'b'],
      outcome: 'removed',
      outcomeAt: Date.UTC(2026, 10, 5),
      note: '短信',
    } as const;
    expect(handoverWords({ ...full, posts: [...full.posts] })).toMatch(
      /query code Q-1 · one case of 2 posts · removed \(.*2026.*\) · 短信$/,
    );
  });
});

describe('times in a field', () => {
  test('go to the field and back, to the minute', () => {
    const time = new Date(2026, 0, 5, 7, 9).getTime();
    expect(toLocalField(time)).toBe('2026-01-05T07:09');
    expect(fromLocalField(toLocalField(time), Date.now() + 1e12)).toBe(time);
  });

  test('what is no time, or still to come, is none', () => {
    expect(fromLocalField('', 1e15)).toBeUndefined();
    expect(fromLocalField('2026-13-40T99:00', 1e15)).toBeUndefined();
    expect(fromLocalField('2026-01-05T07:09', new Date(2026, 0, 5, 7, 8).getTime())).toBeUndefined();
  });
});
