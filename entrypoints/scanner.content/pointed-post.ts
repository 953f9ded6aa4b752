import { adapters } from 'virtual:qingjian/adapters';
import { deepest } from '@/utils/composed';
import { onOwnMenu } from '@/utils/highlight/event-shield';
import { marksPage } from '@/utils/model/finding';
import type { MediaCheck } from '@/utils/model/media-check';
import type { FiledBy, ReportDraft } from '@/utils/model/report';
import type { ScannedFound } from '@/utils/scan/page-index';

/** A right-click older than this is not what a menu command means. */
const MENU_MS = 60_000;

export type Reported = Pick<ScannedFound, 'post' | 'findings'>;

/** What stood where the reader right-clicked, at that moment. */
interface Pointed {
  found: Reported | undefined;
  at: number;
}

/** The smallest post around an element, read at this moment: a comment rather than the post it stands under. */
type ReadAt = (target: Element) => ScannedFound | undefined;

/**
 * Remembers where the reader pointed, and tells which post that is. A menu stays open for seconds in which a feed
 * can put another post under it, so the post is read when the menu opens, not when its command comes.
 */
export class PointedPost {
  #menu: Pointed | undefined;

  follow(document: Document, signal: AbortSignal, readAt: ReadAt): void {
    document.addEventListener(
      'contextmenu',
      (event) => {
        const [target] = event.composedPath();
        if (!event.isTrusted || !(target instanceof Element)) return;
        const found = readAt(target);
        // Read whole while it is there.
        this.#menu = {
          found: found && { post: found.post, findings: found.findings },
          at: performance.now(),
        };
      },
      { capture: true, passive: true, signal },
    );
    onOwnMenu(() => {
      this.#menu = undefined;
    }, signal);
  }

  /** The post under the last right-click. */
  ofMenu(): Reported | undefined {
    return this.#menu && performance.now() - this.#menu.at < MENU_MS ? this.#menu.found : undefined;
  }

  /** The focused post, the one under the pointer, or the one in the middle of the window. */
  ofShortcut(document: Document, readAt: ReadAt): Reported | undefined {
    for (const target of shortcutTargets(document)) {
      const post = target && readAt(target);
      if (post) return post;
    }
    return undefined;
  }
}

export function draftOf(
  { post, findings }: Reported,
  filedBy: FiledBy,
  mediaChecks: MediaCheck[] = [],
): ReportDraft {
  const categories = [...new Set(findings.filter(marksPage).map(({ category }) => category))];
  return {
    filing: crypto.randomUUID(),
    post,
    findings,
    categories,
    note: '',
    filedBy,
    readAt: Date.now(),
    adapter: adapters,
    answers: [],
    withheld: [],
    ...(mediaChecks.length > 0 && { mediaChecks }),
  };
}

function shortcutTargets(document: Document): (Element | undefined)[] {
  const focused = deepest(document, (root) => root.activeElement);
  const hovered = deepest(document, (root) => [...root.querySelectorAll(':hover')].at(-1));
  const middle = deepest(document, (root) => root.elementFromPoint(innerWidth / 2, innerHeight / 2));
  return [focused === document.body ? undefined : focused, hovered, middle];
}
