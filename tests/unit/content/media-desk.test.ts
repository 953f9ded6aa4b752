// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MediaDesk } from '@/entrypoints/scanner.content/media-desk';
import type { See } from '@/entrypoints/scanner.content/media-sight';
import { pageBytes } from '@/utils/evidence/page/page-bytes';
import { hasStream, nameOf, type Shown, shownIn } from '@/utils/evidence/page/shown-media';
import type { MediaRequest } from '@/utils/messaging/protocol';
import type { MediaCheck } from '@/utils/model/media-check';
import type { PageReading } from '@/utils/model/page';
import type { Media, Post, PostKey } from '@/utils/model/post';
import { makePost } from '../../support/builders';
import { makeCheck, saysAi, unread } from '../../support/media-checks';

const { settings, handlers, sights, send } = vi.hoisted(() => ({
  settings: { sites: [] as string[], watchers: new Set<(sites: string[]) => void>() },
  handlers: new Map<string, (message: { data: unknown }) => unknown>(),
  sights: [] as { see: See; look: ReturnType<typeof vi.fn>; stop: ReturnType<typeof vi.fn> }[],
  send: vi.fn<(type: string, data: unknown) => Promise<unknown>>(),
}));

vi.mock('@/utils/messaging/protocol', () => ({
  sendMessage: send,
  onMessage: (type: string, handler: (message: { data: unknown }) => unknown) => {
    handlers.set(type, handler);
    return () => handlers.delete(type);
  },
}));
vi.mock('@/utils/storage/settings', () => ({
  mediaSites: {
    getValue: async () => settings.sites,
    watch: (watcher: (sites: string[]) => void) => {
      settings.watchers.add(watcher);
      return () => settings.watchers.delete(watcher);
    },
  },
}));
vi.mock('@/utils/evidence/page/page-bytes', () => ({ pageBytes: vi.fn() }));
vi.mock('@/utils/evidence/page/shown-media', { spy: true });
vi.mock('@/entrypoints/scanner.content/media-sight', () => ({
  MediaSight: class {
    readonly look = vi.fn();
    readonly stop = vi.fn();
    constructor(readonly see: See) {
      sights.push(this);
    }
  },
}));

interface Question extends MediaRequest {
  answer: (checks: MediaCheck[]) => Promise<void>;
  fail: () => Promise<void>;
}

let posts: Map<PostKey, Post>;
let shown: Map<PostKey, Shown>;
let questions: Question[];
let news: [PostKey, boolean][];
let stop: AbortController;
let desk: MediaDesk;
let find: ReturnType<typeof vi.fn<(key: PostKey) => unknown>>;
const told = () => send.mock.calls.map(([type]) => type);
const settle = () => new Promise((resolve) => setTimeout(resolve));
const picture = (name: string, query = ''): Media => ({
  type: 'image',
  url: `https://img.example/${name}-picture.jpg${query}`,
});

beforeEach(() => {
  settings.sites = [];
  settings.watchers.clear();
  handlers.clear();
  sights.length = 0;
  posts = new Map();
  shown = new Map();
  questions = [];
  news = [];
  send.mockReset().mockImplementation((type, data) => {
    if (type !== 'checkMedia') return Promise.resolve();
    return new Promise((resolve, reject) => {
      questions.push({
        ...(data as MediaRequest),
        answer: async (checks) => {
          resolve(checks);
          await settle();
        },
        fail: async () => {
          reject(new Error('no answer'));
          await settle();
        },
      });
    });
  });
  vi.mocked(shownIn).mockImplementation((root) => shown.get(root.id as PostKey)!);
  vi.mocked(hasStream).mockImplementation((root) => shown.get(root.id as PostKey)!.hasStream);
  find = vi.fn((key: PostKey) => {
    const post = posts.get(key);
    return post && { post, root: rootOf(key) };
  });
  stop = new AbortController();
  const live = { find, peek: find, shown: () => [...posts.keys()].map((key) => [key, rootOf(key)] as const) };
  desk = new MediaDesk({
    site: 'xiaohongshu',
    live: live as never,
    onNews: (key, isEvidence) => news.push([key, isEvidence]),
  });
});
afterEach(() => {
  stop.abort();
  history.replaceState(null, '', '/');
});

function rootOf(key: PostKey): Element {
  return Object.assign(document.createElement('article'), { id: key });
}

function show(id: string, media: Media[], parts: Partial<Shown> = {}): Post {
  const post = makePost({ id, media });
  posts.set(post.key, post);
  shown.set(post.key, { names: new Set(media.map(({ url }) => nameOf(url))), hasStream: false, ...parts });
  return post;
}

