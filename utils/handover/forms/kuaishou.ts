import { defineForm } from '../define-form';
import { POST_ADDRESSES, SITE_DESCRIPTION, SITE_PICTURES } from '../fields';

export const form = defineForm({
  id: 'kuaishou',
  name: { zh_CN: '快手举报', en: 'Kuaishou’s own form' },
  takes: { site: 'kuaishou' },
  where: { zh_CN: '作品的分享菜单 → 举报', en: 'The share menu of the post: 举报 (report)' },
  standing: 'anyone',
  checked: '2026-11-21',
  sources: [],
  missing: { zh_CN: '未找到举报理由列表', en: 'The list of reasons was not found' },
  before: [],
  fields: [
    {
      id: 'reason',
      kind: 'choice',
      of: 'reason',
      required: true,
      options: [],
      label: { zh_CN: '举报理由', en: 'Reason' },
    },
    { ...POST_ADDRESSES, required: false },
    SITE_DESCRIPTION,
    SITE_PICTURES,
  ],
});
