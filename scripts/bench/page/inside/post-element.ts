import type { BodyPiece, FeedPost } from '../feed-data.ts';

type Child = Node | string;

/** Makes an element the way a component library does: with a class, nested, and without any text between. */
function make(tag: string, className: string, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function icon(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 8 8');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M0 0h8v8H0z');
  svg.append(path);
  return svg;
}

const COUNTS = ['like', 'comment', 'collect', 'share'] as const;

/** A post of the feed: between 60 and 75 nodes in nested boxes. */
export function createPostElement(post: FeedPost): HTMLElement {
  const head = make(
    'div',
    'head',
    make('a', 'avatar', make('span', 'ring', make('img', 'face'))),
    make(
      'div',
      'who',
      make('div', 'line', make('a', 'author', make('span', '', '\u200b')), make('span', 'tick', icon())),
      make('div', 'line', make('a', 'time', make('time', '', '\u200b')), make('span', 'from', '\u200b')),
    ),
    make('button', 'more', icon()),
  );
  const body = make(
    'div',
    'body',
    make('div', 'body-inner', make('h3', 'title'), make('div', 'text'), make('div', 'declared')),
    make('a', 'media', make('div', 'ratio', make('img', 'cover')), make('span', 'length', '\u200b')),
  );
  const action = (name: string) =>
    make('div', `action ${name}`, make('button', '', icon()), make('span', 'count', '\u200b'));
  const foot = make('div', 'foot', make('div', 'actions', ...COUNTS.map(action)));
  const element = make('article', 'post', make('div', 'card', make('div', 'card-inner', head, body, foot)));
  fillPostElement(element, post);
  return element;
}

/** Shows another post in the same element, as lists do that recycle their rows: only texts and attributes change. */
export function fillPostElement(element: HTMLElement, post: FeedPost): void {
  const find = (css: string) => element.querySelector<HTMLElement>(css)!;
  element.dataset.id = post.id;
  for (const css of ['.avatar', '.author']) find(css).setAttribute('href', `/user/${post.authorId}`);
  for (const css of ['.time', '.media']) find(css).setAttribute('href', `/post/${post.id}`);
  setWords(find('.author span'), post.author);
  setWords(find('time'), post.time);
  setWords(find('.from'), post.from);
  setWords(find('.length'), `${Math.floor(post.seconds / 60)}:${String(post.seconds % 60).padStart(2, '0')}`);
  find('.title').replaceChildren(...(post.title ? [post.title] : []));
  find('.declared').replaceChildren(...(post.label ? [make('span', '', post.label)] : []));
  find('.text').replaceChildren(...post.body.map(createPiece));
  element.querySelectorAll('.count').forEach((count, i) => {
    setWords(count, String(post.counts[i]));
  });
}

/** The text nodes of a post's counters. */
export function counterNodes(element: Element): Text[] {
  return Array.from(element.querySelectorAll('.count'), (count) => count.firstChild as Text);
}

/** As React does it: the same text node with other words. */
function setWords(element: Element, words: string): void {
  element.firstChild!.nodeValue = words;
}

function createPiece({ kind, text }: BodyPiece): HTMLElement {
  if (kind === 'text') return make('span', '', text);
  if (kind === 'strong') return make('span', 'strong', make('span', '', text));
  const link = make('a', kind, kind === 'tag' ? `#${text}` : make('span', '', text));
  link.setAttribute('href', kind === 'tag' ? `/tag/${encodeURIComponent(text)}` : '/go');
  return link;
}