/** Turned on for the site, or not. */
async function begin(sites: string[] = ['xiaohongshu']): Promise<void> {
  settings.sites = sites;
  desk.start(stop.signal);
  await settle();
}

const turn = (...sites: string[]) => {
  for (const watcher of settings.watchers) watcher(sites);
};
const see = ({ key }: Post, isLast = false) => sights.at(-1)!.see(key, rootOf(key), isLast);
const nothing = ({ media }: Question) => media.map((each) => makeCheck({ media: each }));
const stopped = ({ media }: Question) => media.map((each) => unread('stopped', each));
const reading = () => desk.complete({ posts: [...posts.values()] } as unknown as PageReading);

describe('while the reader has it off for the site', () => {
  test('nothing is watched, read or asked', async () => {
    show('a', [picture('a')]);
    await begin(['bilibili']);
    desk.look();
    expect([sights.length, find.mock.calls.length, told()]).toEqual([0, 0, []]);
    expect(reading().media).toEqual({ isOn: false, done: 0, total: 0 });
  });

  test('one post can be asked for', async () => {
    const post = show('a', [picture('a'), picture('b')]);
    await begin([]);
    desk.check(post);
    expect(questions).toMatchObject([{ postKey: post.key, media: post.media, by: 'reader' }]);
    expect(desk.viewOf(post)).toMatchObject({ files: 2, isRunning: true });
    await questions[0]!.answer(post.media!.map((media) => saysAi({ media })));
    expect(desk.viewOf(post)).toMatchObject({
      isRunning: false,
      checks: [{ verdict: 'ai' }, { verdict: 'ai' }],
    });
    expect(desk.evidenceOf(post.key)).toEqual({ kind: 'ai', strength: 'B1' });
    expect(news).toEqual([
      [post.key, false],
      [post.key, true],
    ]);
    expect(reading()).toMatchObject({
      media: { isOn: false, done: 2, total: 2 },
      posts: [{ mediaChecks: [{ verdict: 'ai' }, { verdict: 'ai' }] }],
    });
  });
});

describe('a post in sight', () => {
  test('is asked about once, and only for the files that are shown', async () => {
    const post = show('a', [picture('a'), picture('b')], { names: new Set(['a-picture.jpg']) });
    await begin();
    expect(see(post)).toBe(true);
    see(post);
    expect(questions).toMatchObject([{ media: [picture('a')], by: 'view' }]);
    expect(find).toHaveBeenCalledOnce();
    shown.get(post.key)!.names.add('b-picture.jpg');
    see(post);
    expect(questions.map(({ media }) => media)).toEqual([[picture('a')], [picture('b')]]);
  });

  test('is read again for a while as long as it names nothing of what is shown', async () => {
    const post = show('a', []);
    shown.get(post.key)!.names.add('a-picture.jpg');
    await begin();
    expect([see(post), see(post)]).toEqual([false, false]);
    expect(see(post, true)).toBe(true);
    see(post);
    expect(find).toHaveBeenCalledTimes(3);
    expect(questions).toEqual([]);
  });

  test('is asked about at safe addresses, and told under its own', async () => {
    const plain: Media = { type: 'image', url: 'http://img.example/plain-picture.jpg' };
    const post = show('a', [plain]);
    await begin();
    see(post);
    expect(questions[0]!.media).toEqual([{ ...plain, url: 'https://img.example/plain-picture.jpg' }]);
    await questions[0]!.answer(nothing(questions[0]!));
    expect(desk.checksOf(post).map(({ media }) => media)).toEqual([plain]);
  });

  test('whose film has no address is told as unread, and nobody is asked', async () => {
    const post = show('a', [], { hasStream: true });
    await begin();
    see(post);
    see(post);
    expect(questions).toEqual([]);
    expect(desk.checksOf(post)).toMatchObject([
      { media: { type: 'video', url: post.url }, verdict: 'unreadable', trouble: 'stream' },
    ]);
    expect(news).toEqual([[post.key, false]]);
  });

  test('whose film the data name is asked about by that address', async () => {
    const film: Media = { type: 'video', url: 'https://film.example/film-of-post.mp4' };
    const post = show('a', [film], { names: new Set(), hasStream: true });
    await begin();
    see(post);
    expect(questions.map(({ media }) => media)).toEqual([[film]]);
    expect(desk.viewOf(post).files).toBe(1);
  });
});

