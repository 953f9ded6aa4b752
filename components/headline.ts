import type { Report } from '../utils/model/report';

const LENGTH = 80;

/** The title, or the beginning of the text of a post that has none; its address when there is neither. */
export function headline({ post }: Pick<Report, 'post'>): string {
  return post.title || [...post.text.trimStart().slice(0, 2 * LENGTH)].slice(0, LENGTH).join('') || post.url;
}
