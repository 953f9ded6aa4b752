import type { LabelText } from '../label-texts';

/** The rows of {@link LABEL_TEXTS} on AI, apart from the uniform set. */
export const AI_TEXTS: readonly LabelText[] = [
  // AI, declared by the author.
  {
    kind: 'ai',
    by: 'author',
    sites: ['douyin', 'weibo', 'wechat'],
    viewer: '2026-02',
    form: '2026-05',
    texts: ['内容由AI生成'],
  },
  { kind: 'ai', by: 'author', sites: ['bilibili'], viewer: '2025-11', texts: ['该视频使用人工智能合成技术'] },
  { kind: 'ai', by: 'author', sites: ['kuaishou'], form: '2026-05', texts: ['内容为AI生成'] },
  { kind: 'ai', by: 'author', sites: ['xiaohongshu'], form: '2026-05', texts: ['笔记含AI合成内容'] },
  { kind: 'ai', by: 'author', sites: ['zhihu'], viewer: '2026-08', texts: ['包含 AI 辅助创作'] },
  {
    kind: 'ai',
    by: 'author',
    sites: ['toutiao', 'kuaishou', 'weibo'],
    viewer: '2026-06',
    form: '2026-05',
    bare: true,
    texts: ['AI生成'],
  },
  { kind: 'ai', by: 'author', sites: ['toutiao'], form: '2026-05', bare: true, texts: ['引用AI'] },
  { kind: 'ai', by: 'author', sites: ['all'], viewer: '2026-11', texts: ['本文由AI辅助创作'] },
  // Also the footer of chat widgets, so that it counts in a label's own place only.
  {
    kind: 'ai',
    by: 'author',
    sites: ['all'],
    viewer: '2026-11',
    bare: true,
    texts: ['以上内容由AI生成，仅供参考'],
  },
  {
    kind: 'ai',
    by: 'author',
    sites: ['tiktok'],
    viewer: '2025-12',
    texts: ['Creator labeled as AI-generated'],
  },
  { kind: 'ai', by: 'author', sites: ['tiktok'], viewer: '2025-12', bare: true, texts: ['AI-generated'] },
  {
    kind: 'ai',
    by: 'author',
    sites: ['youtube'],
    viewer: '2026-06',
    texts: ['Altered or synthetic content', 'Sounds or visuals were altered or fully generated'],
  },
  { kind: 'ai', by: 'author', sites: ['youtube'], viewer: '2026-06', bare: true, texts: ['Made with AI'] },

  // AI, said by the platform: from the file's metadata, or suspected.
  {
    kind: 'ai',
    by: 'platform',
    sites: ['douyin'],
    since: '2025-09',
    viewer: '2025-09',
    texts: ['作品含AI生成内容'],
  },
  {
    kind: 'ai',
    by: 'platform',
    sites: ['douyin', 'weibo'],
    since: '2025-09',
    viewer: '2026-06',
    texts: ['疑似使用了AI生成技术，请谨慎甄别', '疑似使用了AI生成技术'],
  },
  {
    kind: 'ai',
    by: 'platform',
    sites: ['bilibili'],
    viewer: '2026-11',
    texts: ['该内容疑似使用AI技术合成，请谨慎甄别'],
  },
  {
    kind: 'ai',
    by: 'platform',
    sites: ['xiaohongshu'],
    viewer: '2026-04',
    texts: ['内容可能使用AI技术生成'],
  },
  {
    kind: 'ai',
    by: 'platform',
    sites: ['tiktok'],
    viewer: '2025-12',
    texts: ['Contains AI-generated media'],
  },
  { kind: 'ai', by: 'platform', sites: ['instagram'], viewer: '2026-06', bare: true, texts: ['AI info'] },
  { kind: 'ai', by: 'platform', sites: ['youtube'], viewer: '2026-06', bare: true, texts: ['AI'] },

  // Marks of the tools themselves; some lack the word for "generated" that the standard asks for.
  {
    kind: 'ai',
    by: 'author',
    sites: ['all'],
    viewer: '2026-11',
    bare: true,
    texts: ['豆包AI生成', '千问AI生成', '元宝AI生成', '百度AI生成', 'RunningHub AI生成'],
  },
  {
    kind: 'ai',
    by: 'author',
    sites: ['all'],
    viewer: '2026-11',
    bare: true,
    texts: ['★即梦AI', '即梦AI', '可灵AI', 'KLING AI', 'LibLibAI', 'MINIMAX | hailuo AI', 'Dola AI'],
  },
];
