import { defineForm } from '../define-form';
import { DESCRIPTION, POST_ADDRESSES } from '../fields';
import { SOURCES } from '../sources';

export const form = defineForm({
  id: 'police',
  name: { zh_CN: '公安：110 ／ 网络违法犯罪举报', en: 'Police: 110, or their reports of online crime' },
  takes: 'every',
  where: {
    zh_CN: '紧急情况拨打 110，电信诈骗拨打 96110；其余用公安机关的网络违法犯罪举报网站',
    en: 'In an emergency call 110, for fraud 96110; otherwise the police’s own site for reports of online crime',
  },
  standing: 'anyone',
  checked: '2026-11-21',
  sources: [SOURCES.police],
  missing: {
    zh_CN: '未见表单，字数上限不详',
    en: 'The form was not seen; its limits are not known',
  },
  before: [
    {
      zh_CN: '有人正受到伤害，或钱款刚被骗走时，先打电话，不要先填表',
      en: 'When somebody is being hurt, or money has just been taken, telephone before you fill in anything',
    },
  ],
  fields: [
    POST_ADDRESSES,
    {
      id: 'first-seen',
      kind: 'text',
      fill: 'first-seen',
      required: true,
      label: { zh_CN: '首次看到的时间', en: 'When it was first seen' },
    },
    { ...DESCRIPTION, limits: [500] },
    {
      id: 'pictures',
      kind: 'attachments',
      required: false,
      label: { zh_CN: '截图或录屏', en: 'Pictures or recordings' },
    },
    {
      id: 'reporter',
      kind: 'self',
      required: true,
      label: { zh_CN: '可联系到的方式', en: 'How you can be reached' },
    },
  ],
});
