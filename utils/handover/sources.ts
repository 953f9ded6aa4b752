import type { FormSource } from './define-form';

/** What the forms rest on. None is the form itself: the official pages could not be read. */
export const SOURCES = {
  guide: {
    id: 'C-12377-GUIDE',
    grade: 'C',
    what: {
      zh_CN: '12377 举报指南，地方辟谣平台转载',
      en: 'The guide of 12377, as a local platform copied it',
    },
  },
  categories: {
    id: 'C-12377-CAT',
    grade: 'C',
    what: { zh_CN: '12377 举报类别，报纸转述', en: 'The categories of 12377, as a newspaper told them' },
  },
  oldForm: {
    id: 'C-12377-FORM-OLD',
    grade: 'T',
    what: {
      zh_CN: '12377 旧版网页（约 2015 年），公开仓库中的副本；另一份副本限 200 字',
      en: 'The old page of 12377 (about 2015), in public source code; another copy of it takes 200 characters',
    },
  },
  notice: {
    id: 'C-FORM',
    grade: 'C',
    what: { zh_CN: '地方举报平台的举报须知', en: 'The notice of a local platform for reports' },
  },
  firmNotice: {
    id: 'C-BIZ',
    grade: 'C',
    what: {
      zh_CN: '涉企侵权举报须知，地方网信办转发（2023）',
      en: 'Notice on reports by firms, as local offices passed it on (2023)',
    },
  },
  firmRules: {
    id: 'R-BIZREPORT',
    grade: 'B',
    what: { zh_CN: '涉企网络侵权信息举报工作规范（2023-08）', en: 'Rules for reports by firms (2023-08)' },
  },
  firmGuide: {
    id: 'sheqi-report-extension',
    grade: 'T',
    what: {
      zh_CN: '涉企表单逐项说明，公开仓库',
      en: 'The form for firms field by field, in public source code',
    },
  },
  weibo: {
    id: 'C-WB',
    grade: 'C',
    what: {
      zh_CN: '微博投诉类别，平台公告转述（2023–2025）',
      en: 'Weibo’s categories, as its announcements were told (2023–2025)',
    },
  },
  xiaohongshu: {
    id: 'C-XHS',
    grade: 'C',
    what: {
      zh_CN: '小红书举报类别，第三方教程（2026-03）',
      en: 'Xiaohongshu’s categories, by a tutorial of others (2026-03)',
    },
  },
  bilibili: {
    id: 'C-BILI',
    grade: 'T',
    what: { zh_CN: 'B 站视频举报理由，公开代码', en: 'Bilibili’s reasons for videos, in public source code' },
  },
  douyin: {
    id: 'C-DY-CLONE',
    grade: 'T',
    what: {
      zh_CN: '抖音举报页的仿制品，公开仓库；未经核实',
      en: 'A copy of Douyin’s page in public source code; not verified',
    },
  },
  police: {
    id: 'C-POLICE',
    grade: 'C',
    what: {
      zh_CN: '网络违法犯罪举报的要求，新闻转载',
      en: 'What reports of online crime need, as the news told it',
    },
  },
} as const satisfies Record<string, FormSource>;
