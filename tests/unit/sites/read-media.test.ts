// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { PostShape, PostState } from '@/utils/sites/define-site';
import { readMedia, webAddress } from '@/utils/sites/read-media';

const BASE = 'https://example.com/post/1';
const shape = {
  media: {
    image: [{ css: 'img', attr: 'src' }],
    video: [
      { css: 'video', attr: 'src' },
      { css: 'video', attr: 'data-src' },
    ],
  },
} as unknown as PostShape;

function root(...addresses: string[]): Element {
  const element = document.createElement('article');
  element.append(
    ...addresses.map((src) => {
      const image = document.createElement('img');
      image.setAttribute('src', src);
      return image;
    }),
  );
  return element;
}
const read = (element: Element, known: PostState = {}) => readMedia(element, shape, known, BASE);

describe('readMedia', () => {
  test('makes addresses whole and keeps those of the web alone', () => {
    const found = read(root('/a.jpg', '//cdn.example.com/b.jpg', 'blob:https://example.com/1', 'data:,x'));
    expect(found).toEqual([
      { type: 'image', url: 'https://example.com/a.jpg' },
      { type: 'image', url: 'https://cdn.example.com/b.jpg' },
    ]);
  });

  test('names each address once, as the data name it first', () => {
    const known: PostState = {
      media: [
        { type: 'video', url: 'https://example.com/a.jpg' },
        { type: 'image', url: 'https://example.com/known.jpg' },
      ],
    };
    expect(read(root('/a.jpg', '/a.jpg', '/b.jpg'), known).map(({ url }) => url)).toEqual([
      'https://example.com/a.jpg',
      'https://example.com/known.jpg',
      'https://example.com/b.jpg',
    ]);
  });

  test('takes the first candidate that has an address', () => {
    const element = root();
    const video = document.createElement('video');
    video.setAttribute('data-src', '/film.mp4');
    element.append(video);
    expect(read(element)).toEqual([{ type: 'video', url: 'https://example.com/film.mp4' }]);
  });

  test('keeps at most thirty, and none that is longer than an address may be', () => {
    const many = Array.from({ length: 40 }, (_, i) => `/${i}.jpg`);
    expect(read(root(`/${'a'.repeat(2_000)}`, ...many))).toHaveLength(30);
    expect(read(root(`/${'a'.repeat(2_000)}`))).toEqual([]);
  });

  test('knows of none where the definition names no place', () => {
    expect(readMedia(root('/a.jpg'), {} as PostShape, {}, BASE)).toEqual([]);
  });
});

describe('webAddress', () => {
  test.each([
    ['/user/1', 'https://example.com/user/1'],
    ['http://other.example/', 'http://other.example/'],
    ['javascript:alert(1)', undefined],
    ['http://', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %j', (link, address) => {
    expect(webAddress(link, BASE)).toBe(address);
  });
});
