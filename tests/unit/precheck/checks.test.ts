import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKS, type CheckId, type Gap } from '@/utils/model/concern';
import type { LabelItem } from '@/utils/model/post';
import type { Report } from '@/utils/model/report';
import { checks } from '@/utils/precheck';
import { categoryEntry } from '@/utils/rules/catalogue';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makeFinding, makePost } from '../../support/builders';
import { concernsOf, NOW, quietReport, raised } from './support';

const withText = (text: string, parts: Partial<Report> = {}) => quietReport(parts, text);
const withLabel = (kind: LabelItem['kind'], text: string) => {
  const labels = {
    state: 'seen' as const,
    items: [{ kind, text, by: 'author' as const, from: 'element' as const }],
  };
  return quietReport({
    post: makePost({ title: '', text: '今天的云很好看。', hashtags: [], labels: labels as never }),
  });
};
const verifiedAs = (verification: string) =>
  quietReport({
    post: makePost({
      title: '',
      text: '今天的云很好看。',
      hashtags: [],
      author: { name: '甲', verification },
    }),
  });
const under = (...categories: string[]) => quietReport({ categories });

test('every check has a file of its name and every file is a check', () => {
  const files = globSync('utils/precheck/checks/*.ts').map((path) => basename(path, '.ts'));
  expect(checks.map(({ id }) => id)).toEqual([...CHECKS]);
  expect(files.sort()).toEqual([...CHECKS].sort());
});

test('a complete report of an ordinary post raises nothing when no picture leaves', () => {
  expect(concernsOf(quietReport(), { picturesLeave: false })).toEqual([]);
});

interface Cases {
  hits: Report[];
  misses: Report[];
}

const WORDED: Partial<Record<CheckId, Cases>> = {
  'fiction-mark': {
    hits: [
      withLabel('fiction', '剧情演绎，仅供娱乐'),
      withText('本视频内容纯属虚构。'),
      withText('剧情需要，请勿模仿'),
      withText('一部短剧的第三集'),
      quietReport({
        findings: [
          makeFinding({
            counter: [
              { type: 'label', label: { kind: 'fiction', text: '虚构演绎', by: 'platform', from: 'state' } },
            ],
          }),
        ],
      }),
      quietReport({
        findings: [makeFinding({ counter: [{ type: 'wording', id: 'counter/fiction', text: '演绎' }] })],
      }),
    ],
    misses: [
      withText('真实记录，不是演绎'),
      withLabel('ai', '内容由AI生成'),
      withLabel('ad', '广告'),
      withText('路边的花开了'),
      quietReport({
        findings: [makeFinding({ counter: [{ type: 'wording', id: 'counter/news', text: '新闻' }] })],
      }),
    ],
  },
  satire: {
    hits: [
      withText('纯属玩梗，别当真'),
      withText('笑死，这也行'),
      withText('评论里的狗头是精髓 [doge]'),
      withText('反讽一下而已'),
      withText('随手编的段子'),
    ],
    misses: [
      withText('这不是段子，是真事'),
      withText('路边的花开了'),
      withText('没有开玩笑'),
      withText('下午去了图书馆'),
      withText('饺子馅怎么调'),
    ],
  },
  'news-or-debunk': {
    hits: [
      withText('辟谣：网传图片不属实，请勿转发'),
      withText('据报道，当地已恢复通车'),
      withText('我已向 12315 投诉，附订单截图'),
      withText('法院一审判决被告赔偿'),
      verifiedAs('北方电视台 新闻媒体'),
      quietReport({
        findings: [makeFinding({ counter: [{ type: 'wording', id: 'counter/debunk', text: '别信' }] })],
      }),
    ],
    misses: [
      withText('路边的花开了'),
      verifiedAs('自媒体 美食博主'),
      withText('饺子馅怎么调'),
      withText('今天练了一小时琴'),
      withText('周末去爬山'),
    ],
  },
  minors: {
    hits: [
      under('2025-7/minor-tip'),
      withText('她的7岁女儿在路边'),
      withText('十二岁的男孩'),
      withText('3岁宝宝第一次看海'),
      quietReport({ note: '画面里有 9 岁的孩子' }),
    ],
    misses: [
      withText('18岁女孩'),
      withText('三十岁的儿子'),
      under('2025-3/fake-staged'),
      withText('孩子们都长大了'),
      withText('公司成立七周年'),
    ],
  },
  'private-numbers': {
    hits: [
      withText('加我 13812345678'),
      quietReport({ note: '打 010-12345678 核实过' }),
      quietReport({ post: makePost({ title: 'QQ 12345678', text: '', hashtags: [] }) }),
      quietReport({ post: makePost({ title: '', text: '', hashtags: ['好物', 'vx：ab12345'] }) }),
      quietReport({
        post: makePost({ title: '', text: '', hashtags: [], author: { name: '老王13812345678' } }),
      }),
      quietReport({
        post: makePost({
          title: '',
          text: '',
          hashtags: [],
          labelPlaces: [{ from: 'element', where: '.label', text: '联系 a@example.com' }],
        }),
      }),
    ],
    misses: [
      withText('播放 12345678901 次'),
      withText('2026-11-22 18:30'),
      quietReport({ note: '第 3 次看' }),
      withText('编号 7301234567890123456'),
      withText('400-123-4567'),
    ],
  },
  names: {
    hits: [
      withText('谢谢 @小满的猫'),
      withText('姓名：甲乙丙'),
      quietReport({ note: '青禾小学三年级2班' }),
      quietReport({ post: makePost({ title: '春江花园12栋', text: '', hashtags: [] }) }),
      withText('8栋2单元1203'),
    ],
    misses: [
      withText('写信 someone@example.com'),
      withText('来源@北方日报'),
      withText('小学三年级的时候'),
      withText('小区门口'),
      withText('请填写姓名：'),
    ],
  },
};

