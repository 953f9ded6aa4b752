import { COUNTERS, defineCheck } from '../define-check';
import { concern, wordings } from '../grounds';

export const check = defineCheck({
  id: 'satire',
  for: ['export', 'handover'],
  look: ({ report }, context) => concern(wordings(report, context, COUNTERS.satire)),
});
