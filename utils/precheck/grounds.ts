import type { Concern, Ground } from '../model/concern';
import type { Report } from '../model/report';
import type { CheckContext } from './define-check';

/** Counter-evidence that holds for the post now, and what a finding noted of it when the post was read. */
export function wordings(report: Report, context: CheckContext, ids: readonly string[]): Ground[] {
  const texts = new Map<string, string>();
  for (const { counter } of report.findings) {
    for (const each of counter) {
      if (each.type === 'wording' && ids.includes(each.id)) texts.set(each.id, each.text);
    }
  }
  for (const { id, text } of context.counters(report.post)) if (ids.includes(id)) texts.set(id, text);
  return [...texts].flatMap(([id, text]): Ground[] => {
    const name = context.counterName(id);
    return name ? [{ type: 'wording', name, text }] : [];
  });
}

/** Nothing to tell when there are neither grounds nor places. */
export function concern(
  grounds: readonly Ground[],
  places: Concern['places'] = [],
): Pick<Concern, 'grounds' | 'places'> | undefined {
  return grounds.length + places.length > 0 ? { grounds, places } : undefined;
}