describe.each(Object.entries(WORDED))('%s', (check, { hits, misses }) => {
  test.each(hits)('is raised (%#)', (report) => {
    const found = raised(report, check as CheckId);
    expect(found, JSON.stringify(report.post.text)).toBeDefined();
    expect(found!.places.length + found!.grounds.length).toBeGreaterThan(0);
  });

  test.each(misses)('is not raised (%#)', (report) => {
    expect(raised(report, check as CheckId), JSON.stringify(report.post.text)).toBeUndefined();
  });
});

describe('what a concern rests on', () => {
  test('the packs name the counter-evidence and its words', () => {
    expect(raised(withText('纯属玩梗，别当真'), 'satire')!.grounds).toEqual([
      { type: 'wording', name: { zh_CN: '讽刺或玩梗', en: 'Satire or joke' }, text: '玩梗' },
    ]);
  });

  test('the same label, as it stands and as a finding noted it, is told once', () => {
    const report = withLabel('fiction', '剧情演绎');
    const [label] = report.post.labels.items;
    report.findings.push(makeFinding({ counter: [{ type: 'label', label: label! }] }));
    expect(raised(report, 'fiction-mark')!.grounds.filter(({ type }) => type === 'label')).toEqual([
      { type: 'label', label },
    ]);
  });

  test('a verified institution comes with its verification', () => {
    const { grounds } = raised(verifiedAs('北方电视台 新闻媒体'), 'news-or-debunk')!;
    expect(grounds.at(-1)).toEqual({ type: 'verification', text: '北方电视台 新闻媒体' });
  });

  test('what other reviewers say is looked at too, and named as theirs', () => {
    const { accounts: _none, ...stated } = quietReport({ note: '微信 abc_123' });
    const report = quietReport({
      accounts: [{ reviewer: { id: 'b', name: '小鉴' }, report: stated, steps: [] }],
    });
    expect(raised(report, 'private-numbers')!.places).toEqual([
      { account: 0, field: 'note', start: 3, end: 10, text: 'abc_123', kind: 'chat-account' },
    ]);
  });
});

describe('minors', () => {
  test('an age alone is nobody where no picture leaves, but it is with a school', () => {
    expect(raised(withText('她的7岁女儿'), 'minors', { picturesLeave: false })).toBeUndefined();
    expect(raised(withText('她的7岁女儿'), 'minors', { pictures: 0 })).toBeUndefined();
    expect(
      raised(withText('她的7岁女儿，青禾小学一年级2班'), 'minors', { picturesLeave: false }),
    ).toBeDefined();
  });

  test('every category on the minors’ route or with help is one', () => {
    const found = raised(under('2025-7/minor-tip'), 'minors', { pictures: 0 })!;
    expect(found.grounds).toEqual([
      { type: 'category', name: categoryEntry('2025-7/minor-tip')!.category.name },
    ]);
  });
});

