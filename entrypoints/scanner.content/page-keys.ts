import { localized, t } from '@/utils/i18n';
import { marksPage, strongest } from '@/utils/model/finding';
import type { PostKey } from '@/utils/model/post';
import type { RuleSet } from '@/utils/rules/match';
import type { ScannedFound } from '@/utils/scan/page-index';
import { Announcer } from './announcer';
import { KeyHelpPanel } from './key-help';
import type { Keyboard } from './keyboard';
import { type Direction, MarkedTour, type Standing, standingOf } from './marked-tour';

/** What a page offers to its keys. */
export interface KeyedPage {
  /** Posts that are marked, in the order of the document. */
  marked: () => readonly ScannedFound[];
  /** Scrolls to a marked post and gives its badge the focus, in place of a card that is open. */
  reveal: (key: PostKey) => void;
  /** Opens the card of a post. */
  open: (key: PostKey) => void;
  /** Does it, shows the card with what came of it, and tells that in words to be spoken. */
  report: (key: PostKey) => Promise<string>;
  dismiss: (key: PostKey) => Promise<string>;
}

/** As much of a title as is heard in one breath. */
const TITLE_LENGTH = 60;

/** What the keys do on one page, while its site is on. */
export class PageKeys {
  readonly #tour = new MarkedTour();
  readonly #announcer: Announcer;
  readonly #help: KeyHelpPanel;
  /** Where the post stands that was visited last, also when it is not marked any more. */
  #root: Element | undefined;
  #isOn = false;

  constructor(
    readonly keyboard: Keyboard,
    readonly page: KeyedPage,
    readonly rules: RuleSet,
    document: Document,
  ) {
    this.#announcer = new Announcer(document);
    this.#help = new KeyHelpPanel(document, keyboard.shadowOf);
  }

  start(): void {
    this.#isOn = true;
    const act = (action: () => void) => () => {
      this.#help.close();
      action();
    };
    this.keyboard.handlers = {
      next: act(() => this.step(1)),
      previous: act(() => this.step(-1)),
      open: act(() => this.#open()),
      report: act(() => void this.#decide((key) => this.page.report(key))),
      dismiss: act(() => void this.#decide((key) => this.page.dismiss(key))),
      help: () => this.#toggleHelp(),
    };
  }

  stop(): void {
    this.#isOn = false;
    this.keyboard.handlers = undefined;
    this.#announcer.remove();
    this.#help.close();
  }

  /** The reader has come to a post by other means, such as its badge: the keys go on from there. */
  visit(key: PostKey): void {
    const marked = this.page.marked();
    const found = marked.find((each) => each.key === key);
    if (!found) return;
    this.#root = found.root;
    this.#tour.visit(key, keysOf(marked));
  }

  /** Goes to the marked post after or before the one that was visited last. */
  step(direction: Direction): void {
    const marked = this.page.marked();
    const stop = this.#tour.step(direction, keysOf(marked), this.#standingIn(marked));
    const found = marked.find(({ key }) => key === stop?.key);
    if (!stop || !found) {
      this.#announcer.say(t('tourNone'));
      return;
    }
    this.#root = found.root;
    this.page.reveal(found.key);
    const words = t('tourAt', stop.place, stop.count, wordsOf(found, this.rules));
    this.#announcer.say(stop.wrapped ? `${t(WRAPPED[stop.wrapped])} ${words}` : words);
  }

  /** Looking does no harm: without a post that was visited, the way begins and its first card opens. */
  #open(): void {
    const current = this.#current() ?? this.#begun();
    if (current) this.page.open(current);
  }

  /**
   * Nothing is decided about a post that the reader has not been led to: without one, the way begins, and the next
   * press is the decision.
   */
  async #decide(decide: (key: PostKey) => Promise<string>): Promise<void> {
    const current = this.#current();
    if (!current) return this.step(1);
    const words = await decide(current);
    if (this.#isOn) this.#announcer.speak(words);
  }

  #current(): PostKey | undefined {
    const marked = this.page.marked();
    return this.#tour.current(keysOf(marked), this.#standingIn(marked));
  }

  #begun(): PostKey | undefined {
    this.step(1);
    return this.#current();
  }

  #standingIn(marked: readonly ScannedFound[]): (key: PostKey) => Standing {
    const roots = new Map(marked.map(({ key, root }) => [key, root]));
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    return (key) => {
      const root = roots.get(key) ?? this.#root;
      return root?.isConnected ? standingOf(root.getBoundingClientRect(), { width, height }) : 'nowhere';
    };
  }

  #toggleHelp(): void {
    if (this.#help.isOpen) this.#help.close();
    else if (this.keyboard.keys) this.#help.open(this.keyboard.keys);
  }
}

const WRAPPED = { first: 'tourFirstAgain', last: 'tourLastAgain' } as const;

function keysOf(found: readonly ScannedFound[]): PostKey[] {
  return found.map(({ key }) => key);
}

/** Category, confidence and title in one line. */
function wordsOf({ post, findings }: ScannedFound, { categories }: RuleSet): string {
  const category = categories.get(findings.find(marksPage)?.category ?? '');
  const confidence = t(strongest(findings) === 'strong' ? 'confidenceStrong' : 'confidenceLikely');
  // A post that no rule holds for has a mark because it was reported.
  const words = category ? t('tourPost', localized(category.name), confidence) : t('badgeReported');
  const title = (post.title || post.text).trim().replace(/\s+/g, ' ');
  if (!title) return words;
  const characters = [...title];
  const isLong = characters.length > TITLE_LENGTH;
  return `${words} ${isLong ? `${characters.slice(0, TITLE_LENGTH).join('')}…` : title}`;
}
