import { cdp, userEvent } from 'vitest/browser';
import { createUiHost, type UiHost } from '@/utils/highlight/ui-host';

const INSIDE = `
  <button type="button" style="height: 30px">Report</button>
  <textarea style="height: 30px"></textarea>
  <label style="width: 150px; height: 30px; display: block">Known <input type="checkbox"></label>
  <details><summary>More</summary>Words</details>
  <select><option>1</option><option>2</option></select>
  <p style="height: 30px">Some words to read</p>`;

export let host: UiHost;

/** Puts up a host with one element of each kind that a person can use. */
export function openHost(): void {
  host = createUiHost(document, '.qj-root{width:300px}', { position: 'fixed', top: '20px', left: '20px' });
  const parsed = new DOMParser().parseFromString(INSIDE, 'text/html');
  host.container.append(...parsed.body.children);
}

export const inside = <T extends HTMLElement>(css: string) => host.container.querySelector<T>(css)!;
/** A click by hand on an element that a locator cannot find. */
export async function press(css: string, options: { button?: 'right'; clickCount?: number } = {}) {
  const box = inside(css).getBoundingClientRect();
  const own = host.element.getBoundingClientRect();
  const position = { x: box.x - own.x + 4, y: box.y - own.y + box.height / 2 };
  await userEvent.click(host.element, { position, ...options });
}
/** Types of the events that handlers on an element hear, each with the class of its target. */
export function listen(css: string, types: readonly string[]) {
  const seen: string[] = [];
  for (const type of types) {
    inside(css).addEventListener(type, ({ target }) => seen.push(`${type} ${(target as Element).localName}`));
  }
  return seen;
}

/** From the middle of one box to the middle of another, with the button held. */
export async function drag(from: DOMRect, to: DOMRect): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect();
  const at = (box: DOMRect) => ({
    x: frame.x + box.x + box.width / 2,
    y: frame.y + box.y + box.height / 2,
  });
  const send = (type: string, box: DOMRect, buttons: number) =>
    cdp().send('Input.dispatchMouseEvent', {
      type,
      ...at(box),
      button: 'left',
      buttons,
      clickCount: 1,
    } as never);
  await send('mousePressed', from, 1);
  await send('mouseMoved', to, 1);
  await send('mouseReleased', to, 0);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
