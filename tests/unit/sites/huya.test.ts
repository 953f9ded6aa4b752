// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/huya';
import { ROOM_LINK } from '@/utils/sites/huya/addresses';
import { readAnswer } from '@/utils/sites/huya/answers';
import { lineId, roomOf } from '@/utils/sites/huya/chat';
import { readRooms, roomAt } from '@/utils/sites/huya/read-data';
import { inlineRooms, parseObjects } from '@/utils/sites/huya/state';

const ORIGIN = 'https://www.huya.com';
const at = (path: string) => new URL(path, ORIGIN);
const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('addresses', () => {
  test.each([
    ['/', 'feed'],
    ['/l', 'feed'],
    ['/g', 'feed'],
    ['/g/lol', 'feed'],
    ['/g/2336', 'feed'],
    ['/search?hsk=x', 'search'],
    ['/700100200?from=x', 'live'],
    ['/qiangan', 'live'],
    ['/gg_player', 'live'],
    ['/lpl', 'live'],
    ['/download', undefined],
    ['/video/play/1.html', undefined],
    ['/cache.php?m=LiveList', undefined],
  ])('%s is %s', (path, surface) => expect(site.surfaceOf(at(path))).toBe(surface));

  test.each([
    ['https://www.huya.com/700100200', '700100200'],
    ['//www.huya.com/qiangan?x=1', 'qiangan'],
    ['/qiangan/', 'qiangan'],
    ['https://www.huya.com/g/lol', undefined],
    ['https://www.huya.com/search', undefined],
    ['https://v.huya.com/play/1', undefined],
    ['https://evil.example/700100200', undefined],
    ['javascript:void(0)', undefined],
  ])('%s leads to %s', (link, room) => expect(ROOM_LINK.exec(link)?.[1]).toBe(room));
});

describe('state', () => {
  test('a room and its host are one, whichever stands first', () => {
    const room = { profileRoom: 5, introduction: 'T', totalCount: 3 };
    const host = { profileRoom: 5, nick: 'N', lp: 7, host: 'Name' };
    const whole = { title: 'T', author: { name: 'N', id: '7' }, counts: { view: 3 } };
    for (const order of [
      [room, host],
      [host, room],
    ]) {
      expect(readRooms(order)).toEqual([{ kind: 'live', id: '5', name: 'Name', fields: whole }]);
    }
  });

  test('an address names a room by its number or its name', () => {
    const rooms = readRooms([{ profileRoom: 5, nick: 'N', host: 'Name' }]);
    expect(roomAt(rooms, '5')?.id).toBe('5');
    expect(roomAt(rooms, 'name')?.id).toBe('5');
    expect(roomAt(rooms, '6')).toBeUndefined();
  });

  test('objects end where they end, whatever stands in their strings', () => {
    const source =
      'var TT_ROOM_DATA = {"introduction":"a};b","profileRoom":5}; var x = {"gameLiveInfo":{"nick":"N"}}';
    expect(parseObjects(source)).toEqual([{ introduction: 'a};b', profileRoom: 5 }, { nick: 'N' }]);
    expect(parseObjects('var TT_ROOM_DATA = {"a":')).toEqual([undefined]);
    expect(parseObjects('nothing')).toEqual([]);
  });

  test('scripts that come later are read', () => {
    const document = page('<script>var TT_ROOM_DATA = {"profileRoom":5,"introduction":"T"};</script>');
    expect(inlineRooms(document)).toHaveLength(1);
    const script = document.createElement('script');
    script.textContent = 'var TT_PROFILE_INFO = {"profileRoom":5,"nick":"N"};';
    document.body.append(script);
    expect(inlineRooms(document)[0]?.fields).toEqual({ title: 'T', author: { name: 'N' } });
  });

  test('no text throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseObjects(`TT_ROOM_DATA = {${text}`)));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const source = `TT_ROOM_DATA = ${JSON.stringify({ introduction: value, profileRoom: 5 })};`;
        expect(parseObjects(source)[0]).toMatchObject({ profileRoom: 5 });
      }),
    );
  });
});

describe('chat', () => {
  const line = (name: string, text: string) =>
    page(`<div><b class="name">${name}</b><i class="msg">${text}</i></div>`).body.children[0] as Element;

  test('a line is known by its room, person and words', () => {
    const id = lineId(line('甲', '好'), at('/700'));
    expect(id).toMatch(/^[0-9a-z]{11}$/);
    expect(lineId(line('甲', '好'), at('/700'))).toBe(id);
    for (const other of [lineId(line('乙', '好'), at('/700')), lineId(line('甲', '坏'), at('/700'))]) {
      expect(other).not.toBe(id);
    }
    expect(lineId(line('甲', '好'), at('/701'))).not.toBe(id);
    expect(lineId(line('甲', ''), at('/700'))).toBeUndefined();
    expect(roomOf(page(''), at('/g/lol'))).toBeUndefined();
  });
});

test('answers of other hosts, and rooms without a host, are not read', () => {
  expect(readAnswer(new URL('https://huya.com.example/'), {})).toBeUndefined();
  expect(readAnswer(at('/cache.php'), [{ profileRoom: 5, introduction: 'x' }])).toEqual([]);
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const room = { profileRoom: 5, nick: one, introduction: other, totalCount: one, startTime: other };
      readAnswer(at('/cache.php'), [room, one]);
    }),
  );
});
