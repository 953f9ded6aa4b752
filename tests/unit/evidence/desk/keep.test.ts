import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptFor, nameOf } from '@/utils/evidence/desk/keep';
import { MEDIA_TROUBLES } from '@/utils/model/media-check';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

describe('how long findings hold', () => {
  test('a week, whatever they are', () => {
    expect(keptFor({ verdict: 'none' })).toBe(WEEK);
    expect(keptFor({ verdict: 'ai', trouble: 'budget' })).toBe(WEEK);
    expect(keptFor({ verdict: 'none', trouble: 'unchecked' })).toBe(WEEK);
  });

  test('ten minutes, when another time may go better', () => {
    expect(keptFor({ verdict: 'unreadable', trouble: 'refused' })).toBe(10 * MINUTE);
    expect(keptFor({ verdict: 'unreadable', trouble: 'damaged' })).toBe(10 * MINUTE);
    expect(keptFor({ verdict: 'ai', trouble: 'network' })).toBe(10 * MINUTE);
  });

  test('not at all, when the next moment may change it', () => {
    const never = MEDIA_TROUBLES.filter((trouble) => keptFor({ verdict: 'unreadable', trouble }) === 0);
    expect(never).toEqual(['stream', 'not-allowed', 'paused', 'stopped']);
  });
});

describe('the name of a file', () => {
  const image = (url: string) => nameOf({ type: 'image', url });
  const plain = image('https://p3.example.com/a/b.webp?from=1');

  test.each([
    'x-expires=1795000000&x-signature=abc%3D&from=1',
    'from=1&X-Amz-Signature=0f&X-Amz-Date=20261122T000000Z',
    'q-sign-algorithm=sha1&q-ak=x&q-sign-time=1;2&from=1',
    'Expires=17&OSSAccessKeyId=x&Signature=y&from=1',
    'auth_key=1-0-0-abc&from=1',
    'wsSecret=a&wsTime=1&from=1',
    'from=1&deadline=17&upsig=0a',
    'from=1&token=0a&_=5',
  ])('is the same with another signature: %s', (query) => {
    expect(image(`https://p3.example.com/a/b.webp?${query}#top`)).toBe(plain);
  });

  test.each(['from=1&x-oss-process=image/resize,w_100', 'from=2', 'from=1&name=orig', 'from=1&design=2', ''])(
    'is another for another file: %s',
    (query) => {
      expect(image(`https://p3.example.com/a/b.webp?${query}`)).not.toBe(plain);
    },
  );

  test('is another for another kind, and for another order of parameters the same', () => {
    expect(nameOf({ type: 'video', url: 'https://a.example/b' })).not.toBe(image('https://a.example/b'));
    expect(image('https://a.example/b?x=1&y=2')).toBe(image('https://a.example/b?y=2&x=1'));
  });

  test('exists whatever the parameters are, and is its own name', () => {
    const parameter = fc.tuple(fc.constantFrom('sign', 'x-oss-process', 'Expires', 'w', '_'), fc.string());
    fc.assert(
      fc.property(fc.array(parameter, { maxLength: 6 }), (parameters) => {
        const name = image(`https://a.example/b?${new URLSearchParams(parameters)}`);
        expect(name).not.toMatch(/[?&](sign|Expires|_)=/);
        expect(image(name.slice('image '.length))).toBe(name);
      }),
    );
  });
});
