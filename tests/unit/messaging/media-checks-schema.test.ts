import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { MediaChecksSchema } from '@/utils/messaging/media-checks-schema';
import { ReportDraftSchema } from '@/utils/messaging/schema';
import type { MediaCheck } from '@/utils/model/media-check';
import { anyMediaChecks, makeMediaCheck } from '../../support/any-media-checks';
import { makeDraft, makePost } from '../../support/builders';

const CHECK = makeMediaCheck();
const [SAID] = CHECK.evidence as [MediaCheck['evidence'][0]];

/** Where and why a draft is refused; nothing when it is not. */
function refusal(mediaChecks: unknown, post = makePost({ media: [CHECK.media] })): string {
  const result = v.safeParse(ReportDraftSchema, { ...makeDraft({ post }), mediaChecks });
  return (result.issues ?? []).map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`).join('\n');
}

describe('what came of files, in a draft', () => {
  test('is let through as it is', () => {
    const name = fc.constantFrom('', '画坊 “甲”', 'Example Imaging Inc.', '🎨'.repeat(100), '\ud83d');
    const url = fc.nat().map((id) => `https://pictures.example.com/${id}`);
    fc.assert(
      fc.property(anyMediaChecks(name, url), (checks) => {
        const told = checks.map((check) => ({ ...check, trouble: check.trouble ?? 'slow' }));
        expect(v.parse(MediaChecksSchema, told)).toEqual(told);
      }),
    );
  });

  test('may be of a stream, which has no address but that of its post', () => {
    const post = makePost();
    const stream = makeMediaCheck({
      media: { type: 'video', url: post.url },
      verdict: 'unreadable',
      evidence: [],
      trouble: 'stream',
    });
    expect(refusal([stream], post)).toBe('');
    expect(refusal([CHECK], post)).toMatch(/files of something else/);
  });

  test('may be under an address that was signed otherwise when it was looked into', () => {
    const { type, url } = CHECK.media;
    const post = makePost({ media: [{ type, url: `${url.replace('https:', 'http:')}?sign=2#x` }] });
    expect(refusal([{ ...CHECK, media: { type, url: `${url}?sign=1` } }], post)).toBe('');
    expect(refusal([{ ...CHECK, media: { type, url: `${url}/2?sign=1` } }], post)).not.toBe('');
  });

  test('may still be there when the reader keeps the files out: storage takes it away', () => {
    const draft = makeDraft({
      post: makePost({ media: [CHECK.media] }),
      withheld: ['media'],
      mediaChecks: [CHECK],
    });
    expect(v.safeParse(ReportDraftSchema, draft).success).toBe(true);
  });

  test.each<[string, unknown, RegExp]>([
    ['more checks than files are looked into', Array(31).fill(CHECK), /mediaChecks/],
    ['no list', CHECK, /mediaChecks/],
    [
      'a script address',
      [{ ...CHECK, media: { type: 'image', url: 'javascript:alert(1)' } }],
      /0\.media\.url/,
    ],
    [
      'an address in memory',
      [{ ...CHECK, media: { type: 'video', url: 'blob:https://a.example/1' } }],
      /url/,
    ],
    ['another verdict', [{ ...CHECK, verdict: 'human' }], /0\.verdict/],
    ['no reason why it is unreadable', [{ ...CHECK, verdict: 'unreadable' }], /no reason is told/],
    ['a flood of evidence', [{ ...CHECK, evidence: Array(21).fill(SAID) }], /0\.evidence/],
    [
      'a strength of its own',
      [{ ...CHECK, evidence: [{ ...SAID, strength: 'A0' }] }],
      /evidence\.0\.strength/,
    ],
    ['a long name', [{ ...CHECK, evidence: [{ ...SAID, producer: 'x'.repeat(201) }] }], /producer/],
    ['the id of a work', [{ ...CHECK, evidence: [{ ...SAID, ProduceID: 'C:\\Users\\x' }] }], /ProduceID/],
    ['the id of a work beside', [{ ...CHECK, produceId: '7' }], /produceId/],
    ['markup for a mechanism', [{ ...CHECK, evidence: [{ ...SAID, mechanism: '<b>' }] }], /mechanism/],
    ['a place of its own', [{ ...CHECK, evidence: [{ ...SAID, place: 'pixels' }] }], /place/],
    ['a hash that is none', [{ ...CHECK, sha256: 'AB'.repeat(32) }], /sha256/],
    ['half a byte', [{ ...CHECK, bytesRead: 0.5 }], /bytesRead/],
    ['less than no request', [{ ...CHECK, requests: -1 }], /requests/],
    ['a time after all time', [{ ...CHECK, at: 8.64e15 + 1 }], /0\.at/],
    ['a way of its own', [{ ...CHECK, via: 'mail' }], /via/],
  ])('is refused with %s', (_what, checks, reason) => {
    expect(refusal(checks)).toMatch(reason);
  });
});
