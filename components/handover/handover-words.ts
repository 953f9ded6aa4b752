import { channelName } from '../../utils/handover';
import { formatNumber, formatTime, localized, t } from '../../utils/i18n';
import type { Handover } from '../../utils/model/handover';
import { outcomeWord } from './case-words';

/** One hand-over on a line: where, when, under which code, with how many posts, and what came of it. */
export function handoverWords({ channel, at, queryCode, outcome, outcomeAt, posts, note }: Handover): string {
  const answer =
    outcomeAt === undefined ? outcomeWord(outcome) : `${outcomeWord(outcome)} (${formatTime(outcomeAt)})`;
  return [
    localized(channelName(channel)),
    formatTime(at),
    queryCode && t('handoverListCode', queryCode),
    posts.length > 1 && t('handoverListPosts', formatNumber(posts.length)),
    answer,
    note,
  ]
    .filter(Boolean)
    .join(' · ');
}
