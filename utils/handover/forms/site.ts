import { defineForm } from '../define-form';
import { ACCOUNT_NAME, POST_ADDRESSES, SITE_DESCRIPTION, SITE_PICTURES } from '../fields';

/** For every site whose own form is not known. */
export const form = defineForm({
  id: 'site',
  name: { zh_CN: '平台自己的举报入口', en: 'The site’s own form' },
  takes: 'other',
  where: {
    zh_CN: '帖子的“…”或分享菜单里的“举报”“投诉”',
    en: 'Report or complain in the menu of the post, or where it is shared',
  },
  standing: 'anyone',
  checked: '2026-11-21',
  sources: [],
  missing: {
    zh_CN: '这个平台的表单与理由列表不详',
    en: 'The form of this site and its reasons are not known',
  },
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
    ACCOUNT_NAME,
    SITE_DESCRIPTION,
    SITE_PICTURES,
  ],
});
