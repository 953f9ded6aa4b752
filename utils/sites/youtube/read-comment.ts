import type { StatePost } from '../define-site';
import { isRecord, recordOf, textOf } from '../unknown';
import { COMMENT_LINK, isVideoId, LISTED_VIDEO_LINK } from './ids';
import { authorOf } from './read-author';
import { at, firstShown, shownCount, shownText } from './shown';

/** Replies have the id of their comment, a dot and their own part. */
const COMMENT_ID = /^[\w-]{15,60}(?:\.[\w-]{5,60})?$/;

/** A comment: `commentEntityPayload` since 2024, `commentRenderer` before. Times are relative in both. */
export function readComment(item: Record<string, unknown>): StatePost | undefined {
  const properties = recordOf(item.properties);
  return commentId(properties.commentId) ? fromEntity(item, properties) : fromRenderer(item);
}

function fromEntity(
  item: Record<string, unknown>,
  properties: Record<string, unknown>,
): StatePost | undefined {
  const id = commentId(properties.commentId);
  const { channelId, displayName } = recordOf(item.author);
  const toolbar = recordOf(item.toolbar);
  const name = textOf(displayName);
  if (!id || !isRecord(item.author)) return undefined;
  return comment(
    id,
    shownText(properties.content),
    name,
    { browseId: channelId },
    {
      like: shownCount(toolbar.likeCountNotliked) ?? shownCount(toolbar.likeCountLiked),
      comment: shownCount(toolbar.replyCount),
    },
  );
}

function fromRenderer(item: Record<string, unknown>): StatePost | undefined {
  const id = commentId(item.commentId);
  if (!id || !isRecord(item.contentText)) return undefined;
  return comment(
    id,
    shownText(item.contentText),
    firstShown(item, ['authorText']),
    at(item.authorEndpoint, 'browseEndpoint'),
    {
      like: shownCount(item.voteCount) ?? shownCount(item.likeCount),
      comment: shownCount(item.replyCount),
    },
  );
}

function comment(
  id: string,
  text: string | undefined,
  name: string | undefined,
  endpoint: unknown,
  { like, comment: replies }: { like: number | undefined; comment: number | undefined },
): StatePost {
  const handle = name?.startsWith('@') ? `/${name}` : undefined;
  const author = authorOf(name, { canonicalBaseUrl: handle, ...recordOf(endpoint) });
  return {
    kind: 'comment',
    id,
    fields: {
      ...(text && { text }),
      ...(author && { author }),
      counts: { ...(like !== undefined && { like }), ...(replies !== undefined && { comment: replies }) },
    },
  };
}

function commentId(value: unknown): string | undefined {
  return typeof value === 'string' && COMMENT_ID.test(value) ? value : undefined;
}

/** The video that a comment's own link names; links stand apart from the comments of newer answers. */
export function readCommentLink(item: Record<string, unknown>): { id: string; videoId: string } | undefined {
  const link = textOf(item.url);
  const id = COMMENT_LINK.exec(link ?? '')?.[1];
  const videoId = LISTED_VIDEO_LINK.exec(link ?? '')?.[1];
  return id && isVideoId(videoId) ? { id, videoId } : undefined;
}
