import { describe, expect, test } from 'vitest';
import { claimWords } from '@/components/media/claims';
import { joinedWords, silentFiles } from '@/components/media/media-facts';
import { fileName, mechanismName, placeName, readWords, troubleWord } from '@/components/media/media-words';
import { evidenceWord, verdictWord } from '@/components/media/verdict-words';
import { mechanisms } from '@/utils/evidence/media/judge';
import { claimOf } from '@/utils/evidence/media/ladder';
import { LANGUAGES } from '@/utils/model/localized';
import { MEDIA_TROUBLES, type MediaEvidence, PLACES, STRENGTHS } from '@/utils/model/media-check';
import { type LabelReading, NO_LABELS, UNKNOWN_LABELS } from '@/utils/model/post';
import { FILM, HINT, LABEL, makeCheck, picture, SIGNED, saysAi, unread } from '../../../support/media-checks';
import { useLanguage } from '../../../support/setup';

const IDS = [...mechanisms.map(({ id }) => id), 'c2pa'];
const FORBIDDEN = /human-made|not AI|fake|illegal|伪造|造假|违法|非 ?AI|真人/i;

describe('claims', () => {
  const every = IDS.flatMap((mechanism) =>
    STRENGTHS.flatMap((strength): MediaEvidence[] => [
      { ...LABEL, mechanism, strength },
      { ...LABEL, mechanism, strength, kind: 'ai-edited' },
      { ...LABEL, mechanism, strength, signer: 'Sprout $1 Labs' },
      { mechanism, strength, kind: 'ai-edited', place: 'xmp' },
    ]),
  );

  test.each(LANGUAGES)('are those of the ladder, word for word, in %s', (language) => {
    useLanguage(language);
    for (const evidence of every) expect(claimWords(evidence)).toBe(claimOf(evidence)[language]);
  });

  test.each(LANGUAGES)('never say more than the evidence, in %s', (language) => {
    useLanguage(language);
    for (const evidence of every) expect(claimWords(evidence)).not.toMatch(FORBIDDEN);
  });
});

describe('words', () => {
  test.each(LANGUAGES)('every trouble, mechanism and place has its own, in %s', (language) => {
    useLanguage(language);
    for (const words of [MEDIA_TROUBLES.map(troubleWord), IDS.map(mechanismName), PLACES.map(placeName)]) {
      expect(words.filter((word) => word.length < 2)).toEqual([]);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  test('a mechanism that came later, or out of a file of others, is called by its id', () => {
    expect(mechanismName('newer')).toBe('newer');
    expect(mechanismName('constructor')).toBe('constructor');
    for (const mechanism of mechanisms) expect(mechanismName(mechanism.id)).not.toBe(mechanism.id);
  });

  test('files are numbered by type; one that the post does not list comes behind', () => {
    const all = [picture(1), FILM, picture(2)];
    expect(all.map((each) => fileName(each, all))).toEqual(['Picture 1', 'Video 1', 'Picture 2']);
    expect(fileName(picture(9), all)).toBe('Picture 3');
    expect(fileName({ type: 'video', url: 'https://www.example/post' }, [])).toBe('Video 1');
  });

  test('amounts are told in kibibytes, as the limits are', () => {
    expect(readWords({ bytesRead: 65_537, requests: 2 })).toBe('Read: 65 KiB, requests: 2');
  });
});

describe('a verdict in words', () => {
  test('nothing found proves nothing', () => {
    expect(verdictWord(makeCheck())).toBe('No evidence of AI found; this proves nothing');
    expect(verdictWord(unread('slow'))).toBe('Could not be read');
  });

  test('neither a hint nor a contradiction is a verdict, and neither is called nothing', () => {
    expect(verdictWord(makeCheck({ evidence: [HINT] }))).toBe('Only a weak hint: no verdict');
    const both = makeCheck({ evidence: [LABEL], capturedBy: 'Nikora Cameras' });
    expect(verdictWord(both)).toBe('Statements that contradict each other: no verdict');
  });

  test('what only may be is not told as a statement', () => {
    expect(evidenceWord({ kind: 'ai', strength: 'B1' })).toBe('File says AI');
    expect(evidenceWord({ kind: 'ai', strength: 'B3' })).toBe('File says: maybe AI');
    expect(evidenceWord({ kind: 'ai-edited', strength: 'B3' })).toBe('File says AI-edited');
  });
});

describe('what the files say beside what the page says', () => {
  const seen = (kind: 'ai' | 'fiction', text: string): LabelReading => ({
    state: 'seen',
    items: [{ kind, text, by: 'platform', from: 'element' }],
  });

  test.each([
    [seen('ai', '内容由AI生成'), 'The post is labelled: 内容由AI生成'],
    [seen('fiction', '虚构演绎'), 'The post’s labels were read; none is about AI.'],
    [NO_LABELS, 'The post’s place for labels was read: there is none.'],
    [UNKNOWN_LABELS, 'Whether the post is labelled could not be told.'],
  ])('is one sentence for each reading of the labels', (labels, words) => {
    expect(joinedWords([makeCheck(), saysAi({ media: picture(2) })], labels)).toBe(words);
  });

  test.each([
    ['nothing', makeCheck()],
    ['a weak hint', makeCheck({ evidence: [HINT] })],
    ['a contradiction', makeCheck({ evidence: [SIGNED], capturedBy: 'Nikora Cameras' })],
    ['what could not be read', unread('stream')],
  ])('is not said of %s', (_, check) => {
    expect(joinedWords([check], NO_LABELS)).toBe('');
  });
});

test('files without evidence are counted by what became of them', () => {
  const checks = [
    makeCheck(),
    makeCheck({ media: picture(2) }),
    makeCheck({ media: picture(3), trouble: 'unchecked' }),
    unread('stream', FILM),
    saysAi({ media: picture(4) }),
    makeCheck({ media: picture(5), capturedBy: 'Nikora Cameras' }),
  ];
  expect(silentFiles(checks)).toEqual([
    { verdict: 'none', trouble: undefined, count: 2 },
    { verdict: 'none', trouble: 'unchecked', count: 1 },
    { verdict: 'unreadable', trouble: 'stream', count: 1 },
  ]);
});
