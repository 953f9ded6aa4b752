import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, maskInPlace, maskNumbers } from '@/utils/export/mask';

describe('maskNumbers', () => {
  test.each([
    ['打13812345678找我', '打***找我'],
    ['138 1234 5678 / 139-8765-4321', '*** / ***'],
    ['１３８１２３４５６７８', '***'],
    ['座机010-12345678', '座机***'],
    ['身份证11010519491231002X，', '身份证***，'],
    ['110105 19491231 0021', '***'],
    ['（021）12345678 或 (021) 12345678', '*** 或 ***'],
    ['+86 13812345678', '***'],
    ['转到 6222021234567890128', '转到 ***'],
    ['卡号：4111-1111-1111-1111。', '卡号：***。'],
  ])('%s → %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  test.each([
    '价格 1380 元',
    '2026-10-01 12:00',
    '订单 7301234567890123456',
    '12813812345678',
    '110 和 12377',
    '微博 4111111111111111 条',
    '加微信 abc_12345，写信到 someone@example.com',
  ])('leaves %s alone', (text) => {
    expect(maskNumbers(text)).toBe(text);
  });
});

test('excerpt keeps a short text and never halves a character', () => {
  expect(excerpt('短', 1)).toBe('短');
  expect(excerpt('😀😀😀', 2)).toBe('😀…');
});

test('excerpt cuts as if the text were spread into its characters', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '字', '😀', '\ud83d', '\ude00'), maxLength: 12 }),
      fc.integer({ min: 1, max: 8 }),
      (text, limit) => {
        const characters = [...text];
        expect(excerpt(text, limit)).toBe(
          characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`,
        );
      },
    ),
  );
});

test('a mask in place keeps every place, and finds what the other one finds', () => {
  expect(maskInPlace('打１３８１２３４５６７８找我')).toBe('打***********找我');
  const text = fc.string({ unit: fc.constantFrom('1', '3', '8', '0', '-', ' ', '８', '字', '13812345678') });
  fc.assert(
    fc.property(text, (original) => {
      const masked = maskInPlace(original);
      expect(masked).toHaveLength(original.length);
      expect(masked.replaceAll(/\*+/g, '*')).toBe(maskNumbers(original).replaceAll(/\*+/g, '*'));
      expect(maskNumbers(maskNumbers(original))).toBe(maskNumbers(original));
      for (let i = 0; i < original.length; i++) expect([original[i], '*']).toContain(masked[i]);
    }),
    { numRuns: 500 },
  );
});
