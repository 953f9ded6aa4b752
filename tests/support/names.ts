import type { Names } from '@/components/ReportDetail';
import { localized } from '@/utils/i18n';
import type { Localized } from '@/utils/model/localized';

const CATEGORIES: Record<string, Localized> = {
  '2025-3/fake-staged': { zh_CN: '虚假摆拍', en: 'Fake staged scenes' },
  '2025-4/ai-label-missing': {
    zh_CN: '生成合成内容未标识',
    en: 'Missing AI label',
  },
};
const SITES: Record<string, Localized> = {
  xiaohongshu: { zh_CN: '小红书', en: 'Xiaohongshu' },
  zhihu: { zh_CN: '知乎', en: 'Zhihu' },
};
const CAMPAIGN: Localized = {
  zh_CN: '整治短视频领域恶意营销',
  en: 'Malicious marketing in short video',
};

/** Names for tests of components, independent of what the packs say today. */
export const testNames: Names = {
  categories: Object.entries(CATEGORIES).map(([id, name]) => ({
    id,
    name,
    campaign: CAMPAIGN,
  })),
  category: (id, language) => nameIn(CATEGORIES[id], language) ?? id,
  site: (id, language) => nameIn(SITES[id], language) ?? id,
  guidance: (id) =>
    id in CATEGORIES
      ? {
          checklist: [{ zh_CN: '问题一？', en: `Question about ${CATEGORIES[id]?.en}?` }],
          reminder: { zh_CN: '提醒', en: 'A reminder' },
          never: { zh_CN: '讽刺', en: 'Satire' },
          help: false,
        }
      : undefined,
  finding: (finding) => {
    const categoryName = CATEGORIES[finding.category];
    if (!categoryName) return undefined;
    return {
      ...finding,
      categoryName,
      campaignName: CAMPAIGN,
      basis: {
        zh_CN: '摆拍制作虚假剧情',
        en: 'staged scenes with invented plots',
      },
      reason: {
        zh_CN: '称偶遇而有镜头语言',
        en: 'Says it met by chance, filmed as planned',
      },
      checklist: [{ zh_CN: '有没有演绎标签？', en: 'Is there a fiction label?' }],
      reminder: { zh_CN: '多看几条再说', en: 'Look at more than one' },
      help: false,
      also: [],
      against: finding.counter.map((counter) =>
        counter.type === 'label' ? counter.label.text : counter.text,
      ),
    };
  },
};

function nameIn(name: Localized | undefined, language?: 'zh_CN'): string | undefined {
  return name && (language ? name[language] : localized(name));
}
