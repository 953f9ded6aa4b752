import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/youtube';
import { readAnswer } from '@/utils/sites/youtube/answers';
import { badgeLabel, sectionLabel } from '@/utils/sites/youtube/disclosure';
import { LISTED_VIDEO_LINK, VIDEO_LINK, videoIdOf } from '@/utils/sites/youtube/ids';
import { stateObjects } from '@/utils/sites/youtube/inline';
import { merge, readData } from '@/utils/sites/youtube/read-data';
import { hashtagsOf, shownCount, shownDate, shownText } from '@/utils/sites/youtube/shown';

const at = (path: string) => new URL(path, 'https://www.youtube.com');

describe('surfaces', () => {
  test.each([
    ['/', 'feed'],
    ['/feed/subscriptions', 'feed'],
    ['/playlist?list=PLx', 'feed'],
    ['/watch?v=-Fixture_01', 'detail'],
    ['/watch?list=PLx&v=-Fixture_01', 'detail'],
    ['/shorts/-Fixture_01', 'detail'],
    ['/live/-Fixture_01?feature=share', 'detail'],
    ['/results?search_query=x', 'search'],
    ['/hashtag/x', 'search'],
    ['/@name', 'profile'],
    ['/@name/videos', 'profile'],
    ['/channel/UCfixture00000000000001a', 'profile'],
    ['/watch', undefined],
    ['/watch?v=short', undefined],
    ['/account', undefined],
  ])('%s is %s', (path, surface) => expect(site.surfaceOf(at(path))).toBe(surface));
});

describe('ids', () => {
  test.each([
    ['/watch?v=-Fixture_01', '-Fixture_01'],
    ['/watch?t=3s&v=--_-abc_123&x=1', '--_-abc_123'],
    ['/shorts/abcdefghijk', 'abcdefghijk'],
    ['/watch?v=twelve_chars', undefined],
    ['/watch?vv=-Fixture_01', undefined],
    ['/embedded/-Fixture_01', undefined],
  ])('%s holds %s', (path, id) => expect(videoIdOf(at(path))).toBe(id));

  test('a link with a list is that of a playlist', () => {
    expect(VIDEO_LINK.exec('/watch?v=-Fixture_01&pp=x')?.[1]).toBe('-Fixture_01');
    expect(VIDEO_LINK.exec('https://www.youtube.com/shorts/-Fixture_01')?.[1]).toBe('-Fixture_01');
    expect(VIDEO_LINK.exec('/watch?v=-Fixture_01&list=RDx')).toBeNull();
    expect(LISTED_VIDEO_LINK.exec('/watch?v=-Fixture_01&list=PLx&index=1')?.[1]).toBe('-Fixture_01');
  });

  test('every id survives its address', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{11}$/), (id) => {
        expect(videoIdOf(at(`/watch?v=${id}`))).toBe(id);
        expect(videoIdOf(at(`/shorts/${id}`))).toBe(id);
      }),
    );
  });
});

