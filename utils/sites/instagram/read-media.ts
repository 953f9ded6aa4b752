import type { Media } from '../../model/post';
import { arrayOf, recordOf, textOf } from '../unknown';

type Fields = Record<string, unknown>;

/** Addresses of a post's pictures and videos, those of a carousel in its order; of a video only the video's. */
export function readMedia(item: Fields): Media[] {
  const children = [
    ...arrayOf(item.carousel_media),
    ...arrayOf(recordOf(item.edge_sidecar_to_children).edges).map((edge) => recordOf(edge).node),
  ];
  const parts = children.length > 0 ? children.map(recordOf) : [item];
  return parts.flatMap((part) => fileOf(part) ?? []);
}

function fileOf(part: Fields): Media | undefined {
  const [version] = arrayOf(part.video_versions);
  const video = textOf(recordOf(version).url) ?? textOf(part.video_url);
  const [candidate] = arrayOf(recordOf(part.image_versions2).candidates);
  const image = textOf(recordOf(candidate).url) ?? textOf(part.display_url);
  if (video) return { type: 'video', url: video };
  return image ? { type: 'image', url: image } : undefined;
}
