import type { BytesGiven, BytesWanted } from '@/utils/evidence/engine/order';
import { MediaBook, secure } from '@/utils/evidence/page/media-book';
import { pageBytes } from '@/utils/evidence/page/page-bytes';
import { filesShown, hasStream, nameOf, shownIn } from '@/utils/evidence/page/shown-media';
import { type MediaRequest, onMessage, sendMessage } from '@/utils/messaging/protocol';
import type { MediaCheck, MediaTrouble, MediaView } from '@/utils/model/media-check';
import type { PageReading } from '@/utils/model/page';
import { type Media, type Post, type PostKey, postKey, UNKNOWN_LABELS } from '@/utils/model/post';
import type { LiveScan } from '@/utils/scan/live-scan';
import { mediaSites } from '@/utils/storage/settings';
import { MediaSight } from './media-sight';

/** As many as one question may name (utils/messaging/schema.ts). */
const MAX_FILES = 30;
const MAX_NAMED = 2_000;
/** Stands for a film that the page puts together itself. */
const STREAM = 'blob:';

type Asker = MediaRequest['by'];

/** As much of a post as there is to a picture that stands in none. */
export type ShownPost = Pick<Post, 'key' | 'url' | 'media' | 'labels'>;

/** A question that is not answered yet. */
interface Ask {
  by: Asker;
  media: Media[];
  /** The page went on: what was not read by then is as if it had not been asked about. */
  isLeft: boolean;
}

export interface MediaDeskParts {
  site: string;
  live: Pick<LiveScan, 'shown' | 'find' | 'peek'>;
  /**
   * More is known, or being found out, of the files of a post.
   *
   * @param isEvidence it may be something that rules ask for
   */
  onNews: (key: PostKey, isEvidence: boolean) => void;
}

/**
 * Looks into the files of the posts of one page: of those in sight while the reader has it on for the site, and of any
 * one post that they ask for. Each file of a post is asked about once.
 */
export class MediaDesk {
  readonly #parts: MediaDeskParts;
  readonly #book = new MediaBook();
  readonly #asks = new Set<Ask>();
  /** What elements of a post have shown already, so that it is read again for something new only. */
  readonly #named = new Map<PostKey, Set<string>>();
  /** Pictures without a web address, by the one that they are asked about under. */
  readonly #drawn = new Map<string, string>();
  #sight: MediaSight | undefined;
  #address = '';

  constructor(parts: MediaDeskParts) {
    this.#parts = parts;
  }

