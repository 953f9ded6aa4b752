// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LabelPlace, PostShape, PostState } from '@/utils/sites/define-site';
import { labelsOfData, readLabels } from '@/utils/sites/read-labels';

/** What a definition says of labels, over a root made of HTML; the rest of a shape is not looked at. */
function read(
  html: string,
  { labels, outside, known = {} }: { labels?: LabelPlace[]; outside?: string; known?: PostState } = {},
  hashtags: string[] = [],
) {
  const root = document.createElement('article');
  root.innerHTML = html;
  const shape: PostShape = {
    kind: 'note',
    surfaces: ['feed'],
    root: 'article',
    id: [],
    url: () => undefined,
    ...(labels && { labels }),
    ...(outside !== undefined && { labelSentencesOutside: outside }),
  };
  return readLabels(root, shape, known, hashtags);
}

const PLACE: LabelPlace = { place: '.row', by: 'author' };
const TAG: LabelPlace = { element: '.tag', only: (text) => text.includes('AI'), by: 'platform' };
const AI = '内容由AI生成';
const at = (where: string, text: string) => ({ from: 'element', where, text });
const inState = (where: string, text: string) => ({ from: 'state', where, text });
const field = (...texts: string[]): PostState => ({
  labels: {
    field: 'risk_infos',
    items: texts.map((text) => ({ kind: 'ai', text, by: 'author', from: 'state' })),
  },
});

describe('what the label places held', () => {
  test.each([
    ['an empty place', '<p class="row"></p>', 'none', [at('.row', '')]],
    ['a place of blanks', '<p class="row"> \n </p>', 'none', [at('.row', '')]],
    ['nothing declared', '<p class="row">内容无需标注</p>', 'none', [at('.row', '内容无需标注')]],
    ['a label in its place', `<p class="row">${AI}</p>`, 'seen', [at('.row', AI)]],
    ['an element of a label', `<b class="tag">${AI}</b>`, 'seen', [at('.tag', AI)]],
    ['both', `<p class="row"></p><b class="tag">${AI}</b>`, 'seen', [at('.row', ''), at('.tag', AI)]],
    ['an element of other words', '<b class="tag">置顶</b>', 'unknown', undefined],
    ['an empty element', '<b class="tag"></b>', 'unknown', undefined],
    ['neither', '<p>文</p>', 'unknown', undefined],
  ])('%s', (_, html, state, places) => {
    const found = read(html, { labels: [PLACE, TAG] });
    expect(found.labels.state).toBe(state);
    expect(found.labelPlaces).toEqual(places);
  });

  test('other words of a place are kept: they say what stood where a label would', () => {
    const place: LabelPlace = { place: '.row', only: (text) => text === AI, by: 'author' };
    expect(read('<p class="row">编辑推荐</p>', { labels: [place] })).toEqual({
      labels: { state: 'none', items: [] },
      labelPlaces: [at('.row', '编辑推荐')],
    });
  });

  test('one place that two definitions look at, and one label that stands twice, are one reading each', () => {
    const twice: LabelPlace[] = [PLACE, { ...PLACE, by: 'platform' }];
    expect(read('<p class="row"></p>', { labels: twice }).labelPlaces).toEqual([at('.row', '')]);
    const html = `<b class="tag">${AI}</b><b class="tag">${AI}</b>`;
    expect(read(html, { labels: [TAG] }).labelPlaces).toEqual([at('.tag', AI)]);
  });

  test('a field goes before the places, and is one label with the same words on the page', () => {
    const found = read(`<p class="row">作者声明：${AI}</p>`, { labels: [PLACE], known: field(AI) });
    expect(found.labels.items).toEqual([{ kind: 'ai', text: AI, by: 'author', from: 'state' }]);
    expect(found.labelPlaces).toEqual([inState('risk_infos', AI), at('.row', `作者声明：${AI}`)]);
  });

  test('an empty field proves the absence and says so; words of several labels stand in one text', () => {
    expect(read('', { known: field() })).toEqual({
      labels: { state: 'none', items: [] },
      labelPlaces: [inState('risk_infos', '')],
    });
    expect(read('', { known: field(AI, '危险行为') }).labelPlaces).toEqual([
      inState('risk_infos', `${AI} · 危险行为`),
    ]);
  });

  test('a sentence or a tag of the author is a label without a place', () => {
    const sentence = read(`<div><i>${AI}</i></div>`, { outside: '.body' });
    expect(sentence.labels.state).toBe('seen');
    expect(sentence).not.toHaveProperty('labelPlaces');
    const tag = read('', {}, ['AI绘画']);
    expect(tag.labels.state).toBe('seen');
    expect(tag).not.toHaveProperty('labelPlaces');
  });

  test('a label that stands where nothing reads it leaves an empty place without proof', () => {
    const elsewhere = { ...field(), labelElsewhere: true } as const;
    expect(read('<p class="row"></p>', { labels: [PLACE], known: elsewhere })).toEqual({
      labels: { state: 'unknown', items: [] },
    });
    expect(labelsOfData(elsewhere)).toEqual({ labels: { state: 'unknown', items: [] } });
    const seen = read(`<p class="row">${AI}</p>`, { labels: [PLACE], known: elsewhere });
    expect(seen.labels.state).toBe('seen');
    expect(seen.labelPlaces).toHaveLength(2);
  });

  test('a page cannot make it long', () => {
    const html = Array.from({ length: 60 }, (_, i) => `<p class="row">${`${i}声`.repeat(300)}</p>`).join('');
    const { labelPlaces = [] } = read(html, { labels: [PLACE], known: field('长'.repeat(5_000)) });
    expect(labelPlaces).toHaveLength(20);
    expect(new Set(labelPlaces.map(({ text }) => text.length))).toEqual(new Set([200]));
  });
});

