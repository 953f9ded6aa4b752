import type { Media } from '../../model/post';

/** Pictures and films that are narrower are signs, faces and previews, in CSS pixels. */
const MIN_WIDTH = 200;
/** A shorter name, such as `640` or `cover.jpg`, is that of many files. */
const MIN_NAME = 12;

/** What the elements of a post show at this moment. */
export interface Shown {
  /** Names of files, as {@link nameOf} gives them. */
  names: Set<string>;
  /** A film is put together by the page itself: its element names no file. */
  hasStream: boolean;
}

/**
 * What names a file in its address whatever the host and the size in which it is asked for: sites write sizes behind
 * `@`, `!` or `~`, or as a folder, and spread one file over several hosts.
 */
export function nameOf(address: string): string {
  const path = URL.parse(address)?.pathname ?? '';
  const name = /[^/]*$/.exec(path)![0].split(/[@!~]/, 1)[0]!;
  return name.length < MIN_NAME ? path : name;
}

/** Pictures, films and sounds under an element that are in the window, or hardly outside of it, and not small. */
export function shownIn(root: Element): Shown {
  const shown: Shown = { names: new Set(), hasStream: false };
  for (const element of mediaIn(root)) if (isInSight(element)) note(element, shown);
  return shown;
}

/** Whether a film under an element is put together by the page, wherever it stands. */
export function hasStream(root: Element): boolean {
  return mediaIn(root).some((element) => isStream(element));
}

/** The files of a post that the page shows. A film whose element names no file is the one that the post names. */
export function filesShown(media: readonly Media[], { names, hasStream }: Shown): Media[] {
  return media.filter(({ type, url }) => (hasStream && type === 'video') || names.has(nameOf(url)));
}

type Showing = HTMLImageElement | HTMLMediaElement;

function mediaIn(root: Element): Showing[] {
  const trees: ParentNode[] = root.shadowRoot ? [root, root.shadowRoot] : [root];
  return trees.flatMap((tree) => [...tree.querySelectorAll<Showing>('img, video, audio')]);
}

function isInSight(element: Showing): boolean {
  if (element instanceof HTMLAudioElement) return true;
  const { width, top, bottom } = element.getBoundingClientRect();
  return width >= MIN_WIDTH && bottom > 0 && top < innerHeight;
}

function note(element: Showing, shown: Shown): void {
  const { currentSrc, src } = element;
  for (const address of [currentSrc, src, element instanceof HTMLVideoElement ? element.poster : ''])
    if (/^https?:/.test(address)) shown.names.add(nameOf(address));
  shown.hasStream ||= isStream(element);
}

function isStream(element: Showing): boolean {
  return element instanceof HTMLVideoElement && (element.currentSrc || element.src).startsWith('blob:');
}
