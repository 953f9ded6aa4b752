import type { Ground } from '../../model/concern';
import type { LabelItem } from '../../model/post';
import { COUNTERS, defineCheck } from '../define-check';
import { concern, wordings } from '../grounds';

/** The post says of itself that it is acted or made up, by a label or in its words. */
export const check = defineCheck({
  id: 'fiction-mark',
  for: ['export', 'handover'],
  look: ({ report }, context) => {
    const noted = report.findings.flatMap(({ counter }) =>
      counter.flatMap((each) => (each.type === 'label' ? [each.label] : [])),
    );
    const labels = new Map<string, LabelItem>();
    for (const label of [...report.post.labels.items, ...noted]) {
      if (label.kind === 'fiction') labels.set(label.text, label);
    }
    const seen = [...labels.values()].map((label): Ground => ({ type: 'label', label }));
    return concern([...seen, ...wordings(report, context, COUNTERS.fiction)]);
  },
});
