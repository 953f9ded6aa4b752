import { isoFromEpoch, parseShownTime } from '../time';
import { arrayOf, isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { articleUrl, dynamicUrl } from './addresses';
import { disputeLabels } from './argue';
import { type DataPost, firstText, type Item, plainText, readAuthor, readCounts, readImages } from './fields';

/** A dynamic: modules by name in lists, a list of modules in `opus/detail` and in the state of an opus page. */
export function readDynamic(item: Item): DataPost | undefined {
  const id = idOf(item);
  const modules = modulesOf(item.modules);
  if (!id || !modules) return undefined;
  const author = readAuthor(modules.module_author);
  const content = contentOf(modules);
  const labels = disputeLabels(modules);
  const publishedAt = timeOf(recordOf(modules.module_author));
  const stat = recordOf(modules.module_stat);
  const count = (name: string) => [recordOf(stat[name]).count];
  return {
    kind: 'pin',
    id,
    url: dynamicUrl(id),
    fields: {
      ...(content.title && { title: content.title }),
      ...(content.text && { text: content.text }),
      ...(author && { author }),
      ...(content.hashtags.length > 0 && { hashtags: content.hashtags }),
      ...(publishedAt && { publishedAt }),
      counts: readCounts({
        like: count('like'),
        comment: count('comment'),
        share: count('forward'),
        collect: count('favorite'),
      }),
      ...readImages(...content.images),
      ...(labels && { labels }),
    },
  };
}

/** An article (`cv`) of a search or of a person's list. */
export function readArticle(item: Item): DataPost | undefined {
  const number = numericIdOf(item.cvid ?? item.id);
  const isArticle = ['image_urls', 'banner_url', 'template_id'].some((key) => key in item);
  const title = plainText(item.title, true);
  if (!number || !isArticle || !title) return undefined;
  const text = plainText(firstText(item.desc, item.summary), true);
  const author = readAuthor(
    isRecord(item.author) ? item.author : { mid: item.mid, name: item.author ?? item.uname },
  );
  const publishedAt = isoFromEpoch(item.publish_time ?? item.pub_time ?? item.ctime);
  const stats = recordOf(item.stats);
  return {
    kind: 'article',
    id: `cv${number}`,
    url: articleUrl(`cv${number}`),
    fields: {
      title,
      ...(text && { text }),
      ...(author && { author }),
      ...(publishedAt && { publishedAt }),
      counts: readCounts({
        view: [stats.view, item.view],
        like: [stats.like, item.like],
        comment: [stats.reply, item.reply],
        collect: [stats.favorite],
        share: [stats.share],
      }),
      ...readImages(...arrayOf(item.image_urls)),
    },
  };
}

/** Some third parties give the number as a number, which has been rounded; the page's address still has it. */
function idOf({ id_str, id, basic }: Item): string | undefined {
  const link = textOf(recordOf(basic).jump_url) ?? '';
  return numericIdOf(id_str) ?? /\/(?:opus\/|t\.bilibili\.com\/)(\d+)/.exec(link)?.[1] ?? numericIdOf(id);
}

function modulesOf(modules: unknown): Item | undefined {
  const merged = Array.isArray(modules) ? Object.assign({}, ...modules.filter(isRecord)) : modules;
  return isRecord(merged) && (isRecord(merged.module_author) || isRecord(merged.module_dynamic))
    ? merged
    : undefined;
}

function timeOf({ pub_ts, pub_time }: Item): string | undefined {
  const shown = textOf(pub_time) ?? '';
  // Only dates that name their year: anything else needs a clock that the data do not have.
  const dated = /\d{4}\s*[-年]\s*\d/.test(shown) ? parseShownTime(shown, new Date(0))?.iso : undefined;
  return isoFromEpoch(pub_ts) ?? dated;
}

interface Content {
  title: string | undefined;
  text: string | undefined;
  hashtags: string[];
  images: unknown[];
}

/** Text stands in `desc` or in the card that the dynamic is made of; that of a video or article is its description. */
function contentOf(modules: Item): Content {
  const { desc, major, topic } = recordOf(modules.module_dynamic);
  const card = recordOf(major);
  const opus = recordOf(card.opus);
  const other =
    [card.archive, card.article, card.pgc, card.common, card.ugc_season, card.courses].find(isRecord) ?? {};
  const paragraphs = arrayOf(recordOf(modules.module_content).paragraphs).map(recordOf);
  const nodes = [
    ...arrayOf(recordOf(desc).rich_text_nodes),
    ...arrayOf(recordOf(opus.summary).rich_text_nodes),
    ...paragraphs.flatMap((part) => arrayOf(recordOf(part.text).nodes)),
  ];
  const ownTopic = firstText(recordOf(topic).name, recordOf(modules.module_topic).name);
  return {
    title: firstText(opus.title, recordOf(modules.module_title).text, other.title),
    text: firstText(
      recordOf(desc).text,
      recordOf(opus.summary).text,
      paragraphs.map(paragraphText).filter(Boolean).join('\n'),
      other.desc,
    ),
    hashtags: [...new Set([...(ownTopic ? [ownTopic] : []), ...nodes.flatMap(topicOf)])],
    images: [
      ...arrayOf(opus.pics).map((pic) => recordOf(pic).url),
      ...arrayOf(recordOf(card.draw).items).map((pic) => recordOf(pic).src),
      ...paragraphs.flatMap((part) => arrayOf(recordOf(part.pic).pics).map((pic) => recordOf(pic).url)),
      other.cover,
    ],
  };
}

function paragraphText(paragraph: Item): string {
  return arrayOf(recordOf(paragraph.text).nodes)
    .map(recordOf)
    .map((node) => textOf(recordOf(node.word).words) ?? textOf(recordOf(node.rich).text) ?? '')
    .join('');
}

function topicOf(node: unknown): string[] {
  const rich = recordOf(recordOf(node).rich ?? node);
  const name = textOf(rich.text)?.replace(/^#|#$/g, '');
  return rich.type === 'RICH_TEXT_NODE_TYPE_TOPIC' && name ? [name] : [];
}
