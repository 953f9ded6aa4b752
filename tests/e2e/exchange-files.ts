import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportOptions } from '@/utils/export/define-exporter';
import { exporter as csv } from '@/utils/export/formats/csv';
import { exporter as ndjson } from '@/utils/export/formats/ndjson';
import { exporter as zip } from '@/utils/export/formats/zip';
import type { Reviewer } from '@/utils/model/account';
import type { WholeReport } from '@/utils/model/exchange';
import type { Post } from '@/utils/model/post';
import type { Report, ReportStatus } from '@/utils/model/report';
import { makePost, makeReport } from '../support/builders';
import { exportOptions, makeWhole, sourceOf, writtenBytes } from '../support/export';
import { manyReports } from '../support/many-reports';
import { PIXEL } from '../support/picture-bytes';

const DAY = 86_400_000;
const START = Date.now() - 9 * DAY;

/** One text that three accounts have posted, each a little differently. */
const COPIED =
  '昨天在菜市场门口遇到一位卖菜的老奶奶，她说孩子三年没有回家，我把一车菜全部买下来，又悄悄在篮子里留了三千块钱。临走的时候她一直拉着我的手不放，全程没有剧本，点个关注，下一集带大家去她家里看看。';

/** Posts by a short name. */
export const POSTS = {
  umbrella: post('a1', '雨夜送伞', '下雨天路口偶遇一位没有伞的环卫工人，我把车停下来送了一程，没有剧本。'),
  proposal: post('a2', '地铁求婚被拒', '地铁站里随机拍到求婚被拒的全过程，女生当场转身离开，后续在主页。'),
  stall: post('a3', '凌晨的面摊', '凌晨三点的面摊老板说自己每天只睡两个小时，听完他的故事我哭了很久。'),
  courier: post('a4', '外卖员的生日', '外卖员在电梯里接到女儿的电话，我和邻居给他过了一个特别的生日。'),
  bench: post('a5', '长椅上的父亲', '公园长椅上坐了一整天的父亲，手里攥着一张车票，路人上前询问才知道原因。'),
  ferry: post(
    'a6',
    '渡口的最后一班船',
    '渡口的船工说今天是最后一班，乘客们自发站成一排为他鼓掌，场面很感人。',
  ),
  copy1: post('c1', '菜市场的老奶奶', COPIED),
  copy2: post('c2', '菜市场的老奶奶', `😂${COPIED}`),
  copy3: post('c3', '菜市场的老奶奶', COPIED.replace('点个关注，', '点个关注 ')),
};
type PostName = keyof typeof POSTS;

export const RIVER: Reviewer = { id: 'reviewer-river', name: '河边' };
export const BRIDGE: Reviewer = { id: 'reviewer-bridge', name: '石桥' };
export const CLOUD: Reviewer = { id: 'reviewer-cloud', name: '云岚' };
export const RIVER_NOTE = '两个账号在同一天发过同一段画面。';

/** What the reader has said before any file comes. */
export const OWN: readonly Report[] = [
  said('own', 'umbrella', 'confirmed'),
  said('own', 'proposal', 'dismissed', { note: '像是真的。' }),
  said('own', 'stall', 'dismissed'),
  said('own', 'copy1', 'confirmed'),
];

const picture: WholeReport['evidence'][number] = {
  id: 'bridge-copy3:1',
  reportId: 'bridge-copy3',
  kind: 'screenshot',
  at: START,
  blob: new Blob([PIXEL], { type: 'image/webp' }),
};
export const PICTURE_SHA256 = createHash('sha256').update(PIXEL).digest('hex');

/** Writes the files of three reviewers, each in another format. */
export async function writeFiles(folder: string) {
  return {
    river: await write(folder, 'river.ndjson', ndjson, RIVER, [
      said('river', 'umbrella', 'confirmed'),
      said('river', 'proposal', 'confirmed', { note: RIVER_NOTE }),
      said('river', 'stall', 'dismissed'),
      said('river', 'courier', 'dismissed'),
      said('river', 'copy2', 'confirmed'),
    ]),
    bridge: await write(folder, 'bridge.zip', zip, BRIDGE, [
      said('bridge', 'umbrella', 'confirmed'),
      said('bridge', 'proposal', 'dismissed', { note: RIVER_NOTE }),
      said('bridge', 'bench', 'new'),
      said('bridge', 'copy1', 'new'),
      makeWhole(said('bridge', 'copy3', 'confirmed'), { evidence: [picture] }),
    ]),
    cloud: await write(folder, 'cloud.csv', csv, CLOUD, [
      said('cloud', 'umbrella', 'dismissed'),
      said('cloud', 'courier', 'dismissed'),
      said('cloud', 'ferry', 'confirmed'),
    ]),
  };
}

/** A file that takes a while to import. */
export function writeLong(folder: string, count: number): Promise<string> {
  return write(folder, 'long.ndjson', ndjson, CLOUD, [...manyReports({ count, length: 120 })]);
}

async function write(
  folder: string,
  name: string,
  exporter: Parameters<typeof writtenBytes>[0],
  reviewer: Reviewer,
  reports: readonly (Report | WholeReport)[],
): Promise<string> {
  const head: ExportOptions['head'] = { ...exportOptions.head, reviewer };
  const path = join(folder, name);
  writeFileSync(path, await writtenBytes(exporter, sourceOf(reports, { size: 200 }), { reviewer, head }));
  return path;
}

function said(by: string, name: PostName, status: ReportStatus, parts: Partial<Report> = {}): Report {
  const at = START + Object.keys(POSTS).indexOf(name) * 60_000;
  return makeReport({
    id: `${by}-${name}`,
    post: POSTS[name],
    findings: [],
    categories: ['2025-3/fake-staged'],
    readAt: at,
    createdAt: at,
    updatedAt: at + DAY,
    status,
    ...(status !== 'new' && { decidedAt: at + DAY }),
    ...parts,
  });
}

function post(id: string, title: string, text: string): Post {
  const author = { name: `看客${id}`, id: `user-${id}` };
  return makePost({ id: `65a1b2c300000000000000${id}`, title, text, author, hashtags: [] });
}
