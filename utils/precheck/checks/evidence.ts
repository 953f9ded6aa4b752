import type { Gap } from '../../model/concern';
import { type CategoryFacts, type CheckContext, type Checked, defineCheck } from '../define-check';
import { concern } from '../grounds';

const DAY = 86_400_000;
/** Days after which a post may well have changed. */
const FRESH = 30;

/** Names what is missing for whoever is to judge the report without the post before them. */
export const check = defineCheck({
  id: 'evidence',
  for: ['export', 'handover'],
  look: (checked, context) => concern(gapsOf(checked, context).map((gap) => ({ type: 'gap', gap }))),
});

function gapsOf({ report, pictures }: Checked, { now, category }: CheckContext): Gap[] {
  const { post, categories, answers = [], note, readAt = report.createdAt, mediaChecks = [] } = report;
  const facts = categories.flatMap((id): (CategoryFacts & { id: string })[] => {
    const known = category(id);
    return known ? [{ ...known, id }] : [];
  });
  const gaps: Record<Gap, boolean> = {
    picture: pictures === 0,
    'label-unread': post.labels.state === 'unknown' && facts.some(({ aboutLabel }) => aboutLabel),
    'files-unread':
      facts.some(({ aboutAi }) => aboutAi) &&
      (post.media ?? []).length > 0 &&
      mediaChecks.every(({ verdict }) => verdict === 'unreadable'),
    answers: facts.some(
      ({ id, questions }) => questions.length > 0 && !answers.some((each) => each.category === id),
    ),
    address: !/^https?:\/\//.test(post.url),
    'old-reading': now - readAt > FRESH * DAY,
    'authoritative-link': facts.some(({ route }) => route === 'business') && !/https?:\/\//.test(note),
  };
  return (Object.keys(gaps) as Gap[]).filter((gap) => gaps[gap]);
}
