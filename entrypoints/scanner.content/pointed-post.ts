import { marksPage } from '@/utils/model/finding';
import type { FiledBy, ReportDraft } from '@/utils/model/report';
import type { ScannedFound } from '@/utils/scan/scanner';

/** A right-click older than this is not what a menu command means. */
const MENU_MS = 60_000;

/** Remembers where the reader pointed, and tells which post that is. */
export class PointedPost {
  #menu: { element: Element; at: number } | undefined;

  follow(document: Document, signal: AbortSignal): void {
    document.addEventListener(
      'contextmenu',
      (event) => {
        const [target] = event.composedPath();
        if (event.isTrusted && target instanceof Element)
          this.#menu = { element: target, at: performance.now() };
      },
      { capture: true, passive: true, signal },
    );
  }

  /** Menu: the post under the right-click. Shortcut: the focused post, the one under the pointer, or the middle one. */
  pick(
    document: Document,
    by: 'menu' | 'shortcut',
    found: readonly ScannedFound[],
  ): ScannedFound | undefined {
    const targets = by === 'menu' ? [this.#menuTarget()] : shortcutTargets(document);
    for (const target of targets) {
      const post = target && innermost(found, target);
      if (post) return post;
    }
    // A page with one post has no doubt about which is meant.
    return found.length === 1 ? found[0] : undefined;
  }

  #menuTarget(): Element | undefined {
    return this.#menu && performance.now() - this.#menu.at < MENU_MS ? this.#menu.element : undefined;
  }
}

export function draftOf({ post, findings }: ScannedFound, filedBy: FiledBy): ReportDraft {
  const categories = [...new Set(findings.filter(marksPage).map(({ category }) => category))];
  return { filing: crypto.randomUUID(), post, findings, categories, note: '', filedBy };
}

function shortcutTargets(document: Document): (Element | undefined)[] {
  const focused = document.activeElement;
  const hovered = [...document.querySelectorAll(':hover')].at(-1);
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? undefined;
  return [focused && focused !== document.body ? focused : undefined, hovered, middle];
}

/** The smallest post around an element: a comment rather than the post it stands under. */
function innermost(found: readonly ScannedFound[], target: Element): ScannedFound | undefined {
  return found
    .filter(({ root }) => root.contains(target))
    .reduce<ScannedFound | undefined>(
      (best, one) => (best?.root.contains(one.root) === false ? best : one),
      undefined,
    );
}
