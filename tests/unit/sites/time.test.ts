import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoFromEpoch, isoFromLongDate, parseShownTime } from '@/utils/sites/time';

/** 2026-11-21 20:30 in Beijing. */
const NOW = new Date('2026-11-21T12:30:00Z');
const shown = (text: string) => parseShownTime(text, NOW);

describe('parseShownTime', () => {
  test.each([
    ['2023-03-01T06:29:33.000Z', '2023-03-01T06:29:33.000Z', false],
    ['2023-03-01T14:29:33+08:00', '2023-03-01T06:29:33.000Z', false],
    ['编辑于 2023-03-01 15:45', '2023-03-01T07:45:00.000Z', false],
    ['发布于 2023-03-01 14:29・IP 属地北京', '2023-03-01T06:29:00.000Z', false],
    ['2026年10月20日 08:00', '2026-10-20T00:00:00.000Z', false],
    ['2024/5/6', '2024-05-05T16:00:00.000Z', true],
    ['3小时前', '2026-11-21T09:30:00.000Z', true],
    ['15 分钟前 上海', '2026-11-21T12:15:00.000Z', true],
    ['2天前', '2026-11-19T12:30:00.000Z', true],
    ['刚刚', '2026-11-21T12:30:00.000Z', true],
    ['昨天 18:20', '2026-11-20T10:20:00.000Z', false],
    ['前天', '2026-11-18T16:00:00.000Z', true],
    ['今天 09:05', '2026-11-21T01:05:00.000Z', false],
    ['11-02 广东', '2026-11-01T16:00:00.000Z', true],
    ['11月2日', '2026-11-01T16:00:00.000Z', true],
    ['02:38', '2026-11-20T18:38:00.000Z', false],
    ['2020-05', '2020-04-30T16:00:00.000Z', true],
    ['24-5-20 12:30', '2024-05-20T04:30:00.000Z', false],
    ['3个月前', '2026-08-23T12:30:00.000Z', true],
    ['2年前', '2024-11-21T12:30:00.000Z', true],
    ['3 hours ago', '2026-11-21T09:30:00.000Z', true],
    ['5h', '2026-11-21T07:30:00.000Z', true],
    ['2mo ago', '2026-09-22T12:30:00.000Z', true],
    ['10 m ago', '2026-11-21T12:20:00.000Z', true],
    ['Premiered Jan 5, 2026', '2026-01-04T16:00:00.000Z', true],
    ['5 January 2026', '2026-01-04T16:00:00.000Z', true],
    ['Dec 30', '2025-12-29T16:00:00.000Z', true],
  ])('%s', (text, iso, approximate) => {
    expect(shown(text)).toEqual({ iso, approximate });
  });

  test('a date without a year is in the past', () => {
    expect(parseShownTime('12-30', new Date('2026-01-03T00:00:00Z'))?.iso).toBe('2025-12-29T16:00:00.000Z');
  });

  test.each([
    '',
    '转发 12',
    '1.2万',
    '第3集',
    '1.5m',
    '12 m views',
    'Mayor 5000',
    '99-99',
    '2023-99-99 99:99',
  ])('%j is no time', (text) => {
    expect(shown(text)).toBeUndefined();
  });

  test('never throws and gives only times that Date understands', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d前天小时月日年:\- ]{0,20}$/)),
        (text) => {
          const time = shown(text);
          if (time) expect(new Date(time.iso).toISOString()).toBe(time.iso);
        },
      ),
    );
  });
});

describe('isoFromLongDate', () => {
  test('reads the form of Weibo and X', () => {
    expect(isoFromLongDate('Wed May 22 10:11:12 +0800 2024')).toBe('2024-05-22T02:11:12.000Z');
    expect(isoFromLongDate('Fri Jan 23 15:57:29 +0000 2026')).toBe('2026-01-23T15:57:29.000Z');
  });

  test.each([undefined, 0, '', '2024-05-22', 'Wed Foo 22 10:11:12 +0800 2024'])('%j is none', (value) => {
    expect(isoFromLongDate(value)).toBeUndefined();
  });
});

describe('isoFromEpoch', () => {
  test.each([
    [1_677_652_173, '2023-03-01T06:29:33.000Z'],
    [1_677_652_173_000, '2023-03-01T06:29:33.000Z'],
    ['1677652173', '2023-03-01T06:29:33.000Z'],
  ])('%j', (value, iso) => {
    expect(isoFromEpoch(value)).toBe(iso);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, '2023', 'abc', null, {}, 12_345])(
    '%j is no time',
    (value) => {
      expect(isoFromEpoch(value)).toBeUndefined();
    },
  );
});
