import announcementCss from '@/components/announcement.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { keepAbove } from '@/utils/highlight/top-layer';
import { createUiHost, type UiHost } from '@/utils/highlight/ui-host';

/** A screen reader hears only what comes into a region that it knows already. */
const SETTLE_MS = 100;
const SHOWN_MS = 6_000;

interface Region {
  host: UiHost;
  line: HTMLElement;
  leave: () => void;
}

/**
 * Tells what a key has done: one line at the lower edge of the window, which is also a live region. It stands in the
 * page only after the first key, and takes no pointer.
 */
export class Announcer {
  #region: Region | undefined;
  #coming: ReturnType<typeof setTimeout> | undefined;
  #going: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly document: Document) {}

  /** Shows a line for a while and has it read aloud; it takes the place of the one before. */
  say(text: string): void {
    this.#tell(text, 'announcement');
  }

  /** Only has it read aloud, because the eye sees it elsewhere. */
  speak(text: string): void {
    this.#tell(text, 'announcement spoken');
  }

  remove(): void {
    clearTimeout(this.#coming);
    clearTimeout(this.#going);
    this.#region?.leave();
    this.#region?.host.remove();
    this.#region = undefined;
  }

  #tell(text: string, look: string): void {
    this.#region ??= create(this.document);
    const { line } = this.#region;
    clearTimeout(this.#coming);
    clearTimeout(this.#going);
    // Emptied first, so that the same words twice are said twice.
    line.textContent = '';
    line.className = look;
    this.#coming = setTimeout(() => {
      line.textContent = text;
    }, SETTLE_MS);
    this.#going = setTimeout(() => {
      line.textContent = '';
    }, SETTLE_MS + SHOWN_MS);
  }
}

function create(document: Document): Region {
  const host = createUiHost(document, tokensCss + announcementCss, {
    position: 'fixed',
    zIndex: '2147483002',
    top: 'auto',
    left: '0',
    right: '0',
    bottom: '24px',
    width: 'auto',
    height: 'auto',
    background: 'none',
    pointerEvents: 'none',
  });
  const line = document.createElement('p');
  line.className = 'announcement';
  line.setAttribute('role', 'status');
  host.container.append(line);
  return { host, line, leave: keepAbove(host.element) };
}
