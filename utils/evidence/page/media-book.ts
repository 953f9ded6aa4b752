import {
  MAX_MEDIA_CHECKS,
  type MediaCheck,
  type MediaProgress,
  type MediaTrouble,
  type MediaView,
  type PostEvidence,
  postEvidenceOf,
} from '../../model/media-check';
import type { Media, Post, PostKey } from '../../model/post';

/** A feed that is scrolled for hours must not fill the memory. */
const MAX_POSTS = 2_000;
/** More than any post has, signed anew now and then; a page that gives its picture a new address each second has more. */
const MAX_FILES = 300;
/** What may go better another time, when the reader asks for it. */
const PASSING: readonly (MediaTrouble | undefined)[] = [
  'not-allowed',
  'refused',
  'network',
  'slow',
  'paused',
  'stopped',
];

/** One file of a post: what came of it, and whether it is being looked into. */
interface File {
  check?: MediaCheck | undefined;
  isAsked: boolean;
}

interface Known {
  /** By address, see {@link addressOf}. */
  files: Map<string, File>;
  evidence?: PostEvidence | undefined;
}

type OfPost = Pick<Post, 'key' | 'url' | 'media'>;

/** What is known of the files of each post of a page. Pure: it asks nobody. */
export class MediaBook {
  /** Oldest first. */
  readonly #posts = new Map<PostKey, Known>();

  /**
   * Takes note that files are being looked into.
   *
   * @param again also those of which something passing has kept us
   * @returns those of them that were not asked about before
   */
  begin(key: PostKey, media: readonly Media[], again: boolean): Media[] {
    const files = this.#posts.get(key)?.files ?? new Map<string, File>();
    const asked = media.filter(({ url }) => {
      const known = files.get(addressOf(url));
      if (!known && files.size >= MAX_FILES && !again) return false;
      if (known && (known.isAsked || !again || !PASSING.includes(known.check?.trouble))) return false;
      files.set(addressOf(url), { check: known?.check, isAsked: true });
      return true;
    });
    if (asked.length > 0) this.#keep(key, { ...this.#posts.get(key), files });
    return asked;
  }

  /** What came of files that {@link begin} gave. Without a check it is as if they had not been asked about. */
  end(key: PostKey, media: readonly Media[], checkOf: (media: Media) => MediaCheck | undefined): void {
    const known = this.#posts.get(key);
    if (!known) return;
    for (const each of media) {
      const check = checkOf(each);
      if (check) known.files.set(addressOf(each.url), { check, isAsked: false });
      else known.files.delete(addressOf(each.url));
    }
    known.evidence = postEvidenceOf([...known.files.values()].flatMap(({ check }) => check ?? []));
  }

  /** What something passing has kept us from may be asked about again by itself. */
  forgetPassing(): void {
    for (const { files } of this.#posts.values())
      for (const [address, { check, isAsked }] of files)
        if (!isAsked && PASSING.includes(check?.trouble)) files.delete(address);
  }

  evidenceOf(key: PostKey): PostEvidence | undefined {
    return this.#posts.get(key)?.evidence;
  }

  /** Of the post's own files, in their order, each under the address that the post gives now. */
  checksOf({ key, url, media = [] }: OfPost): MediaCheck[] {
    const files = this.#posts.get(key)?.files;
    if (!files) return [];
    const checkAt = (address: string) => files.get(addressOf(address))?.check;
    const own = media.flatMap((each) => {
      const check = checkAt(each.url);
      return check ? [{ ...check, media: each }] : [];
    });
    const stream = checkAt(url);
    return [...own, ...(stream ? [stream] : [])].slice(0, MAX_MEDIA_CHECKS);
  }

  viewOf(post: OfPost): MediaView {
    const { media = [], url, key } = post;
    const files = this.#posts.get(key)?.files;
    const addresses = new Set(media.map((each) => addressOf(each.url)));
    if (files?.has(addressOf(url))) addresses.add(addressOf(url));
    const isRunning = [...addresses].some((address) => files?.get(address)?.isAsked);
    return { files: addresses.size, checks: this.checksOf(post), isRunning };
  }

  progressOf(keys: Iterable<PostKey>): Omit<MediaProgress, 'isOn'> {
    const files = [...keys].flatMap((key) => [...(this.#posts.get(key)?.files.values() ?? [])]);
    return { done: files.filter(({ isAsked }) => !isAsked).length, total: files.length };
  }

  /** The post that was noted last stays longest; one that is being looked into stays anyway. */
  #keep(key: PostKey, known: Known): void {
    this.#posts.delete(key);
    this.#posts.set(key, known);
    for (const [oldest, { files }] of this.#posts) {
      if (this.#posts.size <= MAX_POSTS) return;
      if (![...files.values()].some(({ isAsked }) => isAsked)) this.#posts.delete(oldest);
    }
  }
}

/** Names a file of a post. One that was signed anew is asked about anew, which the background answers without reading. */
function addressOf(url: string): string {
  return secure(url).split('#', 1)[0]!;
}

/** Nothing is asked for in the open; sites that still write `http:` serve the same there. */
export function secure(url: string): string {
  return url.replace(/^http:/, 'https:');
}
