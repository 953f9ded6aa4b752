import {
  COUNT_NAMES,
  LABEL_KINDS,
  type LabelItem,
  type LabelReading,
  MEDIA_TYPES,
  type Media,
  POST_KINDS,
  type Post,
  postKey,
  SURFACES,
} from '../../model/post';
import { splitList, splitTags } from '../cells';
import { LABEL_UNKNOWN, NO_LABEL } from '../columns/seen';
import { type Row, RowProblem } from './cells-of-row';
import { readLabelItem, readLabelPlaces, readMedia } from './words';

/** @throws RowProblem */
export function readPost(row: Row): Post {
  const { site, kind, id } = partsOfKey(row.text('post_key'));
  const url = row.address('post_url');
  if (url === undefined) throw new RowProblem('post_url: missing');
  const publishedAt = row.text('published_at');
  // Only looked at: the cell says it in the site's own precision.
  row.time('published_at');
  const media = mediaOf(row);
  const labelPlaces = readLabelPlaces(row.text('label_places'));
  return {
    key: postKey(site, kind, id),
    site,
    kind,
    id,
    url,
    surface: row.oneOf('surface', SURFACES, row.text('surface') || 'detail'),
    author: authorOf(row),
    title: row.text('title'),
    text: row.text('text_excerpt'),
    hashtags: splitTags(row.text('hashtags')),
    ...(publishedAt !== '' && { publishedAt }),
    ...(publishedAt !== '' && row.text('published_at_approximate') === 'yes' && { publishedApprox: true }),
    counts: Object.fromEntries(
      COUNT_NAMES.flatMap((name) => {
        const count = row.count(`${name}_count`);
        return count === undefined ? [] : [[name, count]];
      }),
    ),
    ...(media.length > 0 && { media }),
    labels: labelsOf(row),
    ...(labelPlaces.length > 0 && { labelPlaces }),
  };
}

/** The key alone is exact: spreadsheets round a long number in `post_id`. */
function partsOfKey(key: string): Pick<Post, 'site' | 'kind' | 'id'> {
  const [site = '', kindName = '', ...rest] = key.split(':');
  const kind = POST_KINDS.find((each) => each === kindName);
  const id = rest.join(':');
  if (site === '' || kind === undefined || id === '') throw new RowProblem('post_key: expected site:kind:id');
  return { site, kind, id };
}

function authorOf(row: Row): Post['author'] {
  const [name, id, verification] = ['author_name', 'author_id', 'author_verification'].map((column) =>
    row.text(column),
  );
  const url = row.address('author_url');
  return {
    ...(name && { name }),
    ...(id && { id }),
    ...(url && { url }),
    ...(verification && { verification }),
  };
}

function mediaOf(row: Row): Media[] {
  if (row.has('media')) {
    return row.list('media').map((item) => {
      const { type, url } = readMedia(item);
      return { type: row.oneOf('media', MEDIA_TYPES, type), url: row.address('media', url) ?? '' };
    });
  }
  const cover = row.address('cover_url');
  return cover ? [{ type: 'image', url: cover }] : [];
}

/** From the words alone it is not known what kind of label it was: `note` claims nothing. */
function labelsOf(row: Row): LabelReading {
  const words = splitList(row.text('visible_labels'));
  const state = row.has('label_state') ? row.text('label_state') : stateOf(words, row.text('label_items'));
  if (state === '') return { state: 'unknown', items: [] };
  if (row.oneOf('label_state', ['seen', 'none', 'unknown'], state) !== 'seen')
    return { state: state as 'none' | 'unknown', items: [] };
  const items = row.has('label_items')
    ? row.list('label_items').map((item) => checkedItem(row, readLabelItem(item)))
    : words.map((text): LabelItem => ({ kind: 'note', text, by: 'platform', from: 'element' }));
  const [first = { kind: 'note', text: '', by: 'platform', from: 'element' }, ...rest] = items;
  return { state: 'seen', items: [first, ...rest] };
}

function stateOf(words: readonly string[], items: string): string {
  if (items !== '') return 'seen';
  if (words.length === 0 || words[0] === LABEL_UNKNOWN) return 'unknown';
  return words[0] === NO_LABEL ? 'none' : 'seen';
}

function checkedItem(row: Row, { kind, by, from, text }: Record<keyof LabelItem, string>): LabelItem {
  return {
    kind: row.oneOf('label_items', LABEL_KINDS, kind),
    by: row.oneOf('label_items', ['author', 'platform', 'community'], by),
    from: row.oneOf('label_items', ['state', 'element', 'text'], from),
    text,
  };
}
