import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { collectPosts } from '../collect';
import { parseShownTime, type ShownTime } from '../time';
import { recordOf, textOf } from '../unknown';
import { commentUrl, createdAt, isId, noteUrl, SITE } from './note-id';
import { type DataPost, readItem } from './read-data';

const DAY_MS = 86_400_000;

/**
 * Reads answers of the site's own API: feeds, one note, searches, comments and a person's notes. No label field is
 * known in any of them, so that without a disclosing hashtag the label reading is `unknown`.
 */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!/(^|\.)xiaohongshu\.com$/.test(endpoint.hostname)) return undefined;
  const asked = endpoint.searchParams.get('note_id') ?? textOf(recordOf(recordOf(body).params).note_id);
  const surface = surfaceOf(endpoint.pathname);
  return collectPosts(body, readItem).map((found) => toPost(found, surface, isId(asked) ? asked : undefined));
}

function surfaceOf(path: string): Surface {
  if (/search/.test(path)) return 'search';
  if (/user_?post/.test(path)) return 'profile';
  return /homefeed|feeds/.test(path) ? 'feed' : 'detail';
}

function toPost(found: DataPost, surface: Surface, asked: string | undefined): Post {
  const { kind, id } = found;
  const time = timeOf(found);
  const fields = {
    ...found.fields,
    ...(time && { publishedAt: time.iso }),
    ...(time?.approximate && { publishedApprox: true as const }),
  };
  const isNote = kind === 'note';
  return postOfAnswer(
    SITE,
    { kind, id, fields },
    {
      url: isNote ? noteUrl(id) : commentUrl(id, found.noteId ?? asked),
      surface: isNote ? surface : 'comments',
    },
  );
}

/**
 * The time field leads. Search answers have only a shown date, which is that of the last edit for edited notes and may
 * lie months after the creation time in the id. The id's time is used where both name the same day, because it is
 * exact, and where the shown form is relative, because an answer does not say when it was given.
 */
function timeOf({ id, fields, shownTime = '' }: DataPost): ShownTime | undefined {
  if (fields.publishedAt) return { iso: fields.publishedAt, approximate: false };
  const created = createdAt(id);
  if (!created) return undefined;
  const exact = { iso: created, approximate: false };
  if (!/\d{1,2}[-/月]\d{1,2}/.test(shownTime) || /^编辑/.test(shownTime)) return exact;
  // A date without a year is the first such day since the creation: parsed as of a year later, less the one day of
  // tolerance that parsing has.
  const shown = parseShownTime(shownTime, new Date(Date.parse(created) + 363 * DAY_MS));
  if (!shown) return exact;
  const gap = Date.parse(created) - Date.parse(shown.iso);
  return gap >= 0 && gap < DAY_MS ? exact : shown;
}