describe('bystander-picture', () => {
  test.each([
    [1, true, true],
    [3, true, true],
    [0, true, false],
    [1, false, false],
    [0, false, false],
  ])('with %i pictures, leaving: %s → %s', (pictures, picturesLeave, isRaised) => {
    expect(raised(quietReport(), 'bystander-picture', { pictures, picturesLeave }) !== undefined).toBe(
      isRaised,
    );
  });
});

test.each([
  ['new', true],
  ['confirmed', false],
  ['dismissed', false],
  ['submitted', false],
] as const)('no-decision of a report that is %s: %s', (status, isRaised) => {
  expect(raised(quietReport({ status }), 'no-decision') !== undefined).toBe(isRaised);
});

describe('evidence', () => {
  const gaps = (report: Report, pictures = 1): Gap[] =>
    (raised(report, 'evidence', { pictures })?.grounds ?? []).flatMap((each) =>
      each.type === 'gap' ? [each.gap] : [],
    );
  const day = 86_400_000;
  const business = '2025-5/smear-rumor';
  const answered = (category: string) => ({
    categories: [category],
    answers: [{ category, question: { zh_CN: '有吗？', en: 'Is there?' }, answer: 'yes' as const }],
  });
  const unread = makePost({ labels: { state: 'unknown', items: [] } });

  test('nothing is missing', () => expect(gaps(quietReport())).toEqual([]));
  test('a picture', () => expect(gaps(quietReport(), 0)).toEqual(['picture']));
  test('an address', () => expect(gaps(quietReport({ post: makePost({ url: '' }) }))).toEqual(['address']));
  test('the label’s place, only where a category is about the label', () => {
    const report = (category: string) => quietReport({ ...answered(category), post: unread });
    expect(gaps(report('2025-4/ai-label-missing'))).toEqual(['label-unread']);
    expect(gaps(report('2025-3/fake-persona'))).toEqual([]);
  });
  test('files that nobody looked into, only where a category is about the label of AI', () => {
    const file = makeMediaCheck();
    const shown = makePost({ media: [file.media] });
    const report = (category: string, mediaChecks?: Report['mediaChecks']) =>
      quietReport({ ...answered(category), post: shown, ...(mediaChecks && { mediaChecks }) });
    const unreadable = makeMediaCheck({ verdict: 'unreadable', evidence: [], trouble: 'stream' });
    expect(gaps(report('2025-4/ai-label-missing'))).toEqual(['files-unread']);
    expect(gaps(report('2025-4/ai-label-missing', [unreadable]))).toEqual(['files-unread']);
    expect(gaps(report('2025-4/ai-label-missing', [unreadable, file]))).toEqual([]);
    const searched = makeMediaCheck({ verdict: 'none', evidence: [] });
    expect(gaps(report('2025-4/ai-label-missing', [searched]))).toEqual([]);
    expect(gaps(report('2025-3/fake-persona'))).toEqual([]);
    expect(gaps(quietReport(answered('2025-4/ai-label-missing')))).toEqual([]);
  });
  test('answers, for each category that has questions', () => {
    expect(gaps(quietReport({ categories: ['2025-3/fake-staged'] }))).toEqual(['answers']);
    expect(gaps(quietReport(answered('2025-3/fake-staged')))).toEqual([]);
    expect(
      gaps(
        quietReport({
          ...answered('2025-3/fake-staged'),
          categories: ['2025-3/fake-staged', '2025-3/fake-persona'],
        }),
      ),
    ).toEqual(['answers']);
    expect(gaps(quietReport({ categories: ['2019-1/gone'] }))).toEqual([]);
  });
  test.each([
    [29 * day, []],
    [30 * day, []],
    [30 * day + 1, ['old-reading']],
  ])('a reading that is %i ms old', (age, expected) => {
    expect(gaps(quietReport({ readAt: NOW - age }))).toEqual(expected);
  });
  test('without a time of reading that of filing counts', () => {
    const { readAt: _none, ...report } = quietReport({ createdAt: NOW - 40 * day });
    expect(gaps(report)).toEqual(['old-reading']);
  });
  test('a link to an authority where the category concerns a business', () => {
    const report = (note: string) => quietReport({ ...answered(business), note });
    expect(categoryEntry(business)!.guidance!.route).toBe('business');
    expect(gaps(report('见公告'))).toEqual(['authoritative-link']);
    expect(gaps(report('见 https://www.example.gov.cn/1'))).toEqual([]);
  });
});
