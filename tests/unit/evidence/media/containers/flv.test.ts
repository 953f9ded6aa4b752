import { describe, expect, test } from 'vitest';
import { amf, flv, flvTag, script } from '@/tests/support/media/flv-writer';
import { big, LABEL, pack, utf8, zeros } from '@/tests/support/media/pack';
import { readContainer } from '@/tests/support/media/read-container';
import { container } from '@/utils/evidence/media/containers/flv';

const read = (...tags: Uint8Array[]) => readContainer(container, flv(...tags));
const LABELLED = [`AIGC=${LABEL}`];
const AIGC = { AIGC: amf.text(LABEL) };

test('FLV is recognised by its head', () => {
  expect(container.recognises(flv())).toBe(true);
  expect(container.recognises(utf8('FLV is a kind of file'))).toBe(false);
  expect(container.recognises(utf8('FLV'))).toBe(false);
});

describe('onMetaData', () => {
  test('text among values of all kinds', async () => {
    const fields = {
      duration: amf.number(),
      stereo: amf.yes(),
      made: amf.date(),
      none: amf.nothing(),
      keyframes: amf.object({ times: amf.list(2, amf.number(), amf.text('in a list')) }),
      encoder: amf.text('invented'),
      ...AIGC,
    };
    const found = await read(script('onMetaData', amf.map(fields)), flvTag(9, zeros(300_000)));
    expect(found.said).toEqual(['encoder=invented', ...LABELLED]);
    expect(found.carriers[1]).toMatchObject({ place: 'flv-metadata' });
    expect(found.requests).toBe(1);
  });

  test('as object, in long text, behind the first picture', async () => {
    expect((await read(script('onMetaData', amf.object(AIGC)))).said).toEqual(LABELLED);
    expect((await read(script('onMetaData', amf.map({ AIGC: amf.longText(LABEL) })))).said).toEqual(LABELLED);
    expect((await read(flvTag(9, zeros(90)), script('onMetaData', amf.map(AIGC)))).said).toEqual(LABELLED);
  });

  test('a label that is an object itself', async () => {
    const label = amf.object({ Label: amf.text('1'), ContentProducer: amf.text('invented') });
    const found = await read(script('onMetaData', amf.map({ AIGC: label })));
    expect(found.said).toEqual(['AIGC={"Label":"1","ContentProducer":"invented"}']);
  });
});

test('other messages and other tags say nothing', async () => {
  expect((await read(script('onCuePoint', amf.map(AIGC)))).said).toEqual([]);
  expect((await read(flvTag(9, [amf.text('onMetaData'), amf.map(AIGC)]))).said).toEqual([]);
  expect((await read(flvTag(18, amf.map(AIGC)))).said).toEqual([]);
});

describe('hostile', () => {
  test('a list of 2^32 values, and text longer than its tag', async () => {
    expect(
      (await read(script('onMetaData', amf.map({ times: amf.list(0xffffffff), ...AIGC })))).said,
    ).toEqual([]);
    const lying = pack(12, big(4, 0xfffffff0), 'x');
    expect((await read(script('onMetaData', amf.map({ a: amf.text('b'), AIGC: lying })))).said).toEqual([
      'a=b',
    ]);
  });

  test('objects in objects in objects end it', async () => {
    let value = amf.text(LABEL);
    for (let depth = 0; depth < 1000; depth += 1) value = amf.object({ '"': value });
    expect((await read(script('onMetaData', amf.map({ a: amf.text('b'), AIGC: value })))).said).toEqual([
      'a=b',
    ]);
  });

  test('a type that does not occur ends it', async () => {
    expect(
      (await read(script('onMetaData', amf.map({ a: amf.text('b'), c: pack(99), ...AIGC })))).said,
    ).toEqual(['a=b']);
  });

  test('a tag longer than the file', async () => {
    const tag = flvTag(18, [amf.text('onMetaData'), amf.map(AIGC)], 0xffffff);
    expect((await read(tag)).said).toEqual(LABELLED);
  });

  test('a key called __proto__ is a key', async () => {
    const label = amf.object({ ['__proto__']: amf.text('x'), Label: amf.text('1') });
    expect((await read(script('onMetaData', amf.map({ AIGC: label })))).said).toEqual([
      'AIGC={"__proto__":"x","Label":"1"}',
    ]);
  });
});
