// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { type RoomKeys, roomFields, roomPageShapes, roomsOfPage } from '@/utils/sites/live-rooms';

const KEYS: RoomKeys = {
  titles: ['title', 'name'],
  hosts: ['nick'],
  hostIds: ['uid'],
  starts: ['start'],
  viewers: ['now', 'hot'],
};

describe('fields', () => {
  test('each by the first of its names', () => {
    const room = { name: 'T', nick: 'N', uid: 7, start: 1_700_000_000, now: '', hot: '1.2万' };
    expect(roomFields(room, KEYS)).toEqual({
      title: 'T',
      author: { name: 'N', id: '7' },
      publishedAt: '2023-11-14T22:13:20.000Z',
      counts: { view: 12_000 },
    });
  });

  test('what is not said is left out, and a number alone is no host', () => {
    expect(roomFields({ uid: 7 }, KEYS)).toEqual({});
    expect(roomFields({ nick: 'N', now: 0 }, KEYS)).toEqual({ author: { name: 'N' }, counts: { view: 0 } });
  });
});

test('rooms are read again only when objects have come', () => {
  const objects = ['1'];
  const read = vi.fn((ids: readonly string[]) =>
    ids.map((id) => ({ kind: 'live' as const, id, fields: {} })),
  );
  const roomsOf = roomsOfPage(() => objects, read);
  expect(roomsOf(document)).toHaveLength(1);
  expect(roomsOf(document)).toBe(roomsOf(document));
  expect(read).toHaveBeenCalledTimes(1);
  objects.push('2');
  expect(roomsOf(document).map(({ id }) => id)).toEqual(['1', '2']);
  expect(read).toHaveBeenCalledTimes(2);
});

describe('shapes', () => {
  const rooms = { address: '5' as string | undefined, data: undefined as string | undefined };
  const [room, anywhere, line] = roomPageShapes({
    root: '.room',
    room: { title: [{ css: 'h1' }] },
    chat: { root: '.line', text: [{}] },
    url: (id) => `/${id}`,
    roomOf: () => rooms.data ?? rooms.address,
    roomInState: () => rooms.data,
  });
  const at = new URL('https://example.com/5');
  const idOf = (shape: typeof room) =>
    typeof shape?.idInAddress === 'function' ? shape.idInAddress(at, document.body) : undefined;

  test('a room where it is known to be goes by address or data, one elsewhere by the data alone', () => {
    expect([room?.root, anywhere?.root]).toEqual(['.room', 'body:not(:has(.room))']);
    expect(room?.title).toEqual(anywhere?.title);
    expect([idOf(room), idOf(anywhere)]).toEqual(['5', undefined]);
    rooms.data = '6';
    expect([idOf(room), idOf(anywhere)]).toEqual(['6', '6']);
  });

  test('a line of chat leads to its room', () => {
    expect(line).toMatchObject({ kind: 'danmaku', root: '.line', text: [{}] });
    expect(line?.url('x', document.body, at)).toBe('/6');
    [rooms.address, rooms.data] = [undefined, undefined];
    expect(line?.url('x', document.body, at)).toBeUndefined();
  });
});
