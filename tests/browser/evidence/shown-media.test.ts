import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesShown, hasStream, nameOf, shownIn } from '@/utils/evidence/page/shown-media';
import type { Media } from '@/utils/model/post';
import { page, the } from '../scan/demo-site';

const picture = (url: string): Media => ({ type: 'image', url });
const FILM: Media = { type: 'video', url: 'https://film.example/tos/abcdefghijklmnop/' };

beforeEach(() => scrollTo(0, 0));
afterEach(() => document.body.replaceChildren());

const image = (src: string, style = 'width: 240px; height: 80px') => `<img src="${src}" style="${style}">`;
const names = () => [...shownIn(the('#post')).names];

describe('the name of a file', () => {
  test.each([
    ['https://i1.hdslb.example/bfs/archive/0123456789abcdef.jpg@672w_378h.webp', '0123456789abcdef.jpg'],
    ['https://p3.pic.example/tos-cn-i/0123456789abcdef~tplv-aq:540:q75.webp?sign=1', '0123456789abcdef'],
    ['https://sns.example/20261101/1040g2sg30abcdef!nd_dft_wlteh', '1040g2sg30abcdef'],
    ['https://wx1.example/orj360/006abcdefgh12.jpg', '006abcdefgh12.jpg'],
  ])('%s is %s', (address, name) => expect(nameOf(address)).toBe(name));

  test('is the same on every host and in every size, and the whole path where it says little', () => {
    expect(nameOf('https://wx4.example/large/006abcdefgh12.jpg?a=1')).toBe('006abcdefgh12.jpg');
    expect(nameOf('https://mm.example/mmbiz_jpg/abc/640?wx_fmt=jpeg')).toBe('/mmbiz_jpg/abc/640');
    expect(nameOf('no address')).toBe('');
  });
});

describe('what a post shows', () => {
  test('are the pictures that are wide enough and in the window', () => {
    page(
      `<div id="post">${image('https://img.example/wide-enough.jpg')}
       ${image('https://img.example/face-of-author.jpg', 'width: 40px; height: 40px')}
       ${image('https://img.example/far-below-here.jpg', `width: 240px; height: 80px; position: absolute; top: ${innerHeight + 10}px`)}
       ${image('https://img.example/not-shown-here.jpg', 'display: none')}
       ${image('data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==')}</div>`,
    );
    expect(names()).toEqual(['wide-enough.jpg']);
    scrollTo(0, 60);
    expect(names()).toEqual(['wide-enough.jpg', 'far-below-here.jpg']);
  });

  test('are covers and addresses of films, and sounds, which have no width', () => {
    page(
      '<div id="post"><video preload="none" style="width: 300px" poster="https://img.example/cover-of-film.jpg" src="https://film.example/film-itself.mp4"></video>' +
        '<audio preload="none" src="https://film.example/sound-alone.mp3"></audio></div>',
    );
    expect(names().sort()).toEqual(['cover-of-film.jpg', 'film-itself.mp4', 'sound-alone.mp3']);
    expect(shownIn(the('#post')).hasStream).toBe(false);
  });

  test('are those in the open shadow root of a post that is a component', () => {
    page('<div id="post"></div>');
    const root = the('#post').attachShadow({ mode: 'open' });
    root.innerHTML = image('https://img.example/inside-of-it.jpg');
    expect(names()).toEqual(['inside-of-it.jpg']);
  });

  test('is a film without an address where the page puts it together itself', () => {
    page('<div id="post"><video style="width: 300px; height: 90px"></video></div>');
    const film = the('#post video') as HTMLVideoElement;
    expect(hasStream(the('#post'))).toBe(false);
    film.src = URL.createObjectURL(new MediaSource());
    expect(shownIn(the('#post'))).toEqual({ names: new Set(), hasStream: true });
    film.style.display = 'none';
    expect(shownIn(the('#post')).hasStream).toBe(false);
    expect(hasStream(the('#post'))).toBe(true);
  });
});

describe('the files of a post that are shown', () => {
  const large = picture('https://wx4.example/large/006abcdefgh12.jpg');
  const other = picture('https://wx4.example/large/006abcdefgh99.jpg');

  test('are those that the page shows by whatever address', () => {
    const shown = { names: new Set(['006abcdefgh12.jpg']), hasStream: false };
    expect(filesShown([large, other, FILM], shown)).toEqual([large]);
  });

  test('are its films where the element names none', () => {
    expect(filesShown([large, FILM], { names: new Set(), hasStream: true })).toEqual([FILM]);
  });
});
