import { describe, expect, test } from 'vitest';
import { excerptOf } from '@/utils/scan/excerpt';
import { siteFor } from '@/utils/sites';

const url = new URL('https://www.zhihu.com/question/1/answer/2?utm=x#part');
const site = siteFor(url)!;
const excerpt = (text: string, at = url) => excerptOf(site, at, text);

describe('excerptOf', () => {
  test('is a post that claims nothing it has not read', () => {
    expect(excerpt('  选中的\n\n文字  ')).toEqual({
      key: expect.stringMatching(/^zhihu:excerpt:[0-9a-z]{11}$/),
      site: 'zhihu',
      kind: 'excerpt',
      id: expect.any(String),
      url: 'https://www.zhihu.com/question/1/answer/2?utm=x',
      surface: 'detail',
      author: {},
      title: '',
      text: '选中的 文字',
      hashtags: [],
      counts: {},
      labels: { state: 'unknown', items: [] },
    });
  });

  test('the same words at the same address are the same post', () => {
    expect(excerpt('文字')?.key).toBe(excerpt(' 文字 ')?.key);
    expect(excerpt('文字')?.key).not.toBe(excerpt('另外的文字')?.key);
    expect(excerpt('文字')?.key).not.toBe(excerpt('文字', new URL('https://www.zhihu.com/hot'))?.key);
  });

  test('nothing selected is nothing to report, and a whole book is cut', () => {
    expect(excerpt(' \n ')).toBeUndefined();
    expect(excerpt('长'.repeat(100_000))?.text).toHaveLength(20_000);
  });
});
