import { marksPage } from '@/utils/model/finding';
import type { FiledBy, ReportDraft } from '@/utils/model/report';
import { containsComposed, deepest } from '@/utils/scan/composed';
import type { ScannedFound } from '@/utils/scan/scanner';

/** A right-click older than this is not what a menu command means. */
const MENU_MS = 60_000;

/** Where the reader right-clicked, and what stood there at that moment. */
interface Pointed {
  found: ScannedFound | undefined;
  at: number;
}

/**
 * Remembers where the reader pointed, and tells which post that is. A menu stays open for seconds in which a feed
 * can put another post under it, so the post is read when the menu opens, not when its command comes.
 */
export class PointedPost {
  #menu: Pointed | undefined;

  /** @param read all posts of the page at this moment */
  follow(document: Document, signal: AbortSignal, read: () => readonly ScannedFound[]): void {
    document.addEventListener(
      'contextmenu',
      (event) => {
        const [target] = event.composedPath();
        if (event.isTrusted && target instanceof Element)
          this.#menu = { found: innermost(read(), target), at: performance.now() };
      },
      { capture: true, passive: true, signal },
    );
  }

  /** The post under the last right-click. */
  ofMenu(): ScannedFound | undefined {
    return this.#menu && performance.now() - this.#menu.at < MENU_MS ? this.#menu.found : undefined;
  }

  /** The focused post, the one under the pointer, or the one in the middle of the window. */
  ofShortcut(document: Document, found: readonly ScannedFound[]): ScannedFound | undefined {
    for (const target of shortcutTargets(document)) {
      const post = target && innermost(found, target);
      if (post) return post;
    }
    return undefined;
  }
}

export function draftOf(
  { post, findings }: Pick<ScannedFound, 'post' | 'findings'>,
  filedBy: FiledBy,
): ReportDraft {
  const categories = [...new Set(findings.filter(marksPage).map(({ category }) => category))];
  return { filing: crypto.randomUUID(), post, findings, categories, note: '', filedBy };
}

function shortcutTargets(document: Document): (Element | undefined)[] {
  const focused = deepest(document, (root) => root.activeElement);
  const hovered = deepest(document, (root) => [...root.querySelectorAll(':hover')].at(-1));
  const middle = deepest(document, (root) => root.elementFromPoint(innerWidth / 2, innerHeight / 2));
  return [focused === document.body ? undefined : focused, hovered, middle];
}

/** The smallest post around an element: a comment rather than the post it stands under. */
function innermost(found: readonly ScannedFound[], target: Element): ScannedFound | undefined {
  return found
    .filter(({ root }) => containsComposed(root, target))
    .reduce<ScannedFound | undefined>(
      (best, one) => (best && !containsComposed(best.root, one.root) ? best : one),
      undefined,
    );
}
