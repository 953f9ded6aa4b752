import fc from 'fast-check';
import { CopyClusters } from '@/utils/copies/copy-clusters';
import type { Post } from '@/utils/model/post';

export type Said = Pick<Post, 'title' | 'text' | 'media'>;

/** Four invented posts that have nothing to do with each other. */
export const TEXTS = [
  '昨晚在老街口看见一位老人独自卖自己编的竹篮，听说他每天走二十里山路来赶集，家里还有生病的老伴要照顾，大家路过的时候请顺手带一只回去，谢谢每一位好心人。',
  '这款洗面奶我连续用了三个星期，黑头真的少了很多，皮肤摸起来又软又滑，价格也不贵，学生党完全可以放心入手，想要链接的姐妹在评论区留言告诉我就好。',
  '城东新开的溜冰场周末人特别多，排队要等四十分钟才能进去，建议工作日的上午过来，租鞋和存包都不用另外付钱，教练也很有耐心，带孩子来玩一整天都不会腻。',
  '我把阳台上的番茄全部换成了大盆，底下垫了一层碎砖头防止积水，每周只浇两次水，叶子反而比以前绿得多，再过半个月应该就能摘到第一批红透的果子了。',
] as const;

export function said(text: string, title = '', ...pictures: string[]): Said {
  return { title, text, media: pictures.map((url) => ({ type: 'image', url })) };
}

/** What clusters there are: each sorted, as one line. */
export function clusters(copies: CopyClusters, ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => [...copies.clusterOf(id)].sort().join(' ')))].sort();
}

export function clustersOf(posts: Readonly<Record<string, Said>>): string[] {
  return clusters(filled(posts), Object.keys(posts));
}

export function filled(posts: Readonly<Record<string, Said>>): CopyClusters {
  const copies = new CopyClusters();
  for (const [id, post] of Object.entries(posts)) copies.put(id, post);
  return copies;
}

/** Different Han characters, of so many that random texts are unrelated. */
export const hanText = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 2999 }), { minLength: min, maxLength: max })
    .map((places) => places.map((place) => String.fromCharCode(0x4e00 + place * 5)).join(''));
