import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mechanisms } from '@/utils/evidence/media/judge';
import { claimOf, LADDER } from '@/utils/evidence/media/ladder';
import { LANGUAGES } from '@/utils/model/localized';
import { type MediaEvidence, STRENGTHS } from '@/utils/model/media-check';

const IDS = [...mechanisms.map(({ id }) => id), 'c2pa', 'constructor'];
const claims = IDS.flatMap((mechanism) =>
  STRENGTHS.flatMap((strength) =>
    (['ai', 'ai-edited'] as const).flatMap((kind) =>
      [{}, { producer: 'Somebody' }, { signer: 'Somebody' }].map(
        (more): MediaEvidence => ({
          mechanism,
          strength,
          kind,
          place: 'xmp',
          ...more,
        }),
      ),
    ),
  ),
);
const texts = [...claims.map(claimOf), ...Object.values(LADDER)];

describe('wording', () => {
  test('claims no more than evidence can: never what a work is, never that somebody lies', () => {
    for (const text of texts) {
      expect(text.zh_CN).not.toMatch(/假|伪|欺|骗|违|造谣|一定|肯定|确实|就是|证明|非法/);
      expect(text.en).not.toMatch(/\b(?:fake|forge|false|lie|deceiv|illegal|certain|definite|is AI|must)/i);
    }
  });

  test('says who says it, step by step', () => {
    for (const evidence of claims) {
      const { zh_CN, en } = claimOf(evidence);
      const [step] = evidence.strength;
      if (step === 'A' && evidence.strength !== 'A3') {
        expect(zh_CN).toMatch(/签名/);
        expect(en).toMatch(/^Signed/);
      }
      if (step === 'B' && evidence.mechanism === 'c2pa') {
        if (evidence.strength !== 'B3') continue;
        expect(zh_CN).toMatch(/^文件带有未获信任的签名者（.+）签名的记录，其中写有/);
        expect(en).toMatch(/^The file carries a record signed by an untrusted signer \(.+\) that says/);
      } else if (step === 'B') {
        expect(zh_CN).toMatch(/^文件.*(?:写明|写有).*未经签名$/);
        expect(en).toMatch(/(?:file|File).*(?:state|say|name).*; not signed$/);
      }
    }
    expect(LADDER.C3.zh_CN).toMatch(/微弱/);
    expect(LADDER.C3.en).toMatch(/weak/i);
  });

  test('a signed record tells whether a work was made or edited, and who signed, never only the program', () => {
    for (const strength of ['A1', 'A2', 'B3'] as const) {
      const record = { mechanism: 'c2pa', strength, place: 'jumbf', producer: 'Program' } as const;
      const [made, edited] = [
        claimOf({ ...record, kind: 'ai', signer: 'Signer' }),
        claimOf({ ...record, kind: 'ai-edited', signer: 'Signer' }),
      ];
      expect(made.en).toMatch(/Signer.*made with AI/);
      expect(made.zh_CN).toMatch(/Signer.*用 AI 制作/);
      expect(edited.en).toMatch(/Signer.*edited with AI/);
      expect(edited.zh_CN).toMatch(/Signer.*用 AI 编辑过/);
      expect(claimOf({ ...record, kind: 'ai' }).en).not.toContain('Program');
      expect(/untrusted/.test(made.en), strength).toBe(strength === 'B3');
      expect(/not everything was checked/.test(edited.en), strength).toBe(strength === 'A2');
    }
  });

  test('is complete in both languages, without a gap left over', () => {
    for (const text of claims.map(claimOf)) {
      for (const language of LANGUAGES) {
        expect(text[language]).not.toMatch(/\$\d/);
        expect(text[language].length).toBeGreaterThan(5);
      }
      expect(text.zh_CN).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('any name stands as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100 }), (producer) => {
        const claim = claimOf({ mechanism: 'gb45438', strength: 'B1', kind: 'ai', place: 'xmp', producer });
        expect(claim.en).toContain(producer);
        expect(claim.zh_CN).toContain(producer);
      }),
    );
    expect(
      claimOf({ mechanism: 'x', strength: 'B1', kind: 'ai', place: 'xmp', producer: '$& $1' }).en,
    ).toContain('$& $1');
  });
});
