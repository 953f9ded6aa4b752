import { expect, test } from 'vitest';
import { countsIn, firstId, firstText } from '@/utils/sites/first-field';

test('the first name under which there is text', () => {
  expect(firstText({ a: ' ', b: null, c: ' x ', d: 'y' }, ['a', 'b', 'c', 'd'])).toBe('x');
  expect(firstText({ a: 0 }, ['a'])).toBe('0');
  expect(firstText({ a: {} }, ['a', 'b'])).toBeUndefined();
});

test('the first name under which there is an id', () => {
  expect(firstId({ a: 0, b: 2 ** 60, c: '12' }, ['a', 'b', 'c'])).toBe('12');
  expect(firstId({ a: 'x' }, ['a'])).toBeUndefined();
});

test('counts by the names of the data, zero among them', () => {
  const names = { like: ['liked', 'likes'], view: ['views'], share: ['shares'] };
  expect(countsIn(names, { liked: 'x', likes: '1.2万', views: 0, shares: -1 })).toEqual({
    like: 12_000,
    view: 0,
  });
  expect(countsIn(names, {})).toEqual({});
});

test('an item goes before the next, whichever of the names it uses', () => {
  const names = { like: ['liked', 'likes'] };
  expect(countsIn(names, { likes: 1 }, { liked: 2 })).toEqual({ like: 1 });
  expect(countsIn(names, {}, { liked: 2 })).toEqual({ like: 2 });
});
