import { defineCheck } from '../define-check';

/** Whether a picture shows somebody who has nothing to do with it, no machine here can tell: a person looks. */
export const check = defineCheck({
  id: 'bystander-picture',
  for: ['export', 'handover'],
  look: ({ pictures }, { picturesLeave }) =>
    pictures > 0 && picturesLeave ? { places: [], grounds: [] } : undefined,
});