describe('answers', () => {
  test('that do not come are told as such, and nobody asks on and on', async () => {
    const post = show('a', [picture('a')]);
    await begin();
    see(post);
    await questions[0]!.fail();
    expect(desk.checksOf(post)).toMatchObject([{ verdict: 'unreadable', trouble: 'slow' }]);
    see(post, true);
    expect(questions).toHaveLength(1);
    desk.check(post);
    expect(questions).toHaveLength(2);
  });

  test('that leave a file out leave it unread', async () => {
    const post = show('a', [picture('a'), picture('b')]);
    await begin();
    desk.check(post);
    await questions[0]!.answer([makeCheck({ media: picture('a') })]);
    expect(desk.checksOf(post)).toMatchObject([{ verdict: 'none' }, { trouble: 'slow' }]);
  });
});

describe('stopping', () => {
  test('tells the background, and what was not read waits for the reader', async () => {
    const post = show('a', [picture('a')]);
    await begin();
    desk.stop();
    expect(told()).toEqual([]);
    see(post);
    desk.stop();
    expect(told()).toEqual(['checkMedia', 'stopMedia']);
    await questions[0]!.answer(stopped(questions[0]!));
    expect(desk.checksOf(post)).toMatchObject([{ trouble: 'stopped' }]);
    see(post, true);
    expect(questions).toHaveLength(1);
  });

  test('because the page went on leaves no trace: what comes into sight again is asked about again', async () => {
    const post = show('a', [picture('a'), picture('b')]);
    await begin();
    desk.look();
    see(post);
    history.pushState(null, '', '/elsewhere');
    desk.look();
    expect(told()).toEqual(['checkMedia', 'stopMedia']);
    const [question] = questions;
    await question!.answer([nothing(question!)[0]!, stopped(question!)[1]!]);
    expect(desk.checksOf(post)).toMatchObject([{ media: picture('a') }]);
    desk.look();
    see(post);
    expect(questions.map(({ media }) => media).slice(1)).toEqual([[picture('b')]]);
  });

  test('does not happen to what the reader asked for when the page goes on', async () => {
    const [one, other] = [show('a', [picture('a')]), show('b', [picture('b')])];
    await begin();
    desk.look();
    see(one);
    desk.check(other);
    history.pushState(null, '', '/elsewhere');
    desk.look();
    expect(told()).not.toContain('stopMedia');
  });

  test('happens when the reader turns it off, and when they leave', async () => {
    const post = show('a', [picture('a')]);
    await begin();
    see(post);
    turn('bilibili');
    expect(sights[0]!.stop).toHaveBeenCalledOnce();
    expect(told()).toEqual(['checkMedia', 'stopMedia']);
    await questions[0]!.answer(stopped(questions[0]!));
    turn('xiaohongshu');
    expect(sights).toHaveLength(2);
    see(post);
    window.dispatchEvent(new Event('pagehide'));
    expect(told()).toEqual(['checkMedia', 'stopMedia', 'checkMedia', 'stopMedia']);
  });

  test('of the session takes everything down', async () => {
    const post = show('a', [picture('a')]);
    await begin();
    desk.check(post);
    stop.abort();
    expect(told()).toEqual(['checkMedia', 'stopMedia']);
    expect([handlers.size, settings.watchers.size]).toEqual([0, 0]);
    expect(sights[0]!.stop).toHaveBeenCalledOnce();
  });

  test('what was not allowed is asked about again once the reader turned it on', async () => {
    const post = show('a', [picture('a')]);
    await begin([]);
    desk.check(post);
    await questions[0]!.answer([unread('not-allowed', picture('a'))]);
    turn('xiaohongshu');
    see(post);
    expect(questions).toHaveLength(2);
  });
});

describe('a picture that the reader chose', () => {
  test('is looked into as one of its post, whatever its size on the page', async () => {
    const post = show('a', [picture('a'), picture('b', '?sign=1')]);
    await begin([]);
    expect(desk.checkIn(post, { type: 'image', url: 'https://cdn.example/small/b-picture.jpg' })).toBe(true);
    expect(questions.map(({ media }) => media)).toEqual([[picture('b', '?sign=1')]]);
    expect(desk.checkIn(post, picture('face'))).toBe(false);
    expect(desk.checkIn(post, { type: 'image', url: 'data:image/png;base64,AA' })).toBe(false);
  });

  test('and that is a film without an address is told as unread', async () => {
    const post = show('a', [picture('a')], { hasStream: true });
    await begin([]);
    expect(desk.checkIn(post, { type: 'video', url: 'blob:https://demo.example/1' })).toBe(true);
    expect(desk.viewOf(post)).toMatchObject({ files: 2, checks: [{ trouble: 'stream' }] });
    expect(questions).toEqual([]);
  });

  test('and that stands in no post is looked into alone', async () => {
    await begin([]);
    const alone = desk.checkAlone(picture('a'));
    expect(alone.key).toMatch(/^xiaohongshu:excerpt:/);
    expect(questions).toMatchObject([{ postKey: alone.key, media: [picture('a')], by: 'reader' }]);
    await questions[0]!.answer([saysAi({ media: picture('a') })]);
    expect(desk.viewOf(alone)).toMatchObject({ files: 1, checks: [{ verdict: 'ai' }] });
    const drawn = desk.checkAlone({ type: 'video', url: 'blob:https://demo.example/1' });
    expect(questions).toHaveLength(1);
    expect(desk.viewOf(drawn)).toMatchObject({
      files: 1,
      checks: [{ media: { type: 'video' }, trouble: 'stream' }],
    });
  });
});