describe('shown texts', () => {
  test.each([
    [{ simpleText: ' a ' }, 'a'],
    [{ runs: [{ text: 'a ' }, { text: 'b' }, {}] }, 'a b'],
    [{ content: 'a' }, 'a'],
    ['a', 'a'],
    [{ runs: [] }, undefined],
    [null, undefined],
    [[], undefined],
  ])('%j is %s', (value, text) => expect(shownText(value)).toBe(text));

  test.each([
    ['22,111,847 views', 22_111_847],
    ['1.234.567 visualizaciones', 1_234_567],
    ['1 234 vues', 1_234],
    ['159 visualizaciones', 159],
    ['348k', 348_000],
    ['22m views', 22_000_000],
    ['1.2K', 1_200],
    ['1,2 M de visualizaciones', 1_200_000],
    ['2.5B views', 2_500_000_000],
    ['1.2万次观看', 12_000],
    ['観看 3.4億', 340_000_000],
    ['12 mil visualizaciones', undefined],
    ['3,4 Mio. Aufrufe', undefined],
    ['12 тыс. просмотров', undefined],
    ['조회수 1.2만회', undefined],
    ['No views', undefined],
    ['', undefined],
  ])('%s counts %s', (text, count) => expect(shownCount(text)).toBe(count));

  test.each([
    ['Jan 5, 2026', '2026-01-04T16:00:00.000Z'],
    ['Streamed live on Jan 5, 2026', '2026-01-04T16:00:00.000Z'],
    ['27 mar 2025', '2025-03-26T16:00:00.000Z'],
    ['2026年1月5日', '2026-01-04T16:00:00.000Z'],
    ['3 weeks ago', undefined],
    ['Premiered 2000 hours ago', undefined],
    ['5 janv.', undefined],
    ['', undefined],
  ])('%s is the day %s', (text, publishedAt) => {
    expect(shownDate(text)).toEqual(publishedAt ? { publishedAt, publishedApprox: true } : {});
  });

  test('hashtags are words, not numbers or addresses', () => {
    expect(hashtagsOf('#a b #1 (#c) https://e.example/#f', '#a')).toEqual(['a', 'c']);
  });

  test('parsers take anything', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (value, text) => {
        shownText(value);
        shownCount(value);
        shownDate(value);
        hashtagsOf(text);
        const count = shownCount(text);
        expect(count === undefined || (Number.isFinite(count) && count >= 0)).toBe(true);
      }),
    );
  });

  test('grouped numbers are read back', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(shownCount(`${number.toLocaleString('en-US')} views`)).toBe(number);
        expect(shownCount(`${number.toLocaleString('de-DE')} Aufrufe`)).toBe(number);
      }),
    );
  });
});

describe('disclosure', () => {
  const help = (page: string) => `//support.google.com/youtube/answer/${page}?hl=es`;
  const section = (header: string, links: string[], attribution = '') =>
    sectionLabel({ header, body: 'words', links, attribution });

  test.each([
    ['15447836', { kind: 'ai', text: 'Creado con IA', by: 'author' }],
    ['14328491', { kind: 'ai', text: 'Creado con IA', by: 'author' }],
    ['15446725', { kind: 'source', text: 'Creado con IA', by: 'platform' }],
    ['15569972', undefined],
  ])('help page %s', (page, label) => expect(section('Creado con IA', [help(page)])).toEqual(label));

  test('a statement that comes from the file itself is the platform’s', () => {
    expect(section('Made with AI', [help('15447836')], 'Content Credentials')?.by).toBe('platform');
  });

  test('the link decides against the words, and the words without a known link', () => {
    expect(section('Made with AI', [help('15569972')])).toBeUndefined();
    expect(section('Made with AI', [])?.kind).toBe('ai');
    expect(section('Altered or synthetic content', [])?.kind).toBe('ai');
    expect(section('Auto-dubbed', [])).toBeUndefined();
    expect(section('Something new', [help('1')])?.kind).toBe('note');
  });

  test('a link that only looks like the help page decides nothing', () => {
    const link = 'https://evil.example/support.google.com/youtube/answer/15447836';
    expect(section('Something new', [link])?.kind).toBe('note');
    const redirect = `https://www.youtube.com/redirect?q=${encodeURIComponent(`https:${help('15447836')}`)}`;
    expect(section('Creado con IA', [redirect])?.kind).toBe('ai');
  });

  test('only the chip that says so is one of AI', () => {
    const badge = (label: string) => badgeLabel({ metadataBadgeRenderer: { label } })?.kind;
    expect(badge('AI')).toBe('ai');
    expect(badge('AI: Content was made with AI')).toBe('ai');
    expect(badge('Verified')).toBeUndefined();
    expect(badge('AIR')).toBeUndefined();
  });

  test('takes anything', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (links, header) => void section(header, links)),
    );
  });
});

describe('inline state', () => {
  test.each([
    ['var ytInitialData = {"a":"};</script>"};', { a: '};</script>' }],
    [
      'window["ytInitialData"] = {"a":{"b":1}};\n    window["ytInitialPlayerResponse"] = null;',
      { a: { b: 1 } },
    ],
    ["var ytInitialData = '\\x7b\\x22a\\x22:\\x22it\\'s \\u00e9\\x22\\x7d';", { a: "it's é" }],
    ['window["ytInitialData"] = JSON.parse("{\\"a\\":\\"b\\"}");', { a: 'b' }],
  ])('%s', (source, value) => expect(stateObjects(source)).toEqual([{ name: 'ytInitialData', value }]));

  test.each([
    '',
    'ytInitialData = {',
    'ytInitialData = {a:1}',
    "ytInitialData = '{",
    'x.ytInitialDataOther = {}',
  ])('there is none in %s', (source) => expect(stateObjects(source)).toEqual([]));

  test('every JSON object survives', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const source = `var a = 1;var ytInitialData = ${JSON.stringify(object)};if (window.x) {}`;
        expect(stateObjects(source)[0]?.value).toEqual(JSON.parse(JSON.stringify(object)));
      }),
    );
  });
});

