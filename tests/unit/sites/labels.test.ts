import { describe, expect, test } from 'vitest';
import {
  classifyLabel,
  declaresNothing,
  foldLabel,
  isSameLabel,
  knownLabel,
  labelSentence,
  labelsFromHashtags,
} from '@/utils/sites/labels';

describe('texts in the label place', () => {
  // facts: sites.md section 1.1
  test.each([
    ['作者声明：内容由 AI 生成', 'ai'],
    ['内容由AI生成', 'ai'],
    ['作者声明：该视频使用人工智能合成技术', 'ai'],
    ['含AI生成内容', 'ai'],
    ['笔记含AI合成内容', 'ai'],
    ['包含 AI 辅助创作', 'ai'],
    ['疑似使用了AI生成技术，请谨慎甄别', 'ai'],
    ['内容可能使用AI技术生成', 'ai'],
    ['ＡＩ生成', 'ai'],
    ['虚构演绎，仅供娱乐', 'fiction'],
    ['作者声明：演绎情节，仅供娱乐', 'fiction'],
    ['含虚构演绎内容', 'fiction'],
    ['内容为虚构剧情，仅供娱乐', 'fiction'],
    ['虚构创作', 'fiction'],
    ['内容来源于网络', 'source'],
    ['取材网络，谨慎识别', 'source'],
    ['内容为转载', 'source'],
    ['内容含营销信息', 'ad'],
    ['内容包含营销广告', 'ad'],
    ['广告', 'ad'],
    ['危险行为，请勿模仿', 'risk'],
    ['该内容可能引人不适，请谨慎选择观看', 'risk'],
    ['个人观点，仅供参考', 'opinion'],
    ['作者提示: 个人观点，仅供参考', 'opinion'],
    ['创作声明: 内容包含剧透', 'note'],
  ])('%s is %s', (text, kind) => {
    expect(classifyLabel(text)).toBe(kind);
  });

  test('words that no row knows are a note where only labels stand, and nothing elsewhere', () => {
    expect(classifyLabel('新的声明种类')).toBe('note');
    expect(knownLabel('收藏成功')).toBeUndefined();
  });

  test.each(['无需添加自主声明', '内容无需标注', '作者声明：无需声明'])('%s declares nothing', (text) => {
    expect(declaresNothing(text)).toBe(true);
  });
});

describe('folding', () => {
  test('old and new spellings compare equal', () => {
    expect(foldLabel('内容由 ＡＩ 生成')).toBe(foldLabel('内容由AI生成'));
    expect(isSameLabel('作者提示: 个人观点，仅供参考', '个人观点，仅供参考')).toBe(true);
    expect(isSameLabel('健康医疗分享，仅供参考', '健康医疗分享仅供参考')).toBe(true);
    expect(isSameLabel('内容由AI生成', '虚构演绎')).toBe(false);
    expect(isSameLabel('内容为转载', '内容为转载？')).toBe(false);
  });
});

describe('label sentences in the page text', () => {
  test('the whole text must be the sentence', () => {
    expect(labelSentence('内容可能使用AI技术生成')).toMatchObject({ kind: 'ai', by: 'platform' });
    expect(labelSentence('讲讲内容由AI生成的版权问题，大家怎么看')).toBeUndefined();
  });

  // Wordings that no row lists.
  test.each([
    ['内容疑似由AI技术创作', 'ai', 'platform'],
    ['本视频使用了AI技术生成', 'ai', 'author'],
    ['作者声明：疑似含AI生成内容', 'ai', 'platform'],
    ['包含AI合成内容', 'ai', 'author'],
    ['内容为虚构演绎，仅供娱乐', 'fiction', 'author'],
    ['内容含营销广告', 'ad', 'author'],
    ['内容来源网络', 'source', 'author'],
  ])('%s is %s by the %s', (text, kind, by) => {
    expect(labelSentence(text)).toEqual({ kind, by });
  });

  test.each([
    ['作者声明：危险行为，请勿模仿', 'author'],
    ['作者声明：视频内含有危险行为，请勿轻易模仿', 'author'],
    ['视频内含有危险行为，请勿轻易模仿', 'platform'],
    ['作者声明：作品含AI生成内容', 'author'],
    ['作者声明：内容可能使用AI技术生成', 'platform'],
  ])('%s is by the %s', (text, by) => {
    expect(labelSentence(text)?.by).toBe(by);
  });

  test.each(['内容由AI生成，仅供参考', '以上内容由AI生成，仅供参考', '本回答由AI生成', '回答由 AI 生成'])(
    "a chat widget's footer is not a label: %s",
    (text) => {
      expect(labelSentence(text)).toBeUndefined();
    },
  );

  test.each([
    '',
    '作者声明',
    '作者声明：',
    '广告',
    '推荐',
    '赞助',
    '转载',
    '声明：转载',
    'AI生成',
    'AI音乐',
    'AI绘画教程',
    '虚构创作',
    '演绎',
    '收藏成功',
    '仅供参考',
    '仅供娱乐',
    '素材来源于我家附近的河',
    '素材来源，文中事件发生于',
    '内容来源于网络，侵删',
    '作者声明：本文原创，禁止转载',
    '个人观点，仅供参考？',
    `内容由AI生成${' '.repeat(400)}`,
  ])('%s is none', (text) => {
    expect(labelSentence(text)).toBeUndefined();
  });
});

describe('places that also hold other text', () => {
  test.each(['AI', 'AI info', 'Ad', '全部商品', '可灵AI', '收藏成功', '内容无需标注'])(
    '%s is not known',
    (text) => {
      expect(knownLabel(text)).toBeUndefined();
    },
  );

  test('automatic dubbing says nothing about AI', () => {
    expect(classifyLabel('Auto-dubbed')).toBe('note');
    expect(knownLabel('Audio tracks for some languages were automatically generated')).toBeUndefined();
  });
});

describe('hashtags as disclosure', () => {
  test.each([
    ['AI绘画', 'ai'],
    ['aigc', 'ai'],
    ['AI生成', 'ai'],
    ['虚构演绎', 'fiction'],
    ['广告', 'ad'],
  ])('#%s is the author saying %s', (tag, kind) => {
    expect(labelsFromHashtags([tag])).toEqual([{ kind, text: `#${tag}`, by: 'author', from: 'text' }]);
  });

  test.each(['hai边', 'air', '拒绝AI', '广告人的日常', 'maintain'])('#%s is not', (tag) => {
    expect(labelsFromHashtags([tag])).toEqual([]);
  });
});
