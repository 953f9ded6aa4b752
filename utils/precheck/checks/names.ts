import { defineCheck } from '../define-check';
import { placesIn } from '../find';
import { concern } from '../grounds';
import { privatePeople } from '../private-people';

export const check = defineCheck({
  id: 'names',
  for: ['export', 'handover'],
  look: ({ report }) => concern([], placesIn(report, ['title', 'text', 'note'], privatePeople)),
});
