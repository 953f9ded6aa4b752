import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MediaVerdict } from '@/utils/model/media-check';
import { digestOf } from '@/utils/report-index/digest';
import { searchedWords } from '@/utils/report-index/search-text';
import { fold } from '@/utils/rules/fold';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makeFinding, makePost, makeReport } from '../../support/builders';
import { asStored } from '../../support/many-reports';

const digest = (parts: Parameters<typeof makeReport>[0]) => digestOf(asStored(makeReport(parts), 7));

describe('a digest', () => {
  test('tells the strongest verdict of all files, and none where none was looked into', () => {
    const filesOf = (...verdicts: MediaVerdict[]) =>
      digest({ mediaChecks: verdicts.map((verdict) => makeMediaCheck({ verdict })) }).files;
    expect(filesOf('unreadable', 'none', 'ai-edited', 'ai')).toBe('ai');
    expect(filesOf('none', 'ai-edited')).toBe('ai-edited');
    expect(filesOf('unreadable', 'none')).toBe('none');
    expect(filesOf('unreadable')).toBe('unreadable');
    expect([filesOf(), digest({}).files]).toEqual(['', '']);
  });

  test('holds what the queue asks for', () => {
    const report = makeReport({
      findings: [
        makeFinding({ rule: 'a', confidence: 'likely' }),
        makeFinding({ rule: 'b', confidence: 'strong' }),
        makeFinding({ rule: 'a', confidence: 'clue' }),
      ],
      tags: ['重点'],
      assignee: '阿青',
      decidedAt: 9,
      note: 'Ａ Note',
    });
    expect(digestOf(asStored(report, 7))).toEqual({
      id: 'report-1',
      rev: 7,
      createdAt: report.createdAt,
      updatedAt: report.updatedAt,
      decidedAt: 9,
      site: 'xiaohongshu',
      status: 'new',
      categories: ['2025-3/fake-staged'],
      rules: ['a', 'b'],
      confidence: 'strong',
      label: 'none',
      files: '',
      assignee: '阿青',
      tags: ['重点'],
      opinions: [],
      handovers: [],
      text: [
        '偶遇一位老人',
        '路上偶遇拾荒老人,我塞给他两千块,没有剧本,关注看后续。',
        '暖心',
        '山间小院',
        'a note',
      ].join('\n'),
    });
  });

  test('of a report without findings, reviewer, tags and author says so', () => {
    expect(digest({ findings: [], categories: [], post: makePost({ author: {} }) })).toMatchObject({
      confidence: 'none',
      rules: [],
      categories: [],
      tags: [],
      assignee: '',
      decidedAt: undefined,
    });
  });

  test('shares lists that repeat, and takes no list for another', () => {
    const [one, other] = [digest({ tags: ['a', 'b'] }), digest({ tags: ['a', 'b'] })];
    expect(other.tags).toBe(one.tags);
    expect(digest({ tags: ['["a","b"]'] }).tags).toEqual(['["a","b"]']);
    expect(digest({ tags: ['a,b'] }).tags).toEqual(['a,b']);
  });

  test('holds every field folded as searches are, and no word across two of them', () => {
    // Letters that change with what stands beside them, and all kinds of blanks.
    const unit = fc.constantFrom(
      ...'ＡΣAİﬁ①，蜂 \n\t',
      '\u0301',
      '\u3000',
      '\u2028',
      '\u00a0',
      '\ud83d',
      '😂',
    );
    const line = fc.string({ unit, maxLength: 8 });
    fc.assert(
      fc.property(line, line, fc.array(line, { maxLength: 2 }), line, (title, text, hashtags, note) => {
        const fields = [title, text, ...hashtags, '名', note];
        const digested = digest({
          post: makePost({ title, text, hashtags, author: { name: '名' } }),
          note,
        }).text;
        expect(digested).toBe(fields.map((field) => fold(field).text).join('\n'));
        // What parts two fields stands in no word of a search.
        for (const word of searchedWords(fields.join('\n'))) expect(word).not.toContain('\n');
      }),
    );
  });
});
