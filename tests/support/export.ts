import type { ColumnContext } from '@/utils/export/columns';
import type { Exporter } from '@/utils/export/define-exporter';
import type { Report } from '@/utils/model/report';
import { makeFinding, makePost, makeReport } from './builders';

export const exportContext: ColumnContext = {
  now: new Date('2026-10-03T00:00:00Z'),
  categoryName: (id) =>
    ({
      '2025-3/fake-staged': '虚假摆拍',
      '2025-4/ai-label-missing': '生成合成内容未标识',
    })[id] ?? id,
  siteName: (id) => ({ xiaohongshu: '小红书', zhihu: '知乎' })[id] ?? id,
  screenshots: new Map([['report-1', 2]]),
};

export async function* inBatches(reports: readonly Report[], size = 2): AsyncGenerator<Report[]> {
  for (let i = 0; i < reports.length; i += size) yield reports.slice(i, i + size);
}

export async function written(
  exporter: Exporter,
  reports: readonly Report[],
  size?: number,
): Promise<string> {
  let text = '';
  for await (const piece of exporter.write(inBatches(reports, size), exportContext)) text += piece;
  return text;
}

/** The reports behind every golden file: each holds something that has broken an export somewhere. */
export const goldenReports: readonly Report[] = [
  makeReport(),
  makeReport({
    id: 'report-2',
    status: 'confirmed',
    note: '他说"没有剧本",\r\n第二行；核对过标签 👀',
    readAt: Date.UTC(2026, 9, 2, 3, 4, 0),
    adapter: 'a1b2c3d4',
    answers: [
      {
        category: '2025-3/fake-staged',
        question: { zh_CN: '有没有"虚构"标注？', en: 'Is there a "fiction" label?' },
        answer: 'no',
      },
      {
        category: '2025-4/ai-label-missing',
        question: { zh_CN: '是否由AI生成？', en: 'Was it made with AI?' },
        answer: 'yes',
      },
    ],
    withheld: ['counts', 'media'],
    post: makePost({
      site: 'zhihu',
      kind: 'answer',
      id: '7301234567890123456',
      url: 'https://www.zhihu.com/question/1/answer/7301234567890123456',
      title: '=HYPERLINK("https://example.com","点我")',
      text: `加我 138-1234-5678，身份证 11010519491231002X。\n${'长'.repeat(400)}`,
      author: { name: '@店主', verification: '已认证的机构, 甲' },
      hashtags: ['AI绘画', '搞笑'],
      publishedApprox: true,
      counts: {},
      labelPlaces: [
        { from: 'state', where: 'endorsements', text: '' },
        { from: 'element', where: 'a[href="#"], .label', text: '作者声明：内容由AI生成 "13812345678"' },
      ],
      labels: {
        state: 'seen',
        items: [
          {
            kind: 'ai',
            text: '作者声明：内容由AI生成',
            by: 'author',
            from: 'element',
          },
        ],
      },
    }),
    findings: [
      makeFinding({
        confidence: 'strong',
        spans: [{ field: 'title', start: 0, end: 3, text: '=HY' }],
        counter: [{ type: 'wording', id: 'debunk', text: '辟谣' }],
      }),
      makeFinding({
        rule: '2025-4/ai-label-missing/tool',
        category: '2025-4/ai-label-missing',
        confidence: 'clue',
      }),
    ],
    categories: ['2025-3/fake-staged', '2025-4/ai-label-missing', '2024-1/gone'],
  }),
  makeReport({
    id: 'report-3',
    status: 'dismissed',
    filedBy: 'shortcut',
    note: '＋1',
    findings: [],
    categories: [],
    post: makePost({
      id: 'third',
      title: '\u200b -1 半个字符 \ud83d',
      text: '\tTab 开头',
      author: {},
      hashtags: [],
      counts: {},
      labels: { state: 'unknown', items: [] },
    }),
  }),
];