test('a picture that the page has drawn itself is read from the page, and nobody else is asked for it', async () => {
  const drawn = 'data:image/png;base64,AA';
  await begin([]);
  const alone = desk.checkAlone({ type: 'image', url: drawn });
  const [{ media }] = questions as [Question];
  expect(media).toEqual(alone.media);
  expect(media[0]!.url).toMatch(/^https:/);
  const wanted = { id: '1', url: media[0]!.url, start: 0, end: 10 };
  const ask = () => handlers.get('givePageBytes')!({ data: wanted });
  vi.mocked(pageBytes).mockReset().mockResolvedValueOnce({ ok: true, base64: 'AA==' });
  expect(await ask()).toEqual({ ok: true, base64: 'AA==' });
  expect(pageBytes).toHaveBeenCalledExactlyOnceWith({ ...wanted, url: drawn });
  vi.mocked(pageBytes).mockResolvedValueOnce({ ok: false, why: 'not-allowed' });
  expect(await ask()).toEqual({ ok: false, why: 'network' });
});

test('bytes are given only of what is asked about at that moment', async () => {
  const post = show('a', [picture('a')]);
  const given = { ok: true, base64: 'AA==' } as const;
  vi.mocked(pageBytes).mockReset().mockResolvedValue(given);
  await begin([]);
  const wanted = { id: '1', url: picture('a').url, start: 0, end: 10 };
  const ask = () => handlers.get('givePageBytes')!({ data: wanted });
  expect(await ask()).toEqual({ ok: false, why: 'stopped' });
  desk.check(post);
  expect(await ask()).toEqual(given);
  expect(pageBytes).toHaveBeenCalledExactlyOnceWith(wanted);
  await questions[0]!.answer(nothing(questions[0]!));
  expect(await ask()).toEqual({ ok: false, why: 'stopped' });
});

test('asks for each file once and has all done in the end, in whatever order things come', async () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('see' as const),
      post: fc.nat(2),
      files: fc.subarray([0, 1, 2], { minLength: 1 }),
    }),
    fc.record({ do: fc.constant('check' as const), post: fc.nat(2) }),
    fc.record({ do: fc.constant('answer' as const), at: fc.nat(3) }),
    fc.record({ do: fc.constant('stop' as const) }),
  );
  const run = fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
    questions.length = 0;
    const session = new AbortController();
    desk = new MediaDesk({
      site: 'xiaohongshu',
      live: { find, peek: find, shown: () => [...posts].map(([key]) => [key, rootOf(key)]) } as never,
      onNews: () => undefined,
    });
    settings.sites = ['xiaohongshu'];
    desk.start(session.signal);
    await settle();
    const all = ['a', 'b', 'c'].map((id) =>
      show(
        id,
        [0, 1, 2].map((n) => picture(`${id}${n}`)),
      ),
    );
    let answered = 0;
    const answer = async (at: number) => {
      const open = questions.slice(answered);
      const [question] = open.splice(at % Math.max(1, open.length), 1);
      if (!question) return;
      questions.splice(questions.indexOf(question), 1);
      questions.splice(answered++, 0, question);
      await question.answer(nothing(question));
    };
    for (const each of steps) {
      if (each.do === 'answer') await answer(each.at);
      else if (each.do === 'stop') desk.stop();
      else if (each.do === 'check') desk.check(all[each.post]!);
      else {
        const post = all[each.post]!;
        const names = each.files.map((n) => nameOf(post.media![n]!.url));
        shown.set(post.key, { names: new Set(names), hasStream: false });
        see(post);
      }
      const { done, total } = reading().media!;
      expect(total - done).toBe(questions.slice(answered).flatMap(({ media }) => media).length);
    }
    while (answered < questions.length) await answer(0);
    const asked = questions.flatMap(({ media }) => media.map(({ url }) => url));
    expect(new Set(asked).size).toBe(asked.length);
    expect(reading().media).toMatchObject({ done: asked.length, total: asked.length });
    session.abort();
  });
  await fc.assert(run, { numRuns: 60 });
});
