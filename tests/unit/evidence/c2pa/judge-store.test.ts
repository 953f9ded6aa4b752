import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeStore, type ReadFrom } from '@/utils/evidence/c2pa/judge-store';
import type { ManifestStore } from '@/utils/evidence/c2pa/reader';
import {
  ALONE,
  COMPOSITE,
  IPTC,
  manifestStore,
  TRAINED,
  UNTRUSTED,
  WHOLE,
  type Written,
} from '../../../support/media/manifest-store';

const made: Written = { actions: [['c2pa.created', TRAINED]] };
/** `kind strength` of each piece of evidence. */
const told = (records: Record<string, Written>, from: ReadFrom = 'whole') =>
  judgeStore(manifestStore(records), from).evidence.map(({ kind, strength }) => `${kind} ${strength}`);
const one = (record: Written, from?: ReadFrom) => told({ one: record }, from);
const action = (name: string, sourceType?: string) => one({ actions: [[name, sourceType]] });

describe('source types', () => {
  test.each([
    ['c2pa.created', 'trainedAlgorithmicMedia', 'ai A1'],
    ['c2pa.created', 'compositeWithTrainedAlgorithmicMedia', 'ai-edited A1'],
    ['c2pa.edited', 'trainedAlgorithmicMedia', 'ai-edited A1'],
    ['c2pa.edited', 'compositeWithTrainedAlgorithmicMedia', 'ai-edited A1'],
    ['c2pa.placed', 'compositeSynthetic', 'ai-edited A1'],
    ['com.example.fill', 'trainedAlgorithmicMedia', 'ai-edited A1'],
  ])('%s with %s says %s', (name, type, says) => {
    expect(action(name, IPTC + type)).toEqual([says]);
  });

  test.each([
    ['c2pa.created', 'algorithmicMedia'],
    ['c2pa.created', 'composite'],
    ['c2pa.created', 'digitalArt'],
    ['c2pa.created', 'compositeSynthetic'],
    ['c2pa.created', 'digitalCreation'],
    ['c2pa.edited', 'algorithmicMedia'],
    ['c2pa.edited', 'composite'],
    ['c2pa.edited', 'digitalArt'],
    ['c2pa.edited', 'humanEdits'],
    ['c2pa.opened', 'compositeWithTrainedAlgorithmicMedia'],
    ['c2pa.converted', 'trainedAlgorithmicMedia'],
    ['c2pa.watermarked', 'trainedAlgorithmicMedia'],
    ['c2pa.enhanced', 'trainedAlgorithmicMedia'],
  ])('%s with %s says nothing', (name, type) => {
    expect(action(name, IPTC + type)).toEqual([]);
  });

  test('the whole of an address counts, never a part of it', () => {
    for (const type of [
      'trainedAlgorithmicMedia',
      `${IPTC}nottrainedAlgorithmicMedia`,
      `${IPTC}trainedAlgorithmicMedia2`,
      `${IPTC}algorithmicMedia#trainedAlgorithmicMedia`,
      `http://example.com/newscodes/digitalsourcetype/trainedAlgorithmicMedia`,
      `https://example.com/?x=${TRAINED}`,
    ]) {
      expect(action('c2pa.created', type), type).toEqual([]);
    }
    expect(action('c2pa.created', TRAINED.replace('http:', 'https:'))).toEqual(['ai A1']);
    expect(action('c2pa.edited', 'http://c2pa.org/digitalsourcetype/trainedAlgorithmicData')).toEqual([
      'ai-edited A1',
    ]);
  });

  test('older labels of actions, repeated ones, and those that only look alike', () => {
    const store = (label: string) => {
      const plain = manifestStore({ one: {} });
      const manifests = plain.manifests as Record<string, Record<string, unknown>>;
      manifests.one!.assertions = [
        { label, data: { actions: [{ action: 'c2pa.created', digitalSourceType: TRAINED }] } },
      ];
      return judgeStore(plain, 'whole').evidence.length;
    };
    expect(['c2pa.actions', 'c2pa.actions.v2', 'c2pa.actions__1', 'c2pa.actions.v2__3'].map(store)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(['c2pa.actionsx', 'com.example.c2pa.actions', 'c2pa.actions.vx'].map(store)).toEqual([0, 0, 0]);
  });
});

describe('kinds of files that are known', () => {
  test('made, and marked by an edit: made (Google)', () => {
    expect(
      one({
        actions: [
          ['c2pa.created', TRAINED],
          ['c2pa.edited', TRAINED],
        ],
      }),
    ).toEqual(['ai A1']);
  });

  test('opened or converted, and made in what it was made from (DALL·E, ChatGPT)', () => {
    for (const how of ['c2pa.opened', 'c2pa.converted']) {
      expect(told({ now: { actions: [[how]], from: 'before' }, before: made })).toEqual(['ai A1']);
    }
    const steps = { a: { from: 'b' }, b: { from: 'c' }, c: { from: 'd' }, d: made };
    expect(told(steps)).toEqual(['ai A1']);
  });

  test('a component that was made is no work that was made (Photoshop)', () => {
    const part = { from: 'part', relationship: 'componentOf' };
    expect(told({ now: { actions: [['c2pa.opened', COMPOSITE]], ...part }, part: made })).toEqual([]);
    expect(told({ now: { actions: [['c2pa.edited', COMPOSITE]], ...part }, part: made })).toEqual([
      'ai-edited A1',
    ]);
    expect(told({ now: { from: 'part', relationship: 'inputTo' }, part: made })).toEqual([]);
  });

  test('created without a source type by a program that only generates: never the strongest (Bing)', () => {
    const agent = (softwareAgent: unknown) => one({ actions: [{ action: 'c2pa.created', softwareAgent }] });
    expect(agent('Image Creator from Designer')).toEqual(['ai A2']);
    expect(agent({ name: 'Bing Image Creator' })).toEqual(['ai A2']);
    expect(agent('Adobe Photoshop')).toEqual([]);
    expect(agent('Image Creator from Designers of chairs')).toEqual([]);
    expect(one({ actions: [['c2pa.created']], generator: 'Image Creator from Designer/1.0' })).toEqual([
      'ai A2',
    ]);
    expect(one({ actions: [['c2pa.opened']], generator: 'Image Creator from Designer/1.0' })).toEqual([]);
    const typed = {
      action: 'c2pa.created',
      softwareAgent: 'Bing Image Creator',
      digitalSourceType: `${IPTC}digitalArt`,
    };
    expect(one({ actions: [typed] })).toEqual([]);
  });

  test('an assertion of its own (FLUX), and a disclosure that does not say how much (C2PA 2.4)', () => {
    expect(one({ says: ['c2pa.ai_generated_content'] })).toEqual(['ai A1']);
    expect(one({ says: ['c2pa.ai_generated_content__1'] })).toEqual(['ai A1']);
    expect(one({ says: ['c2pa.ai-disclosure'] })).toEqual(['ai-edited A2']);
    expect(one({ says: ['c2pa.ai_generated_content_not', 'x.c2pa.ai-disclosure', 'c2pa.ai'] })).toEqual([]);
  });

  test('a photograph that was edited with AI on the phone (Samsung)', () => {
    const edited = { actions: [['c2pa.edited', COMPOSITE]] as [string, string][], from: 'photo' };
    const photo: Written = { actions: [['c2pa.created', `${IPTC}digitalCapture`]] };
    const found = judgeStore(manifestStore({ edited, photo }), 'whole');
    expect(found.evidence.map(({ kind }) => kind)).toEqual(['ai-edited']);
    expect(found.capturedBy, 'both are said by the same record').toBeUndefined();
  });

  test('an opened file without a record, whose source is stated', () => {
    expect(one({ ingredient: { digitalSourceType: TRAINED } })).toEqual(['ai A1']);
    expect(one({ ingredient: { digitalSourceType: TRAINED }, relationship: 'componentOf' })).toEqual([]);
  });

  test('names who signed, and what made it', () => {
    const record = {
      signer: 'Signer Ltd',
      actions: [{ action: 'c2pa.created', digitalSourceType: TRAINED }],
    };
    const [evidence] = judgeStore(
      manifestStore({ one: { ...record, generator: 'Maker/2.1 lib/0.3' } }),
      'whole',
    ).evidence;
    expect(evidence).toEqual({
      mechanism: 'c2pa',
      strength: 'A1',
      kind: 'ai',
      producer: 'Maker',
      signer: 'Signer Ltd',
      place: 'jumbf',
    });
    const long = { signer: `A\nB${'x'.repeat(5000)}`, ...made };
    expect(judgeStore(manifestStore({ one: long }), 'whole').evidence[0]?.signer).toMatch(/^A Bx{97}$/);
  });
});

describe('a camera', () => {
  const photo: Written = { signer: 'Camera Ltd', actions: [['c2pa.created', `${IPTC}digitalCapture`]] };
  const camera = (records: Record<string, Written>, from: ReadFrom = 'whole') =>
    judgeStore(manifestStore(records), from).capturedBy;

  test('is told where its signer is trusted, also of the record alone and before an edit by hand', () => {
    expect(camera({ photo })).toBe('Camera Ltd');
    expect(camera({ photo: { ...photo, ...ALONE } }, 'record')).toBe('Camera Ltd');
    expect(camera({ edit: { actions: [['c2pa.cropped']], from: 'photo' }, photo })).toBe('Camera Ltd');
    expect(camera({ photo: { ...photo, actions: [['c2pa.created', `${IPTC}computationalCapture`]] } })).toBe(
      'Camera Ltd',
    );
  });

  test('is not told of a signer that nobody trusts, or that was only trusted once', () => {
    expect(camera({ photo: { ...photo, ...UNTRUSTED } })).toBeUndefined();
    expect(camera({ photo: { ...photo, failure: ['signingCredential.expired'] } })).toBeUndefined();
    expect(camera({ edit: { ...UNTRUSTED, from: 'photo' }, photo })).toBeUndefined();
    expect(
      camera({ photo: { ...photo, actions: [['c2pa.opened', `${IPTC}digitalCapture`]] } }),
    ).toBeUndefined();
  });
});

describe('trust and binding', () => {
  test('the strongest only where the file was checked as a whole and nothing was amiss', () => {
    expect(one(made)).toEqual(['ai A1']);
    expect(one({ ...made, ...ALONE }, 'record')).toEqual(['ai A2']);
    expect(one({ ...made, success: ALONE.success })).toEqual(['ai A2']);
    expect(one({ ...made, failure: ['signingCredential.expired'] })).toEqual(['ai A2']);
    expect(one({ ...made, failure: ['assertion.action.malformed'] })).toEqual(['ai A2']);
  });

  test('whom no list trusts is quoted as such', () => {
    expect(one({ ...made, ...UNTRUSTED })).toEqual(['ai B3']);
    expect(one({ ...made, failure: ['signingCredential.revoked'] })).toEqual(['ai B3']);
    expect(one({ ...made, success: ['claimSignature.validated'] }), 'no word of trust').toEqual(['ai B3']);
    const state = { ...manifestStore({ one: { ...made, ...UNTRUSTED } }), validation_state: 'Trusted' };
    expect(judgeStore(state, 'whole')).toMatchObject({ trust: 'untrusted' });
  });

  test.each([
    'claimSignature.mismatch',
    'claimSignature.missing',
    'assertion.hashedURI.mismatch',
    'assertion.missing',
    'claim.cbor.invalid',
    'general.error',
  ])('a record with %s states nothing', (code) => {
    const found = judgeStore(manifestStore({ one: { ...made, failure: [code] } }), 'whole');
    expect(found).toMatchObject({ evidence: [], isVoid: true });
  });

  test('a record whose signature nobody checked states nothing', () => {
    expect(
      judgeStore(manifestStore({ one: { ...made, success: ['signingCredential.trusted'] } }), 'whole'),
    ).toMatchObject({ evidence: [], isVoid: true });
  });

  test.each(['assertion.dataHash.mismatch', 'assertion.bmffHash.mismatch', 'assertion.boxesHash.mismatch'])(
    '%s: of a whole file the record belongs to another content; of the record alone it must be so',
    (code) => {
      const record = { ...made, failure: [code] };
      expect(judgeStore(manifestStore({ one: record }), 'whole')).toMatchObject({
        evidence: [],
        binding: 'broken',
        isVoid: true,
      });
      expect(one(record, 'record')).toEqual(['ai A2']);
    },
  );

  test('the hash of a thumbnail that was left out is no change, that of words is', () => {
    const store = (place: string) => {
      const plain = manifestStore({ one: { ...made, ...ALONE } });
      const results = plain.validation_results as { activeManifest: { failure: unknown[] } };
      results.activeManifest.failure.push({
        code: 'assertion.hashedURI.mismatch',
        url: `self#jumbf=/c2pa/one/c2pa.assertions/${place}`,
      });
      return plain;
    };
    const thumbnail = store('c2pa.thumbnail.claim.jpeg');
    expect(judgeStore(thumbnail, 'part-of-record').evidence.map(({ strength }) => strength)).toEqual(['A2']);
    expect(judgeStore(thumbnail, 'record').isVoid).toBe(true);
    for (const place of ['c2pa.actions', 'c2pa.actions/c2pa.thumbnail.x/y', 'x.c2pa.thumbnail.claim']) {
      expect(judgeStore(store(place), 'part-of-record').isVoid, place).toBe(true);
    }
  });

  test('an earlier record is as trusted as those that vouch for it', () => {
    const edit: Written = { signer: 'Editor', actions: [['c2pa.edited', COMPOSITE]], from: 'before' };
    expect(told({ edit, before: { ...made, ...UNTRUSTED } })).toEqual(['ai-edited A1', 'ai B3']);
    expect(told({ edit: { from: 'before' }, before: { ...made, ...UNTRUSTED } })).toEqual(['ai B3']);
    expect(told({ edit: { ...UNTRUSTED, from: 'before' }, before: made })).toEqual(['ai B3']);
    expect(
      told({ edit: { from: 'before' }, before: { ...made, failure: ['ingredient.manifest.mismatch'] } }),
    ).toEqual([]);
    expect(
      told({ edit: { from: 'before' }, before: { ...made, failure: ['claimSignature.mismatch'] } }),
    ).toEqual([]);
    expect(
      told({ edit: { from: 'before' }, before: { ...made, failure: ['signingCredential.expired'] } }),
    ).toEqual(['ai A2']);
  });

  test('a word that it was made takes up an equally strong one that it was edited', () => {
    expect(told({ edit: { actions: [['c2pa.edited', COMPOSITE]], from: 'before' }, before: made })).toEqual([
      'ai A1',
    ]);
  });
});

describe('any store', () => {
  test('records in a circle, or thousands of them, are walked once', () => {
    expect(told({ a: { from: 'b' }, b: { from: 'a', ...made } })).toEqual(['ai A1']);
    expect(told({ a: { from: 'a', ...made } })).toEqual(['ai A1']);
    const many = Array.from({ length: 3000 }, (_, at) => [`r${at}`, { from: `r${at + 1}` }] as const);
    expect(told({ ...Object.fromEntries(many), r3000: made }), 'further back than anybody looks').toEqual([]);
  });

  test('names of what every object has are no records', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(judgeStore({ active_manifest: name, manifests: {} }, 'whole').isVoid, name).toBe(true);
      expect(told({ a: { from: name } })).toEqual([]);
    }
  });

  const strengths = (store: ManifestStore, from: ReadFrom) =>
    judgeStore(store, from).evidence.map(({ strength }) => strength);
  const froms = fc.constantFrom<ReadFrom>('whole', 'record', 'part-of-record');

  test('any JSON gives no error and no evidence', () => {
    fc.assert(
      fc.property(fc.jsonValue(), froms, (value, from) => {
        const store = (value !== null && typeof value === 'object' ? value : { value }) as ManifestStore;
        expect(strengths(store, from)).toEqual([]);
      }),
    );
  });

  test('without a word of trust nothing is above B3, whatever stands in the members', () => {
    const members = ['active_manifest', 'manifests', 'validation_results', 'validation_state'] as const;
    const base = manifestStore({ a: { ...made, ...UNTRUSTED, from: 'b' }, b: made });
    const changed = fc.record(Object.fromEntries(members.map((key) => [key, fc.jsonValue()])));
    fc.assert(
      fc.property(changed, fc.subarray([...members]), froms, (odd, keys, from) => {
        const store = { ...base, ...Object.fromEntries(keys.map((key) => [key, odd[key]])) };
        for (const strength of strengths(store, from)) expect(strength).toBe('B3');
      }),
      { numRuns: 500 },
    );
  });

  test('odd things in the place of single fields change nothing but what they say', () => {
    const odd = fc.jsonValue();
    const actions = fc.array(
      fc.oneof(odd, fc.record({ action: odd, digitalSourceType: odd, softwareAgent: odd })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(actions, odd, froms, (list, name, from) => {
        const store = manifestStore({ a: { actions: list as Written['actions'] } });
        const [manifest] = Object.values(store.manifests as Record<string, Record<string, unknown>>);
        Object.assign(manifest!, { claim_generator_info: name, signature_info: name });
        expect(() => judgeStore(store, from)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  test('a whole record is told as such', () => {
    expect(judgeStore(manifestStore({ one: { ...made, success: WHOLE } }), 'whole')).toMatchObject({
      trust: 'trusted',
      binding: 'checked',
      signer: 'Invented Signer',
      isVoid: false,
    });
  });
});
