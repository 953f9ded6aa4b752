import { describe, expect, it } from 'vitest';
import { marksPage } from '@/utils/model/finding';
import { NO_LABELS, UNKNOWN_LABELS } from '@/utils/model/post';
import { loadRules } from '@/utils/rules/index';
import { matchPost } from '@/utils/rules/match';
import posts from '../../fixtures/rules/safeguards.json';
import { post } from './support';

const rules = loadRules();

describe('criticism, complaints, news, satire and everyday life are never marked', () => {
  it('has sixty posts at least', () => expect(posts.length).toBeGreaterThanOrEqual(60));

  it.each(posts)('$about', ({ text }) => {
    for (const labels of [UNKNOWN_LABELS, NO_LABELS]) {
      for (const readable of [post(text, { labels }), post('', { title: text, labels })]) {
        expect(matchPost(rules, readable).filter(marksPage)).toEqual([]);
      }
    }
  });
});