describe('posts that only data hold', () => {
  test.each<[string, PostState, string, unknown]>([
    ['no field', {}, 'unknown', undefined],
    ['an empty field', field(), 'none', [inState('risk_infos', '')]],
    ['a field with a label', field(AI), 'seen', [inState('risk_infos', AI)]],
    [
      'a tag beside an empty field',
      { ...field(), hashtags: ['AI绘画'] },
      'seen',
      [inState('risk_infos', '')],
    ],
    ['a tag alone', { hashtags: ['AI绘画'] }, 'seen', undefined],
  ])('%s', (_, known, state, places) => {
    const found = labelsOfData(known);
    expect(found.labels.state).toBe(state);
    expect(found.labelPlaces).toEqual(places);
  });
});

test('whatever a post shows, the absence of a label is claimed with a place, and a place leaves nothing unknown', () => {
  const words = fc.constantFrom('', ' ', AI, '内容无需标注', '编辑推荐', '作者声明：虚构演绎', '置顶');
  const part = fc
    .tuple(fc.constantFrom('row', 'tag', 'body', 'other'), words)
    .map(([name, text]) => `<p class="${name}">${text}</p>`);
  const known = fc.record(
    {
      labels: fc.array(words.filter((text) => text.trim() !== '')).map((texts) => field(...texts).labels!),
      labelElsewhere: fc.constant(true as const),
    },
    { requiredKeys: [] },
  );
  const tags = fc.array(fc.constantFrom('AI绘画', '日常'), { maxLength: 2 });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), known, tags, (parts, state, hashtags) => {
      const options = { labels: [PLACE, TAG], outside: '.body', known: state };
      const { labels, labelPlaces } = read(parts.join(''), options, hashtags);
      if (labels.state === 'none') expect(labelPlaces?.length).toBeGreaterThan(0);
      if (labels.state === 'unknown') expect(labelPlaces).toBeUndefined();
      expect(labelPlaces?.length).not.toBe(0);
      const texts = new Set(labelPlaces?.map(({ from, where, text }) => `${from} ${where} ${text}`));
      expect(texts.size).toBe(labelPlaces?.length ?? 0);
    }),
  );
});
