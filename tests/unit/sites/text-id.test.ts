import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textId } from '@/utils/sites/text-id';

test('is 11 letters and digits, the same for the same parts and another for others', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), fc.string({ minLength: 1 }), (parts, more) => {
      const id = textId(...parts);
      expect(id).toMatch(/^[0-9a-z]{11}$/);
      expect(textId(...parts)).toBe(id);
      expect(textId(...parts, more)).not.toBe(id);
    }),
  );
});

test('parts do not run into each other', () => {
  expect(textId('ab', 'c')).not.toBe(textId('a', 'bc'));
});

test('ids of ten thousand lines do not collide', () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => textId('room', `弹幕${i}`));
  expect(new Set(ids).size).toBe(10_000);
});
