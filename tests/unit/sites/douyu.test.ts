// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/douyu';
import { ROOM_LINK } from '@/utils/sites/douyu/addresses';
import { readAnswer } from '@/utils/sites/douyu/answers';
import { bridge } from '@/utils/sites/douyu/bridge';
import { readRooms } from '@/utils/sites/douyu/read-data';
import { parseObjects, readState, roomInState, roomOf } from '@/utils/sites/douyu/state';

const ORIGIN = 'https://www.douyu.com';
const at = (path: string) => new URL(path, ORIGIN);
const page = (script: string) => new DOMParser().parseFromString(`<script>${script}</script>`, 'text/html');

describe('addresses', () => {
  test.each([
    ['/', 'feed'],
    ['/g_LOL', 'feed'],
    ['/directory/all', 'feed'],
    ['/directory/subCate/x/1', 'feed'],
    ['/search?kw=x', 'search'],
    ['/search/live?kw=x', 'search'],
    ['/5001001', 'live'],
    ['/topic/spring?rid=5001001', 'live'],
    ['/topic/spring', 'live'],
    ['/member/cp', undefined],
    ['/0', undefined],
    ['/lpl', undefined],
  ])('%s is %s', (path, surface) => expect(site.surfaceOf(at(path))).toBe(surface));

  test.each([
    ['/5001001', '5001001'],
    ['https://www.douyu.com/5001001?dyshid=1', '5001001'],
    ['//www.douyu.com/topic/x?a=1&rid=5001001#c', '5001001'],
    ['/topic/x?grid=5001001', undefined],
    ['/5001001/video', undefined],
    ['/directory/5', undefined],
    ['https://v.douyu.com/5001001', undefined],
    ['https://evil.example/5001001', undefined],
  ])('%s leads to %s', (link, room) => expect(ROOM_LINK.exec(link)?.[1]).toBe(room));
});

describe('state', () => {
  const ASSIGNED = '$ROOM.room_id =5; $ROOM.vipId = 9; $ROOM.room_name = "a\\"b"; $ROOM.owner_name="N";';

  test('assignments and one object read the same', () => {
    const fields = { title: 'a"b', author: { name: 'N' } };
    expect([...readState(page(ASSIGNED))]).toEqual([['5', fields]]);
    const object = 'var $ROOM = {"room_id":5,"room_name":"a\\"b","owner_name":"N"}; run();';
    expect([...readState(page(object))]).toEqual([['5', fields]]);
    expect([...readState(page('$DATA.ROOM = {"room_id":5,"room_name":"x"}'))]).toEqual([
      ['5', { title: 'x' }],
    ]);
  });

  test.each([
    ['/5', '5', '5'],
    ['/9', '5', '5'],
    ['/6', undefined, '6'],
    ['/topic/x', '5', '5'],
    ['/topic/x?rid=5', '5', '5'],
    ['/topic/x?rid=6', undefined, '6'],
  ])('%s is the room %s of the data, %s in all', (path, inState, room) => {
    expect(roomInState(page(ASSIGNED), at(path))).toBe(inState);
    expect(roomOf(page(ASSIGNED), at(path))).toBe(room);
  });

  test('no text throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseObjects(`$ROOM = {${text}`);
        parseObjects(`$ROOM.room_name = "${text}`);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (name) => {
        const [room] = parseObjects(`$ROOM.room_name = ${JSON.stringify(name)};`);
        expect(room).toEqual({ room_name: name });
      }),
    );
    expect(parseObjects('$ROOM.room_name = "\\x41";')).toEqual([{ room_name: undefined }]);
  });

  test('the bridge reads both objects', () => {
    const room = { room_id: 5, room_name: 'x' };
    const read = (world: Record<string, unknown>) => [...(bridge.ofPage?.(world) ?? [])].map(({ id }) => id);
    expect(read({ $ROOM: room })).toEqual(['5']);
    expect(read({ $DATA: { ROOM: { ...room, room_id: '6' } } })).toEqual(['6']);
    expect(read({})).toEqual([]);
  });
});

test('answers of other hosts, gifts and anonymous rooms are not read', () => {
  expect(readAnswer(new URL('https://douyu.com.example/'), {})).toBeUndefined();
  expect(readAnswer(at('/betard/5'), { room_id: 5, room_name: 'x' })).toEqual([]);
  expect(readRooms({ rid: 5, nn: 'N', gift: 'x' })).toEqual([]);
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const room = { room_id: 5, room_name: one, owner_name: other, show_details: one, online: other };
      readAnswer(at('/betard/5'), [room, one]);
    }),
  );
});
