import type { Ground } from '../../model/concern';
import { defineCheck } from '../define-check';
import { placesIn } from '../find';
import { concern } from '../grounds';
import { childrenByAge, privatePeople } from '../private-people';

const FIELDS = ['title', 'text', 'note'] as const;

/** A child may be seen or told: by the category, or by the text where a picture or something that identifies leaves. */
export const check = defineCheck({
  id: 'minors',
  for: ['export', 'handover'],
  look: ({ report, pictures }, context) => {
    const grounds = report.categories.flatMap((id): Ground[] => {
      const facts = context.category(id);
      return facts && (facts.help || facts.route === 'minor') ? [{ type: 'category', name: facts.name }] : [];
    });
    const children = placesIn(report, FIELDS, childrenByAge);
    const shows = pictures > 0 && context.picturesLeave;
    const told = grounds.length > 0 || shows || placesIn(report, FIELDS, privatePeople).length > 0;
    return concern(grounds, told ? children : []);
  },
});
