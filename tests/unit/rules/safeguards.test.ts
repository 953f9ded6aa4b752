import { describe, expect, it } from 'vitest';
import { NO_LABELS, UNKNOWN_LABELS } from '@/utils/model/post';
import { loadRules } from '@/utils/rules/index';
import { matchPost } from '@/utils/rules/match';
import { post } from './support';

interface Safeguard {
  about: string;
  text: string;
}

const files = import.meta.glob<Safeguard[]>('../../fixtures/rules/safeguards/*.json', {
  eager: true,
  import: 'default',
});
const rules = loadRules();

describe('criticism, complaints, whistle-blowing, news, satire, opinions and everyday life are never marked', () => {
  it('has a hundred posts at least', () =>
    expect(Object.values(files).flat().length).toBeGreaterThanOrEqual(100));

  describe.each(Object.entries(files).map(([path, posts]) => [path.split('/').at(-1)!, posts] as const))(
    '%s',
    (_, posts) => {
      it.each(posts)('$about: $text', ({ text }) => {
        for (const labels of [UNKNOWN_LABELS, NO_LABELS]) {
          for (const kind of ['note', 'comment', 'danmaku', 'live'] as const) {
            for (const readable of [
              post(text, { labels, kind, author: {} }),
              post('', { title: text, labels, kind, author: {} }),
            ])
              expect(matchPost(rules, readable)).toEqual([]);
          }
        }
      });
    },
  );
});
