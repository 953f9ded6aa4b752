import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimOf } from '@/utils/evidence/media/ladder';
import { composeDescription } from '@/utils/handover/compose';
import { countCharacters, cutTo } from '@/utils/handover/count';
import { localTime, type Worded } from '@/utils/handover/pieces';
import type { Report } from '@/utils/model/report';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makeFinding, makePost, makeReport } from '../../support/builders';

const WORDS: Worded = {
  siteName: (id) => ({ xiaohongshu: '小红书', douyin: '抖音' })[id] ?? id,
  categoryName: (id) => ({ '2025-3/fake-staged': '虚假摆拍' })[id] ?? id,
  clause: (id) =>
    id === '2025-3/fake-staged' ? { campaign: '短视频领域恶意营销乱象整治', words: '虚假摆拍' } : undefined,
  offset: () => 480,
};
const compose = (reports: readonly Report[], limit = 500) => composeDescription(reports, { ...WORDS, limit });
const staged = (parts: Partial<Report> = {}) =>
  makeReport({ readAt: Date.UTC(2026, 9, 2, 3, 4), categories: ['2025-3/fake-staged'], ...parts });

describe('the description', () => {
  test('says where, when, which words, what the label place held, the clause, and nothing more', () => {
    const { text, length, cut } = compose([staged()]);
    expect(text).toBe(
      '“小红书”上的图文笔记《偶遇一位老人》，发布账号“山间小院”。' +
        '本人于2026-10-02 11:04（UTC+8）看到，发布于2026-10-01 12:00（UTC+8）。' +
        '其中写有“偶遇”。标签位置已读，未见标签。' +
        '请对照“短视频领域恶意营销乱象整治”专项行动所列“虚假摆拍”核查。请予核查。',
    );
    expect(length).toBe(text.length);
    expect(cut).toEqual([]);
  });

  test('claims that there is no label only where its place was read', () => {
    const unknown = staged({ post: makePost({ labels: { state: 'unknown', items: [] } }) });
    expect(compose([unknown]).text).not.toMatch(/标签/);
    const item = { kind: 'ai', text: '作者声明：AI 生成', by: 'author', from: 'element' } as const;
    const seen = staged({ post: makePost({ labels: { state: 'seen', items: [item] } }) });
    expect(compose([seen]).text).toContain('页面标签：“作者声明：AI 生成”。');
    expect(compose([seen]).text).not.toContain('未见标签');
  });

  test('says in one sentence what files say of themselves, with who signed or produced them', () => {
    const none = makeMediaCheck({ verdict: 'none', evidence: [] });
    const labelled = makeMediaCheck();
    const claim = claimOf(labelled.evidence[0]!).zh_CN;
    expect(claim).toContain('001191110102MACQD9K64010000');
    expect(compose([staged({ mediaChecks: [none, labelled] })]).text).toContain(
      `标签位置已读，未见标签。已查看 2 个文件，其中 1 个带有 AI 方面的记录：${claim}。`,
    );
    const signer = `“甲”\n${'乙'.repeat(90)}`;
    const signed = { mechanism: 'c2pa', strength: 'A1', kind: 'ai', place: 'jumbf' } as const;
    const checks = [labelled, makeMediaCheck({ evidence: [{ ...signed, signer }] })];
    const quoted = claimOf({ ...signed, signer: cutTo(`甲 ${'乙'.repeat(90)}`, 30) }).zh_CN;
    expect(compose([staged({ mediaChecks: checks })]).text).toContain(
      `其中 2 个带有 AI 方面的记录：${quoted}。`,
    );
  });

  test('says nothing of files where nothing was found, or only a weak hint', () => {
    const weak = { mechanism: 'hf-job-id', strength: 'C3', kind: 'ai', place: 'png-text' } as const;
    const silent = [
      makeMediaCheck({ verdict: 'none', evidence: [] }),
      makeMediaCheck({ verdict: 'none', evidence: [weak] }),
      makeMediaCheck({ verdict: 'none', capturedBy: '相机' }),
      makeMediaCheck({ verdict: 'unreadable', evidence: [], trouble: 'slow' }),
    ];
    expect(compose([staged({ mediaChecks: silent })])).toEqual(compose([staged()]));
  });

  test('its own words call nothing illegal, fake or bad: such words stand only in the campaign’s name for it', () => {
    const { text } = compose([staged(), staged(), staged()]);
    expect(text.replaceAll('虚假摆拍', '').replaceAll('短视频领域恶意营销乱象整治', '')).not.toMatch(
      /违法|违规|非法|虚假|造假|假冒|诈骗|骗|恶意|犯罪|有害/,
    );
  });

  test('counts the copies, and names other sites that they are on', () => {
    const copy = staged({ id: 'b', post: makePost({ site: 'douyin', kind: 'video', id: '7' }) });
    expect(compose([staged(), staged({ id: 'c' }), copy]).text).toContain(
      '另有 2 条相同或相近的内容（另见于抖音），一并列出网址。',
    );
  });

  test('gives the answers and the note, each ended', () => {
    const question = { zh_CN: '有没有演绎标签？', en: 'Is there a fiction label?' };
    const report = staged({
      note: '三天内重复出现\n同一位老人！见主页',
      answers: [{ category: '2025-3/fake-staged', question, answer: 'no' }],
    });
    expect(compose([report]).text).toContain('三天内重复出现 同一位老人！见主页。有没有演绎标签？否。');
  });

  test('a category of no pack is named by what is known of it, and other words of the plan are given', () => {
    const text = (words: Partial<Worded>) =>
      composeDescription([staged()], { ...WORDS, ...words, limit: 500 }).text;
    expect(text({ clause: () => undefined })).toContain('请对照“虚假摆拍”核查。');
    expect(text({ clause: () => ({ campaign: '某行动', words: '摆拍造势' }) })).toContain(
      '请对照“某行动”专项行动所列“虚假摆拍”（原文“摆拍造势”）核查。',
    );
  });

  test('masks private numbers everywhere, also where a quotation is cut', () => {
    const post = makePost({
      title: `${'长'.repeat(55)}加我13800138000`,
      author: { name: '电话13900139000' },
    });
    const finding = makeFinding({ spans: [{ field: 'text', start: 0, end: 11, text: '13700137000' }] });
    const { text } = compose([staged({ post, findings: [finding], note: '线索来自 13600136000' })]);
    expect(text).not.toMatch(/\d{6}/);
    expect(text).toContain('***');
  });

  test('leaves out whole sentences, what matters least first, and says what', () => {
    const report = staged({ note: `${'甲'.repeat(60)}。${'乙'.repeat(60)}。` });
    const whole = compose([report]);
    const first = compose([report], whole.length - 1);
    expect(first.cut).toEqual([{ what: 'closing', characters: 5 }]);
    const second = compose([report], whole.length - 6);
    expect(second.cut.map(({ what }) => what)).toEqual(['closing', 'note']);
    expect(second.text).toContain('甲。');
    expect(second.text).not.toContain('乙');
    const short = compose([report], 200);
    expect(short.length).toBeLessThanOrEqual(200);
    expect(short.text).toMatch(/^“小红书”.*。$/);
    expect(short.text).toContain('“偶遇”');
  });

  test('nothing to say of nothing', () => {
    expect(compose([])).toEqual({ text: '', length: 0, cut: [] });
  });

  test('never over the limit, never half a character, and what was cut is counted to the last one', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 1, max: 700 }), (title, note, said, limit) => {
        const finding = makeFinding({ spans: [{ field: 'text', start: 0, end: 1, text: said }] });
        const report = staged({ post: makePost({ title }), note, findings: [finding] });
        const whole = compose([report], 1e6);
        const { text: composed, length, cut } = compose([report], limit);
        expect(length).toBe(countCharacters(composed));
        expect(length).toBeLessThanOrEqual(limit);
        expect(whole.text.isWellFormed() ? composed.isWellFormed() : true).toBe(true);
        const gone = cut.reduce((sum, { characters }) => sum + characters, 0);
        expect(length + gone).toBe(whole.length);
        expect(cut.length === 0).toBe(composed === whole.text);
      }),
    );
  });
});

describe('counting', () => {
  test('is by UTF-16 units, as the length limits of web forms are', () => {
    expect(countCharacters('老人🧓')).toBe(4);
  });

  test('a cut text ends with a sign of it, and not in the middle of an emoji', () => {
    expect(cutTo('老人🧓看海', 4)).toBe('老人…');
    expect(cutTo('老人', 2)).toBe('老人');
    expect(cutTo('老人', 0)).toBe('');
  });
});

test('times are in the reader’s zone, which is named', () => {
  const at = Date.UTC(2026, 0, 1, 0, 5);
  expect(localTime(at, { offset: () => 480 })).toBe('2026-01-01 08:05（UTC+8）');
  expect(localTime(at, { offset: () => -210 })).toBe('2025-12-31 20:35（UTC-3:30）');
  expect(localTime(at, { offset: () => 0 })).toBe('2026-01-01 00:05（UTC+0）');
});
