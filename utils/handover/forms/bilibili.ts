import { defineForm } from '../define-form';
import { POST_ADDRESSES, SITE_DESCRIPTION, SITE_PICTURES } from '../fields';
import { SOURCES } from '../sources';

export const form = defineForm({
  id: 'bilibili',
  name: { zh_CN: 'B 站举报', en: 'Bilibili’s own form' },
  takes: { site: 'bilibili' },
  where: { zh_CN: '视频播放页的“稿件投诉”', en: 'The link 稿件投诉 (complain) on the page of the video' },
  standing: 'anyone',
  checked: '2026-11-21',
  sources: [SOURCES.bilibili],
  before: [],
  fields: [
    {
      id: 'reason',
      kind: 'choice',
      of: 'reason',
      required: true,
      options: [
        '违法违禁',
        '色情低俗',
        '赌博诈骗',
        '血腥暴力',
        '人身攻击',
        '侵犯隐私',
        '垃圾广告',
        '引战',
        '其他',
      ],
      label: { zh_CN: '举报理由', en: 'Reason' },
    },
    { ...POST_ADDRESSES, required: false },
    SITE_DESCRIPTION,
    SITE_PICTURES,
  ],
});
