import type { LabelPlace } from '../define-site';
import { AI_TEXT } from './disclosure';

const SECTION = 'how-this-was-made-section-view-model';
const HEADER = '[class*="HowThisWasMadeSectionViewModelBodyHeader"]';
const HELP = '[href*="support.google.com"]';

/** The words of sections that lead to one of these help pages, which say what a section of any language means. */
const sectionsOf = (...pages: readonly string[]) =>
  pages.map((page) => `${SECTION}:has(a[href*="${page}"]) ${HEADER}`).join(', ');

/** What a video's own page shows of its making (facts: sites.md section 2.14); automatic dubbing is not among it. */
export const videoLabels: readonly LabelPlace[] = [
  { element: sectionsOf('15447836', '14328491'), by: 'author', kind: 'ai' },
  { element: sectionsOf('15446725'), by: 'platform', kind: 'source' },
  {
    element: `${SECTION}:not(:has(a${HELP})) ${HEADER}`,
    only: (text) => AI_TEXT.test(text),
    by: 'author',
    kind: 'ai',
  },
  {
    // The chip under the title repeats the section, which stands in the description.
    element: `ytd-watch-metadata:not(:has(${SECTION})) badge-shape[aria-label^="AI:"]`,
    by: 'platform',
    kind: 'ai',
  },
  { element: 'ytm-paid-content-overlay-renderer', by: 'author', kind: 'ad' },
];
