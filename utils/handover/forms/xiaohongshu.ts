import { defineForm } from '../define-form';
import { POST_ADDRESSES, SITE_DESCRIPTION, SITE_PICTURES } from '../fields';
import { SOURCES } from '../sources';

export const form = defineForm({
  id: 'xiaohongshu',
  name: { zh_CN: '小红书举报', en: 'Xiaohongshu’s own form' },
  takes: { site: 'xiaohongshu' },
  where: { zh_CN: '笔记的分享或“…”菜单 → 举报', en: 'The share or … menu of the note: 举报 (report)' },
  standing: 'anyone',
  checked: '2026-11-21',
  sources: [SOURCES.xiaohongshu],
  missing: { zh_CN: '仅见第三方描述', en: 'Only described by others' },
  before: [],
  fields: [
    {
      id: 'reason',
      kind: 'choice',
      of: 'reason',
      required: true,
      options: ['色情低俗', '虚假信息', '人身攻击', 'AI造假'],
      label: { zh_CN: '举报理由', en: 'Reason' },
    },
    { ...POST_ADDRESSES, required: false },
    SITE_DESCRIPTION,
    SITE_PICTURES,
  ],
});
