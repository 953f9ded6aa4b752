import { type Post, postKey, type Surface } from '../model/post';
import type { StatePost } from './define-site';
import { labelsOfData } from './read-labels';

/** A post of an API answer. Its label reading is `none` only if the data hold the post's own, empty label field. */
export function postOfAnswer(
  site: string,
  { kind, id, fields }: StatePost,
  { url, surface }: { url: string; surface: Surface },
): Post {
  const { author = {}, title = '', text = '', hashtags = [], counts = {}, media } = fields;
  return {
    key: postKey(site, kind, id),
    site,
    kind,
    id,
    url,
    surface,
    author,
    title,
    text,
    hashtags,
    ...(fields.publishedAt && { publishedAt: fields.publishedAt }),
    ...(fields.publishedApprox && { publishedApprox: true }),
    counts,
    ...(media && media.length > 0 && { media }),
    ...labelsOfData(fields),
  };
}
