import { isoFromEpoch } from '../time';
import { arrayOf, isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { dynamicUrl } from './addresses';
import {
  type DataPost,
  firstText,
  hashtagsIn,
  type Item,
  plainText,
  readAuthor,
  readCounts,
  readImages,
} from './fields';

/** A dynamic of the service before 2022: a description beside a card that is JSON in a string. */
export function readOldDynamic(item: Item): DataPost | undefined {
  const desc = recordOf(item.desc);
  const id = numericIdOf(desc.dynamic_id_str) ?? numericIdOf(desc.dynamic_id);
  const card = typeof item.card === 'string' ? parse(item.card) : item.card;
  if (!id || !isRecord(card)) return undefined;
  const inner = recordOf(card.item);
  const text = plainText(
    firstText(
      inner.description,
      inner.content,
      card.dynamic,
      card.desc,
      card.summary,
      recordOf(card.vest).content,
    ),
    false,
  );
  const title = firstText(inner.title, card.title);
  const user = recordOf(recordOf(desc.user_profile).info);
  const author = readAuthor({ ...user, mid: user.uid ?? desc.uid });
  const publishedAt = isoFromEpoch(desc.timestamp);
  const hashtags = hashtagsIn(text);
  return {
    kind: 'pin',
    id,
    url: dynamicUrl(id),
    fields: {
      ...(title && { title }),
      ...(text && { text }),
      ...(author && { author }),
      ...(hashtags.length > 0 && { hashtags }),
      ...(publishedAt && { publishedAt }),
      counts: readCounts({
        like: [desc.like],
        comment: [desc.comment],
        share: [desc.repost],
        view: [desc.view],
      }),
      ...readImages(
        ...arrayOf(inner.pictures).map((picture) => recordOf(picture).img_src),
        card.pic,
        ...arrayOf(card.image_urls),
      ),
    },
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(textOf(json) ?? '');
  } catch {
    return undefined;
  }
}
