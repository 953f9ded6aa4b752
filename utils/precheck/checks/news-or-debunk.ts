import type { Ground } from '../../model/concern';
import { COUNTERS, defineCheck } from '../define-check';
import { concern, wordings } from '../grounds';

/** News, debunking, enforcement, whistle-blowing and consumers' own accounts are no problem that is reported. */
export const check = defineCheck({
  id: 'news-or-debunk',
  for: ['export', 'handover'],
  look: ({ report }, context) => {
    const grounds = wordings(report, context, COUNTERS.news);
    const { verification } = report.post.author;
    const verified: Ground[] =
      grounds.length > 0 && verification ? [{ type: 'verification', text: verification }] : [];
    return concern([...grounds, ...verified]);
  },
});
