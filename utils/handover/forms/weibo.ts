import { defineForm } from '../define-form';
import { POST_ADDRESSES, SITE_DESCRIPTION, SITE_PICTURES } from '../fields';
import { SOURCES } from '../sources';

export const form = defineForm({
  id: 'weibo',
  name: { zh_CN: '微博投诉', en: 'Weibo’s own form' },
  takes: { site: 'weibo' },
  where: { zh_CN: '微博正文右上角菜单 → 投诉', en: 'The menu at the top right of the post: 投诉 (complain)' },
  standing: 'anyone',
  checked: '2026-11-21',
  sources: [SOURCES.weibo],
  missing: { zh_CN: '未见完整的现行列表', en: 'The full present list was not seen' },
  before: [],
  fields: [
    {
      id: 'reason',
      kind: 'choice',
      of: 'reason',
      required: true,
      options: ['不实信息', '垃圾广告', '人身攻击', '引战互撕', '侵犯隐私', '未添加AI标识', '挂人引战'],
      label: { zh_CN: '举报理由', en: 'Reason' },
    },
    { ...POST_ADDRESSES, required: false },
    SITE_DESCRIPTION,
    SITE_PICTURES,
  ],
});
