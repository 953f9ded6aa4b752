import { defineForm } from '../define-form';
import { POST_ADDRESSES, SITE_DESCRIPTION, SITE_PICTURES } from '../fields';
import { SOURCES } from '../sources';

/** Two of the reasons on its page are about values and politics, and are not offered here. */
export const form = defineForm({
  id: 'douyin',
  name: { zh_CN: '抖音举报', en: 'Douyin’s own form' },
  takes: { site: 'douyin' },
  where: { zh_CN: '视频的分享菜单 → 举报', en: 'The share menu of the video: 举报 (report)' },
  standing: 'anyone',
  checked: '2026-11-21',
  sources: [SOURCES.douyin],
  missing: {
    zh_CN: '未见官方列表，选项来自仿制页',
    en: 'The official list was not found; these come from a copy of the page',
  },
  before: [],
  fields: [
    {
      id: 'reason',
      kind: 'choice',
      of: 'reason',
      required: true,
      options: [
        '色情低俗',
        '违法犯罪',
        '垃圾广告、售卖假货等',
        '造谣传播',
        '涉嫌欺诈',
        '侮辱谩骂',
        '危险行为',
        '涉嫌非法集资',
        '侵犯名誉、隐私、肖像权等',
        '盗用作品',
        '未成年人不当行为',
        '内容不适合未成年观看',
        '引人不适',
        '疑似自我伤害',
        '诱导点赞、分享、关注',
        '其他',
      ],
      label: { zh_CN: '举报理由', en: 'Reason' },
    },
    { ...POST_ADDRESSES, required: false },
    SITE_DESCRIPTION,
    SITE_PICTURES,
  ],
});
