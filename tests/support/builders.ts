import type { Finding } from '@/utils/model/finding';
import { NO_LABELS, type Post, postKey } from '@/utils/model/post';
import type { Report, ReportDraft } from '@/utils/model/report';

/** Builders of test objects: a valid whole with the parts that a test cares about put in its place. */
export function makePost(parts: Partial<Post> = {}): Post {
  const id = parts.id ?? '65a1b2c3000000001e00abcd';
  const site = parts.site ?? 'xiaohongshu';
  const kind = parts.kind ?? 'note';
  return {
    key: postKey(site, kind, id),
    site,
    kind,
    id,
    url: `https://www.xiaohongshu.com/explore/${id}`,
    surface: 'detail',
    author: {
      name: '山间小院',
      id: 'user-1',
      url: 'https://www.xiaohongshu.com/user/profile/user-1',
    },
    title: '偶遇一位老人',
    text: '路上偶遇拾荒老人，我塞给他两千块，没有剧本，关注看后续。',
    hashtags: ['暖心'],
    publishedAt: '2026-10-01T04:00:00.000Z',
    counts: { like: 1200, comment: 34 },
    labels: NO_LABELS,
    ...parts,
  };
}

export function makeFinding(parts: Partial<Finding> = {}): Finding {
  return {
    rule: '2025-3/fake-staged/kindness',
    category: '2025-3/fake-staged',
    confidence: 'likely',
    spans: [{ field: 'text', start: 2, end: 4, text: '偶遇' }],
    counter: [],
    ...parts,
  };
}

export function makeDraft(parts: Partial<ReportDraft> = {}): ReportDraft {
  const findings = parts.findings ?? [makeFinding()];
  return {
    filing: crypto.randomUUID(),
    post: makePost(),
    findings,
    categories: [...new Set(findings.map(({ category }) => category))],
    note: '',
    filedBy: 'card',
    readAt: Date.UTC(2026, 9, 2, 3, 4, 5),
    adapter: '0.1.0+test',
    answers: [],
    withheld: [],
    ...parts,
  };
}

export function makeReport(parts: Partial<Report> = {}): Report {
  const { post, findings, categories, note, filedBy } = makeDraft();
  return {
    id: 'report-1',
    postKey: (parts.post ?? post).key,
    post,
    findings,
    categories,
    note,
    filedBy,
    status: 'new',
    version: '0.1.0',
    createdAt: Date.UTC(2026, 9, 2, 3, 4, 5),
    updatedAt: Date.UTC(2026, 9, 2, 3, 4, 5),
    ...parts,
  };
}
