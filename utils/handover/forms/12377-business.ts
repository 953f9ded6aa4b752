import { defineForm } from '../define-form';
import { CAPTCHA, DESCRIPTION, POST_ADDRESSES, SITE_NAME } from '../fields';
import { SOURCES } from '../sources';

export const form = defineForm({
  id: '12377-business',
  name: { zh_CN: '12377 涉企侵权专区', en: '12377, matters of firms' },
  takes: 'every',
  page: 'https://www.12377.cn/',
  where: {
    zh_CN: '12377 网站首页的“涉企”入口',
    en: 'The entry 涉企 (firms) on the home page of 12377',
  },
  standing: 'firm',
  checked: '2026-11-21',
  sources: [SOURCES.firmRules, SOURCES.firmNotice, SOURCES.firmGuide],
  before: [
    {
      zh_CN: '只有企业本身或其代理人可以举报，同一事项只报一次，每日有次数上限',
      en: 'Only the firm or its agent may report; once for each matter, and only so many a day',
    },
    {
      zh_CN: '举报谣言须有权威部门的认定',
      en: 'A rumour needs an authoritative finding',
    },
  ],
  fields: [
    {
      id: 'firm',
      kind: 'self',
      required: true,
      label: {
        zh_CN: '企业名称、类型、性质、行业，联系人姓名、电话、邮箱',
        en: 'The firm: name, type, nature and line of business; who to contact, with telephone and e-mail',
      },
    },
    SITE_NAME,
    {
      id: 'author-name',
      kind: 'text',
      fill: 'author-name',
      required: true,
      label: { zh_CN: '被举报账号', en: 'Account that is reported' },
    },
    { ...POST_ADDRESSES, limit: 500 },
    { ...DESCRIPTION, limits: [500] },
    {
      id: 'proof',
      kind: 'self',
      required: true,
      label: {
        zh_CN: '营业执照、授权书、身份证明、初步证据（4 个附件位）',
        en: 'Licence, authorisation, identity and first proof (four places for attachments)',
      },
    },
    CAPTCHA,
  ],
});
