import { UNDO_SECONDS, wordsOf } from '@/components/use-filing';
import type { Marks } from '@/utils/highlight/marks';
import { t } from '@/utils/i18n';
import type { Media, PostKey } from '@/utils/model/post';
import type { FiledBy, ReportDraft } from '@/utils/model/report';
import { matchPost, type RuleSet } from '@/utils/rules/match';
import { excerptOf, selectedText } from '@/utils/scan/excerpt';
import type { LiveScan } from '@/utils/scan/live-scan';
import type { SiteAdapter } from '@/utils/sites/define-site';
import type { CardPanel } from './card-panel';
import type { Decisions } from './decisions';
import { filingActions } from './filing-actions';
import type { MediaDesk } from './media-desk';
import { draftOf, type PointedPost, type Reported } from './pointed-post';

export interface GestureParts {
  site: SiteAdapter;
  /** Those of the moment: a rule may be muted while the page is open. */
  rules: () => RuleSet;
  live: LiveScan;
  pointed: PointedPost;
  marks: Pick<Marks, 'reveal'>;
  card: Pick<CardPanel, 'show' | 'showFiles' | 'showPicture'>;
  decisions: Decisions;
  media: Pick<MediaDesk, 'checksOf' | 'checkIn' | 'checkAlone'>;
}

/**
 * What a click, a menu or a key means. The post is read anew at each: sites reuse elements, and the post that is shown
 * is the post that is meant. On a page that is between two posts neither of them is.
 */
export class PageGestures {
  readonly #parts: GestureParts;

  constructor(parts: GestureParts) {
    this.#parts = parts;
  }

  /** The draft of a report on a post as it is shown now; `undefined` when it is not. */
  async draft(key: PostKey, filedBy: FiledBy): Promise<ReportDraft | undefined> {
    const { live } = this.#parts;
    await live.settled();
    const found = live.find(key);
    return found && this.#draftOf(found, filedBy);
  }

  /** Opens the card of a post; false when the page does not show it any more. */
  async open(key: PostKey): Promise<boolean> {
    const draft = await this.draft(key, 'card');
    if (draft) this.#parts.card.show(draft);
    return draft !== undefined;
  }

  /** Files a report at once, and shows on a card what came of it. @returns that in words */
  async report(key: PostKey): Promise<string> {
    const draft = await this.draft(key, 'key');
    if (!draft) return t('errorNoPost');
    const { card, decisions } = this.#parts;
    try {
      const filed = await filingActions(draft, decisions).report(draft);
      card.show(draft, { step: 'saved', filed, secondsLeft: UNDO_SECONDS });
      return t(filed.isNew ? 'stateSaved' : 'stateUpdated');
    } catch (error) {
      card.show(draft, { step: 'failed', error: wordsOf(error) });
      return t('errorNotSaved', wordsOf(error));
    }
  }

  /** Says that a post is no problem, and shows the card on which that can be taken back. @returns that in words */
  async dismiss(key: PostKey): Promise<string> {
    const draft = await this.draft(key, 'key');
    if (!draft) return t('errorNoPost');
    const { card, decisions } = this.#parts;
    try {
      await filingActions(draft, decisions).dismiss();
      card.show(draft, { step: 'dismissed' });
      return t('stateDismissed');
    } catch (error) {
      return wordsOf(error);
    }
  }

  /** Scrolls a post into view and opens its card. */
  async reveal(key: PostKey): Promise<boolean> {
    const { live, marks } = this.#parts;
    // Clues have no mark to go to.
    live.peek(key)?.root.scrollIntoView({ block: 'center', behavior: 'instant' });
    marks.reveal(key);
    return this.open(key);
  }

  /** The post that the reader pointed at, or the text that they selected; null when it is neither. */
  async pick({ by, selection }: { by: 'menu' | 'shortcut'; selection: string }): Promise<ReportDraft | null> {
    const { site, rules, live, pointed } = this.#parts;
    const selected = selectedText(document) || selection;
    const menu = by === 'menu' ? pointed.ofMenu() : undefined;
    if (menu) return this.#draftOf(menu, by);
    await live.settled();
    const shortcut =
      by === 'shortcut' ? pointed.ofShortcut(document, (target) => live.at(target)[0]) : undefined;
    if (shortcut) return this.#draftOf(shortcut, by);
    const excerpt = excerptOf(site, new URL(location.href), selected);
    if (excerpt) return draftOf({ post: excerpt, findings: matchPost(rules(), excerpt) }, by);
    // A page with one post has no doubt about which is meant.
    const [first, second] = [...live.shown()];
    const only = first && !second ? live.find(first[0]) : undefined;
    return only ? this.#draftOf(only, by) : null;
  }

  /** Looks into a picture that the reader chose by the menu, and shows what comes of it. */
  async checkShown(media: Media): Promise<void> {
    const { pointed, card, media: desk } = this.#parts;
    const post = pointed.ofMenu()?.post;
    if (post && desk.checkIn(post, media) && (await this.open(post.key))) card.showFiles();
    else card.showPicture(desk.checkAlone(media));
  }

  #draftOf(found: Reported, filedBy: FiledBy): ReportDraft {
    return draftOf(found, filedBy, this.#parts.media.checksOf(found.post));
  }

  /** Whether the page still shows a post, so that a picture taken meanwhile is one of it. */
  isShown(key: PostKey): boolean {
    return isExcerpt(key) || this.#parts.live.find(key) !== undefined;
  }

  /** What a picture of a post is taken of; of an excerpt the text that is selected. */
  subjectOf(key: PostKey): Element | Range | undefined {
    if (!isExcerpt(key)) return this.#parts.live.find(key)?.root;
    const selection = document.getSelection();
    return selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  }
}

function isExcerpt(key: PostKey): boolean {
  return key.split(':')[1] === 'excerpt';
}
