import { defineForm } from '../define-form';
import {
  ACCOUNT_NAME,
  CAPTCHA,
  DESCRIPTION,
  PICTURES,
  POST_ADDRESSES,
  REPORTER,
  SITE_ADDRESS,
  SITE_NAME,
} from '../fields';
import { SOURCES } from '../sources';

/** The office's general form. One of its eight categories is about politics, and is not offered here. */
export const form = defineForm({
  id: '12377',
  name: { zh_CN: '中央网信办举报中心（12377）', en: '12377, the national reporting centre' },
  takes: 'every',
  page: 'https://www.12377.cn/',
  where: {
    zh_CN: '12377 网站首页，选择危害类别；也可用举报 App 或电话 12377',
    en: 'The home page of 12377: choose the category of harm; there is also an app, and telephone 12377',
  },
  standing: 'anyone',
  checked: '2026-11-21',
  sources: [SOURCES.guide, SOURCES.notice, SOURCES.oldForm, SOURCES.categories],
  missing: {
    zh_CN: '未能看到现行表单，字数与附件上限以页面为准',
    en: 'The present form could not be seen: its own limits hold',
  },
  before: [
    {
      zh_CN: '可匿名、实名或注册后举报；提交后给出查询码',
      en: 'You can report anonymously, by name, or registered; it gives a query code at the end',
    },
  ],
  fields: [
    {
      id: 'reason',
      kind: 'choice',
      of: 'reason',
      required: true,
      options: ['诈骗', '色情', '低俗', '赌博', '侵权', '谣言', '暴恐'],
      label: { zh_CN: '危害类别', en: 'Category of harm' },
    },
    {
      id: 'site-kind',
      kind: 'choice',
      of: 'site-kind',
      required: true,
      options: ['网站', '搜索引擎', '手机App'],
      label: { zh_CN: '被举报类型', en: 'Kind of site' },
    },
    SITE_NAME,
    SITE_ADDRESS,
    { ...POST_ADDRESSES, limit: 500 },
    ACCOUNT_NAME,
    DESCRIPTION,
    PICTURES,
    REPORTER,
    CAPTCHA,
  ],
});
