import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Finding } from '@/utils/model/finding';
import type { PostEvidence } from '@/utils/model/media-check';
import { type LabelReading, NO_LABELS, type PostKey, UNKNOWN_LABELS } from '@/utils/model/post';
import { loadRules } from '@/utils/rules';
import * as match from '@/utils/rules/match';
import { Remembered } from '@/utils/scan/remembered';
import type { PostReading } from '@/utils/sites/post-reading';
import { makeFinding } from '../../support/builders';

vi.mock('@/utils/rules/match', { spy: true });

const rules = loadRules();
const STAGED = '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续';
const FICTION: LabelReading = {
  state: 'seen',
  items: [{ kind: 'fiction', text: '虚构演绎，仅供娱乐', by: 'author', from: 'element' }],
};

const MARKED: PostEvidence = { kind: 'ai', strength: 'B1' };
const EDITED: PostEvidence = { kind: 'ai-edited', strength: 'A2' };

interface Words {
  id?: number;
  title?: string;
  text?: string;
  hashtags?: string[];
  name?: string | undefined;
  verification?: string | undefined;
  labels?: LabelReading;
  evidence?: PostEvidence | undefined;
}

/** A reading that knows, like a real one, whether anybody has asked for its labels. */
function reading({
  id = 1,
  title = '',
  text = '',
  hashtags = [],
  name,
  verification,
  labels = NO_LABELS,
  evidence,
}: Words): PostReading {
  let hasReadLabels = false;
  return {
    key: `zhihu:answer:${id}` satisfies PostKey,
    title,
    text,
    hashtags,
    evidence,
    author: { ...(name && { name }), ...(verification && { verification }) },
    get labels() {
      hasReadLabels = true;
      return labels;
    },
    get hasReadLabels() {
      return hasReadLabels;
    },
  } as unknown as PostReading;
}

const matched = () => vi.mocked(match.matchPost).mock.calls.length;
let remembered: Remembered;
beforeEach(() => {
  vi.mocked(match.matchPost).mockClear();
  remembered = new Remembered(rules);
});

describe('Remembered', () => {
  test('matches a post that comes back unchanged once, and gives the very findings', () => {
    const first = remembered.findingsOf(reading({ title: STAGED }));
    expect(first).not.toEqual([]);
    expect(remembered.findingsOf(reading({ title: STAGED }))).toBe(first);
    expect(matched()).toBe(1);
  });

  test.each([
    ['title', { title: '周末露营' }],
    ['text', { text: '周末露营' }],
    ['hashtags', { hashtags: ['露营'] }],
    ['author', { name: '甲' }],
    ['verification', { verification: '已认证' }],
    ['evidence', { evidence: MARKED }],
  ])('matches it again when its %s changes', (_, change) => {
    remembered.findingsOf(reading({ title: STAGED }));
    remembered.findingsOf(reading({ title: STAGED, ...change }));
    expect(matched()).toBe(2);
  });

  test('does not match it again when the same is found in its files', () => {
    const first = remembered.findingsOf(reading({ title: STAGED, evidence: MARKED }));
    expect(remembered.findingsOf(reading({ title: STAGED, evidence: { ...MARKED } }))).toBe(first);
    for (const evidence of [EDITED, { ...EDITED, strength: 'A3' as const }, undefined])
      remembered.findingsOf(reading({ title: STAGED, evidence }));
    expect(matched()).toBe(4);
  });

  test('matches it again when a label comes that its findings rest on', () => {
    const before = remembered.findingsOf(reading({ title: STAGED, labels: UNKNOWN_LABELS }));
    const after = remembered.findingsOf(reading({ title: STAGED, labels: FICTION }));
    expect(after).toEqual(match.matchPost(rules, reading({ title: STAGED, labels: FICTION })));
    expect(after).not.toEqual(before);
  });

  test('reads no labels of a post whose findings do not rest on them', () => {
    const found = [makeFinding()];
    vi.mocked(match.matchPost).mockReturnValueOnce(found);
    remembered.findingsOf(reading({ title: '一' }));
    const again = reading({ title: '一', labels: FICTION });
    expect(remembered.findingsOf(again)).toBe(found);
    expect(again.hasReadLabels).toBe(false);
  });

  test('remembers a long text without findings, and no short one', () => {
    const [long, short] = ['好'.repeat(201), '好'.repeat(200)];
    for (const text of [long, long]) remembered.findingsOf(reading({ text }));
    expect(matched()).toBe(1);
    for (const text of [short, short]) remembered.findingsOf(reading({ text }));
    expect(matched()).toBe(3);
  });

  test('remembers two thousand posts, and forgets the one that was remembered first', () => {
    const found: Finding[] = [makeFinding()];
    vi.mocked(match.matchPost).mockReturnValue(found);
    for (let id = 0; id <= 2_000; id++) remembered.findingsOf(reading({ id, title: '一' }));
    vi.mocked(match.matchPost).mockClear();
    for (const id of [1, 2_000]) remembered.findingsOf(reading({ id, title: '一' }));
    expect(matched()).toBe(0);
    remembered.findingsOf(reading({ id: 0, title: '一' }));
    expect(matched()).toBe(1);
    vi.mocked(match.matchPost).mockRestore();
  });

  test('gives what matching gives, whatever one post says one after the other', () => {
    const words = fc.constantFrom('', STAGED, '没有剧本', '关注看后续', `没有剧本\n关注看后续`);
    const name = fc.constantFrom(undefined, '甲', '关注看后续');
    const says = fc.record({
      title: words,
      text: words,
      hashtags: fc.array(fc.constantFrom('没有剧本', '关注看后续'), { maxLength: 2 }),
      name,
      verification: name,
      labels: fc.constantFrom(UNKNOWN_LABELS, NO_LABELS, FICTION),
      evidence: fc.constantFrom(undefined, MARKED, EDITED),
    });
    fc.assert(
      fc.property(fc.array(says, { maxLength: 12, size: 'max' }), (all) => {
        const one = new Remembered(rules);
        for (const each of all)
          expect(one.findingsOf(reading(each))).toEqual(match.matchPost(rules, reading(each)));
      }),
    );
  });

  test('tells words of one field from the same words of the next', () => {
    const found = [makeFinding()];
    vi.mocked(match.matchPost).mockReturnValueOnce(found);
    remembered.findingsOf(reading({ text: '一\n二' }));
    expect(remembered.findingsOf(reading({ text: '一', hashtags: ['二'] }))).not.toBe(found);
  });
});
