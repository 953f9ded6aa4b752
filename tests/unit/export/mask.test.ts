import { describe, expect, test } from 'vitest';
import { excerpt, maskNumbers } from '@/utils/export/mask';

describe('maskNumbers', () => {
  test.each([
    ['打13812345678找我', '打***找我'],
    ['138 1234 5678 / 139-8765-4321', '*** / ***'],
    ['１３８１２３４５６７８', '***'],
    ['座机010-12345678', '座机***'],
    ['身份证11010519491231002X，', '身份证***，'],
    ['110105 19491231 0021', '***'],
  ])('%s → %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  test.each([
    '价格 1380 元',
    '2026-10-01 12:00',
    '订单 7301234567890123456',
    '12813812345678',
    '110 和 12377',
  ])('leaves %s alone', (text) => {
    expect(maskNumbers(text)).toBe(text);
  });
});

test('excerpt keeps a short text and never halves a character', () => {
  expect(excerpt('短', 1)).toBe('短');
  expect(excerpt('😀😀😀', 2)).toBe('😀…');
});
