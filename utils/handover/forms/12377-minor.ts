import { defineForm } from '../define-form';
import { CAPTCHA, DESCRIPTION, PICTURES, POST_ADDRESSES, REPORTER, SITE_ADDRESS, SITE_NAME } from '../fields';
import { SOURCES } from '../sources';

export const form = defineForm({
  id: '12377-minor',
  name: { zh_CN: '12377 涉未成年人专区', en: '12377, matters of minors' },
  takes: 'every',
  page: 'https://www.12377.cn/',
  where: {
    zh_CN: '12377 网站首页的“涉未成年人”入口',
    en: 'The entry 涉未成年人 (minors) on the home page of 12377',
  },
  standing: 'anyone',
  checked: '2026-11-21',
  sources: [SOURCES.guide],
  missing: {
    zh_CN: '未见表单，各项按通用表单推定',
    en: 'The form was not seen: its fields are taken to be those of the general one',
  },
  before: [
    {
      zh_CN: '孩子正处于危险时先报警（110），或拨打 12355',
      en: 'When a child is in danger, call 110 (police) or 12355 (youth helpline) first',
    },
    {
      zh_CN: '不要附上性化的画面；其余截图先给孩子的脸和身份信息打码',
      en: 'Attach no sexual pictures; in others, mask the child’s face and whatever tells who it is',
    },
  ],
  fields: [
    SITE_NAME,
    SITE_ADDRESS,
    { ...POST_ADDRESSES, limit: 500 },
    DESCRIPTION,
    PICTURES,
    REPORTER,
    CAPTCHA,
  ],
});
