import { formatNumber, t } from '../i18n';
import { setVeiled } from './badges-veil';
import type { Box } from './placement';
import { coversControl } from './placement-probe';
import { createUiHost, type UiHost } from './ui-host';

export interface CounterHandlers {
  onStep: (direction: 1 | -1) => void;
  onWords: () => void;
}

/** Between the counter and the edges of the window, in pixels. */
const MARGIN = 16;

/** One line in a lower corner of the window for a page full of marked posts: how many, and the way through them. */
export class Counter {
  readonly #host: UiHost;
  readonly #box: HTMLElement;
  readonly #number: HTMLElement;
  readonly #words: HTMLButtonElement;
  readonly #resize: ResizeObserver;
  readonly #stop = new AbortController();

  constructor(
    readonly document: Document,
    css: string,
    { onStep, onWords }: CounterHandlers,
  ) {
    this.#host = createUiHost(document, css, {
      position: 'fixed',
      zIndex: '2147483000',
      width: 'max-content',
    });
    this.#number = this.#element('span', 'number');
    this.#words = this.#button('Aa', t('counterWords'), onWords);
    this.#box = this.#element('div', 'counter');
    this.#box.setAttribute('role', 'group');
    this.#box.append(
      this.#number,
      this.#button('↑', t('counterPrevious'), () => onStep(-1)),
      this.#button('↓', t('counterNext'), () => onStep(1)),
      this.#words,
    );
    this.#host.container.append(this.#box);
    addEventListener('resize', () => this.#stand(), { signal: this.#stop.signal });
    this.#resize = new ResizeObserver(() => this.#stand());
    this.#resize.observe(this.#box);
  }

  draw(total: number, showsWords: boolean): void {
    this.#number.textContent = formatNumber(total);
    this.#box.setAttribute('aria-label', t('counterLabel', total));
    this.#box.title = t('counterLabel', total);
    this.#words.setAttribute('aria-pressed', String(showsWords));
  }

  setHidden(isHidden: boolean): void {
    setVeiled(this.#host.element, isHidden);
  }

  remove(): void {
    this.#resize.disconnect();
    this.#stop.abort();
    this.#host.remove();
  }

  /** The first corner without a control of the site; the first of all where each has one. */
  #stand(): void {
    const { width, height } = this.#box.getBoundingClientRect();
    const spots = spotsFor(width, height);
    const { left, top } = spots.find((spot) => !coversControl(spot)) ?? spots[0]!;
    const { style } = this.#host.element;
    style.setProperty('left', `${Math.round(left)}px`, 'important');
    style.setProperty('top', `${Math.round(top)}px`, 'important');
  }

  #button(sign: string, name: string, onPress: () => void): HTMLButtonElement {
    const button = this.#element('button', '') as HTMLButtonElement;
    button.type = 'button';
    button.textContent = sign;
    button.title = name;
    button.setAttribute('aria-label', name);
    button.addEventListener('click', onPress);
    return button;
  }

  #element(tag: string, name: string): HTMLElement {
    const element = this.document.createElement(tag);
    if (name) element.className = name;
    return element;
  }
}

/** Lower corners and the middle between them, then the same a little higher, above bars at the lower edge. */
function spotsFor(width: number, height: number): Box[] {
  const lefts = [innerWidth - MARGIN - width, MARGIN, (innerWidth - width) / 2];
  const tops = [0, 64, 128].map((up) => innerHeight - MARGIN - height - up);
  return tops.flatMap((top) =>
    lefts.map((left) => ({ left, top, right: left + width, bottom: top + height })),
  );
}
