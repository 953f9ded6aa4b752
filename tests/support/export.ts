import { columnSets } from '@/utils/export/column-sets';
import type { CategoryGuide, ColumnContext } from '@/utils/export/columns';
import type { Exporter, ExportOptions, ExportSource } from '@/utils/export/define-exporter';
import type { WholeReport } from '@/utils/model/exchange';
import type { Report } from '@/utils/model/report';
import { makeMediaCheck } from './any-media-checks';
import { makeFinding, makePost, makeReport } from './builders';
import { PIXEL } from './picture-bytes';

const categoryNames = new Map([
  ['2025-3/fake-staged', '虚假摆拍'],
  ['2025-4/ai-label-missing', '生成合成内容未标识'],
]);
const siteNames = new Map([
  ['xiaohongshu', '小红书'],
  ['zhihu', '知乎'],
]);
const guides = new Map<string, CategoryGuide>([
  [
    '2025-3/fake-staged',
    {
      severity: 2,
      c12377: '先走平台；有核查依据时用谣言',
      sites: { xiaohongshu: '虚假信息' },
      standing: '任何人',
    },
  ],
  [
    '2025-4/ai-label-missing',
    { severity: 1, c12377: '无直接类别，先走平台', sites: { zhihu: '其他' }, standing: '任何人' },
  ],
]);

export const exportContext: ColumnContext = {
  now: new Date('2026-10-03T00:00:00Z'),
  reviewer: { id: 'reviewer-1', name: '林间' },
  categoryName: (id) => categoryNames.get(id) ?? id,
  siteName: (id) => siteNames.get(id) ?? id,
  guide: (id) => guides.get(id),
  description: ({ post }, limit) => `所见：${post.url}`.slice(0, limit),
  offset: () => 8 * 60,
  screenshots: new Map([['report-1', 2]]),
  hashes: new Map([['report-1', ['ab'.repeat(32), 'cd'.repeat(32)]]]),
};

export const exportOptions: ExportOptions = {
  ...exportContext,
  columns: columnSets.all,
  encoding: 'utf-8',
  byteOrderMark: true,
  mask: false,
  head: {
    kind: 'qingjian',
    version: 1,
    exportedAt: exportContext.now.toISOString(),
    extension: '0.1.0',
    reviewer: exportContext.reviewer,
  },
};

/** A report with what belongs to it, as far as a test cares. */
export function makeWhole(report: Report, parts: Partial<WholeReport> = {}): WholeReport {
  return { report, history: [], visits: [], evidence: [], ...parts };
}

/** Hands out these reports in batches, as a store would. */
export function sourceOf(
  reports: readonly (Report | WholeReport)[],
  { size = 2, ...rest }: Partial<Pick<ExportSource, 'dismissals' | 'settings'>> & { size?: number } = {},
): ExportSource {
  const wholes = reports.map((each) => ('report' in each ? each : makeWhole(each)));
  return {
    reports: () =>
      inBatches(
        wholes.map(({ report }) => report),
        size,
      ),
    wholes: () => inBatches(wholes, size),
    dismissals: () => inBatches([], size),
    ...rest,
  };
}

async function* inBatches<T>(items: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}

/** The whole file. */
export async function writtenBytes(
  exporter: Exporter,
  source: ExportSource,
  options: Partial<ExportOptions> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: BlobPart[] = [];
  for await (const piece of exporter.write(source, { ...exportOptions, ...options })) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** A file in UTF-8 as text, byte-order mark included. */
export async function written(
  exporter: Exporter,
  reports: readonly (Report | WholeReport)[],
  { size, ...options }: Partial<ExportOptions> & { size?: number } = {},
): Promise<string> {
  const bytes = await writtenBytes(exporter, sourceOf(reports, size === undefined ? {} : { size }), options);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
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
      media: [{ type: 'image', url: 'https://pictures.example.com/1.png' }],
    }),
    mediaChecks: [
      makeMediaCheck(),
      makeMediaCheck({
        media: { type: 'video', url: 'https://www.xiaohongshu.com/explore/third' },
        verdict: 'ai-edited',
        evidence: [
          {
            mechanism: 'c2pa',
            strength: 'A2',
            kind: 'ai-edited',
            producer: '=CMD("画")',
            signer: 'Example Imaging Inc.; "甲"',
            place: 'jumbf',
          },
        ],
        container: 'mp4',
        trouble: 'unchecked',
        via: 'network',
        requests: 3,
        sha256: 'cd'.repeat(32),
      }),
    ],
  }),
];

/** The same with history, visits, pictures and what other reviewers say. */
export const goldenWholes: readonly WholeReport[] = goldenReports.map((report, i) => {
  if (i !== 1) return makeWhole(report);
  const {
    accounts: _,
    adopted: __,
    ...theirs
  } = makeReport({
    id: 'their-report',
    post: report.post,
    status: 'dismissed',
    decidedAt: Date.UTC(2026, 9, 2, 5),
    note: '是广告，打13812345678',
  });
  return {
    report: {
      ...report,
      decidedAt: Date.UTC(2026, 9, 2, 6),
      tags: ['复核', '含;分号'],
      assignee: '河边',
      accounts: [
        {
          reviewer: { id: 'reviewer-2', name: '河边' },
          report: theirs,
          steps: [{ at: Date.UTC(2026, 9, 2, 5), action: 'status', by: '河边' }],
        },
      ],
      handovers: [
        {
          id: 'handover-1',
          channel: '12377',
          at: Date.UTC(2026, 9, 2, 7),
          queryCode: 'A1B2C3',
          outcome: 'removed',
          outcomeAt: Date.UTC(2026, 9, 9, 7),
          note: '',
          posts: [report.postKey],
        },
        {
          id: 'handover-2',
          channel: 'zhihu',
          at: Date.UTC(2026, 9, 2, 8),
          queryCode: '',
          outcome: 'open',
          note: '',
          posts: [report.postKey],
        },
      ],
      overruled: [{ check: 'private-numbers', for: 'export', at: Date.UTC(2026, 9, 2, 9), by: '林 间' }],
    },
    history: [
      { seq: 7, reportId: report.id, at: report.createdAt, action: 'filed', filing: 'filing-1' },
      {
        seq: 9,
        reportId: report.id,
        at: Date.UTC(2026, 9, 2, 6),
        action: 'status',
        by: '林间',
        before: { status: 'new', decidedAt: undefined },
      },
    ],
    visits: [{ seq: 3, reportId: report.id, at: Date.UTC(2026, 9, 3), changes: ['gone'] }],
    evidence: [
      {
        id: `${report.id}:7`,
        reportId: report.id,
        kind: 'screenshot',
        at: report.createdAt,
        blob: new Blob([PIXEL], { type: 'image/webp' }),
      },
    ],
  };
});
