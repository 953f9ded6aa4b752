import type { Author } from '../../model/post';
import type { PostState, StatePost } from '../define-site';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';
import { isVideoId } from './ids';
import { authorOf, authorOfByline, verificationOf } from './read-author';
import { thumbnailsOf } from './read-player';
import { at, firstShown, hashtagsOf, shownCount, shownText } from './shown';

/** A video as lists hold it. Their times are relative (`3 weeks ago`), so that data alone do not give one. */
export function readCard(item: Record<string, unknown>): StatePost | undefined {
  return readRenderer(item) ?? readLockup(item) ?? readShortsLockup(item);
}

/** `videoRenderer` and its kin: `gridVideoRenderer`, `compactVideoRenderer`, `reelItemRenderer`, … */
function readRenderer(item: Record<string, unknown>): StatePost | undefined {
  const { videoId, title, headline } = item;
  if (!isVideoId(videoId) || !isShown(title ?? headline)) return undefined;
  const byline = [item.ownerText, item.longBylineText, item.shortBylineText].find(isRecord);
  const snippets = arrayOf(item.detailedMetadataSnippets).map((snippet) =>
    shownText(at(snippet, 'snippetText')),
  );
  const author = authorOfByline(byline);
  const verification = verificationOf(item.ownerBadges);
  const view = shownCount(item.viewCountText) ?? shownCount(item.shortViewCountText);
  return card(videoId, shownText(title ?? headline), {
    text: firstShown(item, ['descriptionSnippet', 'description']) ?? snippets.find(Boolean),
    author: author && { ...author, ...(verification && { verification }) },
    view,
    thumbnail: item.thumbnail,
  });
}

function isShown(value: unknown): boolean {
  return isRecord(value) && shownText(value) !== undefined;
}

/** `lockupViewModel`: rows of parts; the first row names the channel where the list mixes channels. */
function readLockup(item: Record<string, unknown>): StatePost | undefined {
  const { contentId, contentType } = item;
  if (!isVideoId(contentId) || !/VIDEO|SHORT/.test(textOf(contentType) ?? '')) return undefined;
  const metadata = at(item.metadata, 'lockupMetadataViewModel');
  const rows = arrayOf(at(metadata, 'metadata', 'contentMetadataViewModel', 'metadataRows')).map((row) =>
    arrayOf(at(row, 'metadataParts')).map((part) => recordOf(at(part, 'text'))),
  );
  const avatar = at(metadata, 'image', 'decoratedAvatarViewModel', 'rendererContext', 'commandContext');
  const endpoints = [
    at(avatar, 'onTap', 'innertubeCommand', 'browseEndpoint'),
    at(rows[0]?.[0], 'commandRuns', 0, 'onTap', 'innertubeCommand', 'browseEndpoint'),
  ];
  const endpoint = endpoints.find(isRecord);
  const views = rows.find((row) => row.length > 1)?.[0];
  return card(contentId, shownText(at(metadata, 'title')), {
    author: endpoint && authorOf(shownText(rows[0]?.[0]), endpoint),
    view: shownCount(views),
    thumbnail: at(item.contentImage, 'thumbnailViewModel', 'image'),
  });
}

/** Shorts in shelves and grids name no author. */
function readShortsLockup(item: Record<string, unknown>): StatePost | undefined {
  const videoId = at(item.onTap, 'innertubeCommand', 'reelWatchEndpoint', 'videoId');
  const overlay = recordOf(item.overlayMetadata);
  if (!isVideoId(videoId) || !isRecord(item.overlayMetadata)) return undefined;
  return card(videoId, shownText(overlay.primaryText), {
    view: shownCount(overlay.secondaryText),
    thumbnail: at(item.thumbnailViewModel, 'thumbnailViewModel', 'image') ?? item.thumbnail,
  });
}

interface CardParts {
  text?: string | undefined;
  author?: Author | undefined;
  view: number | undefined;
  thumbnail: unknown;
}

function card(
  id: string,
  title: string | undefined,
  { text, author, view, thumbnail }: CardParts,
): StatePost | undefined {
  if (!title) return undefined;
  const fields: PostState = {
    title,
    ...(text && { text }),
    ...(author && { author }),
    hashtags: hashtagsOf(title, text),
    counts: view === undefined ? {} : { view },
    media: thumbnailsOf(thumbnail),
  };
  return { kind: 'video', id, fields };
}
