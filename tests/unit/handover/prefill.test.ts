import { describe, expect, test } from 'vitest';
import { handoverWords, routeAdvice } from '@/utils/exchange/handover-words';
import { formById, forms, formsFor } from '@/utils/handover';
import type { HandoverForm } from '@/utils/handover/define-form';
import { maskedReport } from '@/utils/handover/masked-report';
import { type PrefillContext, prefill, type RouteWords } from '@/utils/handover/prefill';
import { suggestForm } from '@/utils/handover/suggest';
import type { Report } from '@/utils/model/report';
import { makeFinding, makePost, makeReport } from '../../support/builders';

const ROUTES: Record<string, RouteWords> = {
  fraud: { id: 'fraud', c12377: '诈骗', sites: { weibo: '垃圾广告', bilibili: '赌博诈骗' } },
  staged: { id: 'staged', c12377: '先走平台；有核查依据时用谣言', sites: { xiaohongshu: '虚假信息' } },
  minor: { id: 'minor', c12377: '涉未成年人入口', sites: {} },
  privacy: { id: 'privacy', c12377: '侵权', sites: { weibo: '侵犯隐私' } },
};
const context: PrefillContext = {
  siteName: (id) => `网站${id}`,
  categoryName: (id) => id,
  clause: () => undefined,
  route: (category) => ROUTES[category],
  offset: () => 480,
};
const report = (parts: Partial<Report> = {}) => makeReport({ categories: ['staged'], ...parts });
const form = (id: string) => formById(id) as HandoverForm;
const values = (id: string, reports: [Report, ...Report[]], parts: Partial<PrefillContext> = {}) =>
  Object.fromEntries(
    prefill(form(id), reports, { ...context, ...parts }).map(({ field, value }) => [field.id, value]),
  );

describe('a form that is filled', () => {
  test('has every field in the order of the form', () => {
    for (const each of forms) {
      const filled = prefill(each, [report()], context);
      expect(filled.map(({ field }) => field)).toEqual(each.fields);
    }
  });

  test('holds what was read, and nothing of the person', () => {
    expect(values('12377', [report()])).toMatchObject({
      'site-name': '网站xiaohongshu',
      'site-address': 'https://www.xiaohongshu.com/',
      addresses: 'https://www.xiaohongshu.com/explore/65a1b2c3000000001e00abcd',
      'author-name': '山间小院',
      'site-kind': '',
      pictures: '',
      reporter: '',
      captcha: '',
    });
    for (const each of forms) {
      for (const { field, value } of prefill(each, [report()], context)) {
        if (field.kind === 'self') expect(value, `${each.id} ${field.id}`).toBe('');
      }
    }
    expect(values('police', [report()])['first-seen']).toBe('2026-10-02 11:04（UTC+8）');
  });

  test('an author or address that was not read leaves its field empty', () => {
    const bare = report({ post: makePost({ author: {}, url: 'not an address' }) });
    expect(values('12377', [bare])).toMatchObject({ 'author-name': '', 'site-address': '' });
  });

  test('has the reason that the route names outright, and none that it names on a condition', () => {
    expect(values('12377', [report({ categories: ['fraud'] })]).reason).toBe('诈骗');
    expect(values('12377', [report()]).reason).toBe('');
    expect(values('weibo', [report({ categories: ['staged', 'privacy'] })]).reason).toBe('侵犯隐私');
    expect(values('kuaishou', [report({ categories: ['fraud'] })]).reason).toBe('');
    expect(values('site', [report({ categories: ['gone'] })]).reason).toBe('');
  });

  test('packs the addresses of all copies, one address once, and names those that did not fit', () => {
    const copies = Array.from({ length: 12 }, (_, i) =>
      report({ id: `r${i}`, post: makePost({ id: `${i}`.padStart(24, '0') }) }),
    );
    const same = report({ id: 'same', post: makePost({ id: '0'.padStart(24, '0'), kind: 'comment' }) });
    const filled = prefill(form('12377'), [copies[0]!, same, ...copies.slice(1)], context);
    const addresses = filled.find(({ field }) => field.id === 'addresses')!;
    expect(addresses.value.length).toBeLessThanOrEqual(500);
    expect(addresses.value.split('\n')[0]).toBe(copies[0]!.post.url);
    const [cut] = addresses.cut;
    expect(cut?.what === 'addresses' && cut.addresses.length).toBe(12 - addresses.value.split('\n').length);
  });

  test('keeps the description within the form’s limit, or the one that is asked for', () => {
    const long = report({ note: '这一条反复出现。'.repeat(100) });
    const description = (parts: Partial<PrefillContext> = {}) =>
      prefill(form('12377'), [long], { ...context, ...parts }).find(
        ({ field }) => field.id === 'description',
      )!;
    expect(description()).toMatchObject({ limit: 500, cut: [{ what: 'closing' }, { what: 'note' }] });
    expect(description().value.length).toBeGreaterThan(480);
    expect(description({ descriptionLimit: 200 }).value.length).toBeLessThanOrEqual(200);
  });

  test('cuts a name that is too long, and says by how much', () => {
    const short: HandoverForm = {
      ...form('site'),
      fields: [
        {
          id: 'title',
          kind: 'text',
          fill: 'title',
          required: true,
          limits: [5],
          label: { zh_CN: '题', en: 'T' },
        },
        { id: 'rest', kind: 'text', fill: 'none', required: false, label: { zh_CN: '余', en: 'R' } },
        { id: 'who', kind: 'text', fill: 'author-address', required: false, label: { zh_CN: '号', en: 'A' } },
      ],
    };
    expect(prefill(short, [report()], context)).toMatchObject([
      { value: '偶遇一位…', limit: 5, cut: [{ what: 'text', characters: 1 }] },
      { value: '', limit: undefined, cut: [] },
      { value: 'https://www.xiaohongshu.com/user/profile/user-1' },
    ]);
  });
});

