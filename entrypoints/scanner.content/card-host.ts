import type { UiHost } from '@/utils/highlight/ui-host';
import { placeCard } from './card-place';

/** Puts a card where it belongs in the window as it is now. */
export function moveTo(
  { element, container }: UiHost,
  post: DOMRect | undefined,
  badge: DOMRect | undefined,
): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const place = placeCard({ width, height }, post, badge);
  const isSheet = place === 'sheet';
  // Dressed by components/card.css.
  container.classList.toggle('sheet', isSheet);
  const sides = isSheet
    ? { top: 'auto', left: '0', bottom: '0', width: '100%' }
    : { top: pixels(place.top), left: pixels(place.left), bottom: 'auto', width: 'auto' };
  for (const [side, value] of Object.entries(sides)) element.style.setProperty(side, value, 'important');
}

function pixels(value: number): string {
  return `${Math.round(value)}px`;
}