  start(signal: AbortSignal): void {
    const { site } = this.#parts;
    const turn = (sites: readonly string[]) => !signal.aborted && this.#turn(sites.includes(site));
    const unwatch = mediaSites.watch(turn);
    void mediaSites.getValue().then(turn);
    const unlisten = onMessage('givePageBytes', ({ data }) => this.#give(data));
    signal.addEventListener('abort', () => {
      unwatch();
      unlisten();
      this.#turn(false);
      this.stop();
    });
    window.addEventListener('pagehide', () => this.#leave(), { signal });
  }

  /** Other posts are on the page, or the same ones elsewhere. */
  look(): void {
    if (!this.#sight) return;
    if (this.#address !== location.href) this.#leave();
    this.#address = location.href;
    this.#sight.look(this.#parts.live.shown());
  }

  /** The reader asks for a post: all its files, or some of them. */
  check(post: Omit<ShownPost, 'labels'>, only: readonly Media[] = post.media ?? []): void {
    const root = this.#parts.live.peek(post.key)?.root;
    if (root && hasStream(root)) this.#noteStream(post);
    this.#ask(post.key, only, 'reader');
  }

  /** The reader asks for one picture of a post; false when the post names no such file. */
  checkIn(post: Post, { type, url }: Media): boolean {
    const isStream = type === 'video' && !isWeb(url);
    const names = new Set(isWeb(url) ? [nameOf(url)] : []);
    const files = filesShown(post.media ?? [], { names, hasStream: isStream });
    if (files.length === 0 && !isStream) return false;
    this.check(post, files);
    return true;
  }

  /** The reader asks for a picture that stands in no post that could be told. */
  checkAlone(media: Media): ShownPost {
    const key = postKey(this.#parts.site, 'excerpt', crypto.randomUUID());
    const alone = { key, url: location.href, labels: UNKNOWN_LABELS };
    if (media.type !== 'image' && !isWeb(media.url)) {
      this.#noteStream(alone, media.type);
      return alone;
    }
    const asked = isWeb(media.url) ? media : { ...media, url: this.#addressFor(media.url) };
    this.#ask(key, [asked], 'reader');
    return { ...alone, media: [asked] };
  }

  /** Gives up what is not read yet. */
  stop(): void {
    // Nobody listens any more when the extension was updated under the page.
    if (this.#asks.size > 0) sendMessage('stopMedia', undefined).catch(() => undefined);
  }

  evidenceOf = (key: PostKey) => this.#book.evidenceOf(key);

  checksOf(post: Post): MediaCheck[] {
    return this.#book.checksOf(post);
  }

  viewOf(post: Omit<ShownPost, 'labels'>): MediaView {
    return this.#book.viewOf(post);
  }

  /** A reading of the page with what is known of its files. */
  complete(reading: PageReading): PageReading {
    const keys = Array.from(this.#parts.live.shown(), ([key]) => key);
    const posts = reading.posts.map((post) => {
      const mediaChecks = this.checksOf(post);
      return mediaChecks.length > 0 ? { ...post, mediaChecks } : post;
    });
    const media = { isOn: this.#sight !== undefined, ...this.#book.progressOf(keys) };
    return { ...reading, posts, media };
  }

  #turn(isOn: boolean): void {
    if (isOn === (this.#sight !== undefined)) return;
    this.#sight?.stop();
    this.#sight = isOn ? new MediaSight((...seen) => this.#see(...seen)) : undefined;
    this.#named.clear();
    if (!isOn) this.#leave();
    else this.#book.forgetPassing();
    this.look();
  }

  /** What the reader has asked for goes on, as long as they are on the page. */
  #leave(): void {
    for (const ask of this.#asks) if (ask.by === 'view') ask.isLeft = true;
    if ([...this.#asks].every(({ by }) => by === 'view')) this.stop();
  }

  #see(key: PostKey, root: Element, isLast: boolean): boolean {
    const shown = shownIn(root);
    const named = this.#namedOf(key);
    const fresh = [...shown.names, ...(shown.hasStream ? [STREAM] : [])].filter((name) => !named.has(name));
    if (fresh.length === 0) return true;
    // Read at this moment: sites put addresses in late.
    const post = this.#parts.live.find(key)?.post;
    const files = post ? filesShown(post.media ?? [], shown) : [];
    const known = new Set(files.map(({ url }) => nameOf(url)));
    for (const name of fresh) if (isLast || name === STREAM || known.has(name)) named.add(name);
    if (post && shown.hasStream) this.#noteStream(post);
    this.#ask(key, files, 'view');
    return fresh.every((name) => named.has(name));
  }

  #namedOf(key: PostKey): Set<string> {
    const named = this.#named.get(key) ?? new Set();
    this.#named.set(key, named);
    const [oldest] = this.#named.keys();
    if (this.#named.size > MAX_NAMED && oldest !== undefined) this.#named.delete(oldest);
    return named;
  }

  /** A film without an address stands under that of its post. */
  #noteStream({ key, url, media = [] }: Omit<ShownPost, 'labels'>, as: Media['type'] = 'video'): void {
    const film: Media = { type: as, url };
    if (media.some(({ type }) => type === as) || this.#book.begin(key, [film], false).length === 0) return;
    this.#book.end(key, [film], unread('stream'));
    this.#parts.onNews(key, false);
  }

  #ask(postKey: PostKey, files: readonly Media[], by: Asker): void {
    const media = this.#book.begin(postKey, files.slice(0, MAX_FILES), by === 'reader').map(securely);
    if (media.length === 0) return;
    const ask: Ask = { by, media, isLeft: false };
    this.#asks.add(ask);
    const end = (checkOf: (media: Media) => MediaCheck | undefined) => {
      this.#asks.delete(ask);
      const before = this.evidenceOf(postKey);
      this.#book.end(postKey, media, checkOf);
      // What was left unread is to be found new when it comes into sight again.
      if (ask.isLeft) this.#named.delete(postKey);
      this.#parts.onNews(postKey, (before ?? this.evidenceOf(postKey)) !== undefined);
    };
    this.#parts.onNews(postKey, false);
    sendMessage('checkMedia', { postKey, media, by }).then(
      (checks) => end((each) => answerFor(each, checks, ask.isLeft)),
      // The background was stopped in the middle of it, or refuses: asking on and on would not help.
      () => end((each) => (ask.isLeft ? undefined : unread('slow')(each))),
    );
  }

  /** For a picture that only this page can read, such as one that it has drawn itself. */
  #addressFor(picture: string): string {
    const address = secure(`${location.origin}/?${crypto.randomUUID()}`);
    this.#drawn.set(address, picture);
    return address;
  }

  async #give(wanted: BytesWanted): Promise<BytesGiven> {
    const isAsked = [...this.#asks].some(({ media }) => media.some(({ url }) => url === wanted.url));
    if (!isAsked) return { ok: false, why: 'stopped' };
    const drawn = this.#drawn.get(wanted.url);
    if (!drawn) return pageBytes(wanted);
    const given = await pageBytes({ ...wanted, url: drawn });
    // No host has it: nobody else is to be asked.
    return given.ok ? given : { ok: false, why: 'network' };
  }
}

function isWeb(url: string): boolean {
  return /^https?:/.test(url);
}

function securely({ type, url }: Media): Media {
  return { type, url: secure(url) };
}

function answerFor(media: Media, checks: readonly MediaCheck[], isLeft: boolean): MediaCheck | undefined {
  const check = checks.find((each) => each.media.url === media.url) ?? unread('slow')(media);
  return isLeft && check.trouble === 'stopped' ? undefined : check;
}

function unread(trouble: MediaTrouble): (media: Media) => MediaCheck {
  return (media) => ({ media, verdict: 'unreadable', evidence: [], trouble, via: 'page', at: Date.now() });
}
