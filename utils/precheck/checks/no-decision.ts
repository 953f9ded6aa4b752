import { defineCheck } from '../define-check';

export const check = defineCheck({
  id: 'no-decision',
  for: ['export', 'handover'],
  look: ({ report }) => (report.status === 'new' ? { places: [], grounds: [] } : undefined),
});
