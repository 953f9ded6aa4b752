import cardCss from '@/components/card.css?inline';
import cardPartsCss from '@/components/card-parts.css?inline';
import findingsCss from '@/components/findings.css?inline';
import mediaCss from '@/components/media/media.css?inline';
import pickerCss from '@/components/picker.css?inline';
import pictureCss from '@/components/picture.css?inline';
import tokensCss from '@/components/tokens.css?inline';

/** All that the host of a card needs: it takes no style from the page. */
export const CARD_CSS = tokensCss + findingsCss + pickerCss + pictureCss + mediaCss + cardCss + cardPartsCss;
