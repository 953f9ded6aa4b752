import { PLACE_FIELDS } from '../../model/concern';
import { defineCheck } from '../define-check';
import { placesIn } from '../find';
import { concern } from '../grounds';
import { privateNumbers } from '../private-numbers';

export const check = defineCheck({
  id: 'private-numbers',
  for: ['export', 'handover'],
  look: ({ report }) => concern([], placesIn(report, PLACE_FIELDS, privateNumbers)),
});