describe('where to begin', () => {
  const suggest = (site: string, ...categories: string[]) =>
    suggestForm({ categories }, formsFor(site), context.route)?.id;

  test('is the office where it has a category for it, else the site', () => {
    expect(suggest('weibo', 'fraud')).toBe('12377');
    expect(suggest('xiaohongshu', 'staged')).toBe('xiaohongshu');
    expect(suggest('zhihu', 'staged')).toBe('site');
    expect(suggest('zhihu')).toBe('site');
    expect(suggest('weibo', 'no longer there')).toBe('weibo');
  });

  test('is the site for what only those concerned may report to the office', () => {
    expect(suggest('weibo', 'privacy')).toBe('weibo');
  });

  test('is the entry for minors whenever one of the categories is about them', () => {
    expect(suggest('douyin', 'fraud', 'minor')).toBe('12377-minor');
  });
});

describe('what the packs say', () => {
  test('every category that people report under has a route, and words in Chinese', () => {
    expect(handoverWords.siteName('weibo')).toBe('微博');
    expect(handoverWords.siteName('gone')).toBe('gone');
    expect(handoverWords.categoryName('2025-3/fake-staged')).toBe('虚假摆拍');
    expect(handoverWords.clause('2025-3/fake-staged')?.words).toBe('虚假摆拍');
    expect(handoverWords.clause('gone/gone')).toBeUndefined();
    expect(handoverWords.route('2025-3/fake-staged')).toMatchObject({ id: 'staged' });
    expect(handoverWords.route('gone/gone')).toBeUndefined();
  });

  test('a route that two categories lead to is told once', () => {
    const twice = ['2025-3/fake-staged', '2025-3/fake-staged'];
    expect(routeAdvice(twice)).toHaveLength(1);
    expect(routeAdvice(twice)[0]!.standing.en).toBe('Anyone');
    expect(routeAdvice(['gone/gone'])).toEqual([]);
  });
});

test('a masked report hides what a mask hides, and leaves the stored one as it is', () => {
  const finding = makeFinding({ spans: [{ field: 'text', start: 0, end: 4, text: '王某某在' }] });
  const stored = report({
    note: '王某某',
    findings: [finding],
    post: makePost({ title: '王某某', author: { name: '王某某', id: 'x' } }),
  });
  const before = structuredClone(stored);
  const masked = maskedReport(stored, (text) => text.replaceAll('王某某', '***'));
  expect(JSON.stringify([masked.note, masked.post.title, masked.post.author, masked.findings])).not.toContain(
    '王',
  );
  expect(masked.post.author.id).toBe('x');
  expect(stored).toEqual(before);
  expect(maskedReport(report({ post: makePost({ author: {} }) }), (text) => text).post.author).toEqual({});
});