describe('data', () => {
  const page = (client: string, items: unknown[], badges?: unknown[]) => ({
    responseContext: { serviceTrackingParams: [{ params: [{ key: 'c', value: client }] }] },
    currentVideoEndpoint: { watchEndpoint: { videoId: '-Fixture_01' } },
    contents: {
      twoColumnWatchNextResults: {
        results: {
          results: { contents: [{ videoPrimaryInfoRenderer: { title: { simpleText: 'x' }, badges } }] },
        },
      },
    },
    engagementPanels: [
      {
        engagementPanelSectionListRenderer: { content: { structuredDescriptionContentRenderer: { items } } },
      },
    ],
  });
  const header = { videoDescriptionHeaderRenderer: { title: { simpleText: 'x' } } };
  const NONE = {
    field: 'structuredDescriptionContentRenderer.items · videoPrimaryInfoRenderer.badges',
    items: [],
  };
  const labelsOf = (data: unknown) => readData(data).posts[0]?.fields.labels;

  test('only a description that was read on the desktop proves that nothing was disclosed', () => {
    expect(labelsOf(page('WEB', [header]))).toEqual(NONE);
    expect(labelsOf(page('MWEB', [header]))).toBeUndefined();
    expect(labelsOf(page('WEB', []))).toBeUndefined();
  });

  test('a chip that is not understood proves neither', () => {
    const badge = { metadataBadgeRenderer: { icon: { iconType: 'INFO' }, label: 'IA' } };
    expect(labelsOf(page('WEB', [header], [badge]))).toBeUndefined();
  });

  test('a player and a page of one video are put together', () => {
    const player = {
      videoDetails: { videoId: '-Fixture_01', title: 'x', author: 'A' },
      microformat: { playerMicroformatRenderer: { publishDate: '2026-01-05' } },
    };
    const [post, ...others] = readData([page('WEB', [header]), player]).posts;
    expect(others).toEqual([]);
    expect(post?.fields).toMatchObject({ author: { name: 'A' }, publishedApprox: true, labels: NONE });
  });

  test('a label of the player stands beside an empty description, and both fields are named', () => {
    const text = { simpleText: 'Includes paid promotion' };
    const player = {
      videoDetails: { videoId: '-Fixture_01', title: 'x' },
      paidContentOverlay: { paidContentOverlayRenderer: { text } },
    };
    expect(labelsOf([page('WEB', [header]), player])).toEqual({
      field: `${NONE.field} · paidContentOverlay`,
      items: [{ kind: 'ad', text: text.simpleText, by: 'author', from: 'state' }],
    });
    expect(labelsOf([player, player])?.field).toBe('paidContentOverlay');
  });

  test('an exact time leads over a day', () => {
    const day = { publishedAt: '2026-01-04T16:00:00.000Z', publishedApprox: true } as const;
    const exact = { publishedAt: '2026-01-05T08:00:00.000Z' };
    expect(merge(day, exact)).toEqual({ ...exact, counts: {} });
    expect(merge(exact, day)).toEqual({ ...exact, counts: {} });
    expect(merge({}, day)).toEqual({ ...day, counts: {} });
  });

  test('other hosts are not read, and anything else is', () => {
    expect(readAnswer(new URL('https://youtube.com.example/youtubei/v1/next'), {})).toBeUndefined();
    fc.assert(fc.property(fc.anything(), (body) => void readAnswer(at('/youtubei/v1/next'), body)));
  });

  test('a deep answer ends', () => {
    let body: unknown = {};
    for (let depth = 0; depth < 5_000; depth++) body = { contents: body };
    expect(readAnswer(at('/youtubei/v1/browse'), body)).toEqual([]);
  });
});
