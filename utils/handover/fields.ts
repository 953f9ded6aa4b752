import type { FormField } from './define-form';

/** Fields that several forms have. */
export const SITE_NAME = {
  id: 'site-name',
  kind: 'text',
  fill: 'site-name',
  required: true,
  label: { zh_CN: '网站或 App 名称', en: 'Name of the site or app' },
} as const satisfies FormField;

export const POST_ADDRESSES = {
  id: 'addresses',
  kind: 'address-list',
  required: true,
  label: { zh_CN: '信息所在详细网址（每行一个）', en: 'Addresses of the posts (one per line)' },
} as const satisfies FormField;

export const SITE_ADDRESS = {
  id: 'site-address',
  kind: 'text',
  fill: 'site-address',
  required: true,
  label: { zh_CN: '被举报网址', en: 'Address of the site' },
} as const satisfies FormField;

export const ACCOUNT_NAME = {
  id: 'author-name',
  kind: 'text',
  fill: 'author-name',
  required: false,
  label: { zh_CN: '账号名称', en: 'Name of the account' },
} as const satisfies FormField;

export const DESCRIPTION = {
  id: 'description',
  kind: 'text',
  fill: 'description',
  limits: [500, 200],
  required: true,
  label: { zh_CN: '举报内容', en: 'What is reported' },
} as const satisfies FormField;

export const PICTURES = {
  id: 'pictures',
  kind: 'attachments',
  limit: 3,
  required: false,
  label: { zh_CN: '附件（截图）', en: 'Attachments (pictures)' },
} as const satisfies FormField;

export const REPORTER = {
  id: 'reporter',
  kind: 'self',
  required: false,
  label: {
    zh_CN: '举报人信息（可匿名；实名须填姓名、电话、地址）',
    en: 'Yourself (anonymous, or with name, telephone and address)',
  },
} as const satisfies FormField;

export const CAPTCHA = {
  id: 'captcha',
  kind: 'self',
  required: true,
  label: {
    zh_CN: '验证码，以及“与事实一致”的确认',
    en: 'The characters in the picture, and that what you say is true',
  },
} as const satisfies FormField;

/** A site's own limit is not known: the shortest that any form is known to have. */
export const SITE_DESCRIPTION = {
  ...DESCRIPTION,
  limits: [200],
  required: false,
  label: { zh_CN: '补充说明', en: 'Further explanation' },
} as const satisfies FormField;

/** How many a site takes is not known. */
export const SITE_PICTURES = {
  id: 'pictures',
  kind: 'attachments',
  required: false,
  label: { zh_CN: '截图', en: 'Pictures' },
} as const satisfies FormField;
