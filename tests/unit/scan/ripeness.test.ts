import { describe, expect, test } from 'vitest';
import type { Place } from '@/utils/scan/page-index';
import { Ripeness } from '@/utils/scan/ripeness';

type Shown = { showsAnything: boolean; known: object };
const place = (reading?: Shown) => ({ reading, isAwaited: false }) as unknown as Place;
const full = { showsAnything: true, known: { title: '标题' } };
const noWords = { showsAnything: false, known: { title: '标题' } };
const noData = { showsAnything: true, known: {} };

describe('Ripeness', () => {
  test.each([
    ['no post', undefined, true, true],
    ['no words', noWords, true, true],
    ['no data', noData, true, false],
    ['words and data', full, false, false],
  ] as const)('a place with %s is unripe: %#', (_, reading, withData, withoutData) => {
    expect(new Ripeness(true).isUnripe(place(reading))).toBe(withData);
    expect(new Ripeness(false).isUnripe(place(reading))).toBe(withoutData);
  });

  test('gives what was noted since the last time, and nothing that is ripe', () => {
    const ripeness = new Ripeness(true);
    const [one, two, three] = [place(noData), place(full), place()];
    for (const each of [one, two, three]) ripeness.note(each);
    expect(ripeness.take()).toEqual([one, three]);
    expect(ripeness.take()).toEqual([]);
  });

  test('notes a place once, however often it is read', () => {
    const ripeness = new Ripeness(true);
    const one = place(noData);
    ripeness.note(one);
    ripeness.note(one);
    expect(ripeness.take()).toEqual([one]);
    ripeness.note(one);
    expect(ripeness.take()).toEqual([]);
  });

  test('notes a place that was ripe at first and is not any more', () => {
    const ripeness = new Ripeness(true);
    const one = place(full);
    ripeness.note(one);
    one.reading = noData as never;
    ripeness.note(one);
    expect(ripeness.take()).toEqual([one]);
  });

  test('notes it again when it is to be read as if for the first time', () => {
    const ripeness = new Ripeness(true);
    const one = place(noData);
    ripeness.note(one);
    ripeness.take();
    one.isAwaited = false;
    ripeness.note(one);
    expect(ripeness.take()).toEqual([one]);
  });

  test('is asked of the reading of this moment', () => {
    const ripeness = new Ripeness(true);
    const one = place(noData);
    expect(ripeness.isUnripe(one)).toBe(true);
    one.reading = full as never;
    expect(ripeness.isUnripe(one)).toBe(false);
  });
});
