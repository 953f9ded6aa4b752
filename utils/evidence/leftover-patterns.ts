/**
 * T1 is left by an interface, or is an assistant naming itself, and may stand alone. T2 (phrases around an answer, gaps to
 * fill in, links out of a chat, which prove nothing of the words around them) says something only beside another.
 */
export type Tier = 'T1' | 'T2';

export interface LeftoverPattern {
  tier: Tier;
  /** The assistant names itself, which others quote: it does not count where the words before say that it is quoted. */
  isSelf?: true;
  pattern: RegExp;
}

/**
 * What copied answers of chat assistants leave in a text (facts: ai-labels.md section 3), by id. Every pattern is tried
 * at each place of its first sign only, and repeats within fixed bounds; `leftover-words.ts` says which texts are read
 * at all. Pages get them with the rules' program, as data.
 */
export const LEFTOVER_PATTERNS = {
  openai: {
    tier: 'T1',
    pattern:
      /(?:contentReference\[)?\boaicite:\d{0,4}|\ue200cite|\b(?:oai_citation|attributableIndex|i?turn\d{1,3}(?:search|file|image|news|view|fetch|product)\d{1,3})\b/g,
  },
  google: {
    tier: 'T1',
    pattern: /\[cite(?:_start|: ?\d{1,3}(?:, ?\d{1,3}){0,9})\]|\[span_\d{1,3}\]\((?:start|end)_span\)/g,
  },
  grok: { tier: 'T1', pattern: /\bgrok_(?:card|render_citation)/g },
  perplexity: { tier: 'T1', pattern: /\[(?:attached_(?:file|image)|web):\d{1,3}\]/g },
  dagger: { tier: 'T1', pattern: /【\d{1,4}(?::\d{1,4})?†(?:L\d{1,6}-L?\d{1,6}|source)】/g },
  'self-zh': {
    tier: 'T1',
    isSelf: true,
    pattern:
      /[作身]为一[个款名]?(?:AI|人工智能)(?:语言模型(?=[，,。！!：: \n]|我|无法|不能|没有|目前|$)|(?:模型|助手)(?=[，,：: ]{0,2}(?:我|无法|不能|目前)))|我是由?[^，。！？\n]{0,12}(?:训练|开发)的(?:大型?)?语言模型|截至我的?(?:最[后新]|上次|最近)?(?:一次)?(?:知识|训练数据)库?的?(?:更新|截止)/g,
  },
  'self-en': {
    tier: 'T1',
    isSelf: true,
    pattern:
      /\b(?:As an? (?:AI|artificial intelligence) (?:language model(?=[,.:]| I\b)|(?:model|assistant)(?=,? (?:I|my)\b))|(?:as of )?my (?:last|latest) (?:knowledge|training)(?: data)? (?:update|cut-?off)\b)/gi,
  },
  'hope-it-helps': {
    tier: 'T2',
    pattern: /希望(?:以上|这[些份篇])[^，。！？\n]{2,4}对[您你]有所?帮助/g,
  },
  'let-me-know': {
    tier: 'T2',
    pattern: /(?:[如若]需要?|如果[您你]?需要)(?:进一步|更多|其他|调整|修改)[^。！？\n]{0,20}告诉我/g,
  },
  // One turn of phrase in three forms, which stand in one sentence: it counts once.
  'here-is': {
    tier: 'T2',
    pattern:
      /(?:^|\n)\s{0,4}(?:好的|当然(?:可以)?|没问题)[，,！!。] {0,2}以下是|以下是[为帮替][您你](?:精心)?(?:生成|撰写|创作|整理|准备)的|\b(?:Certainly|Of course|Sure)[!,.] {0,2}Here(?:['’]s| is| are)\b/g,
  },
  'note-here': { tier: 'T2', pattern: /[【（([]注?[：:]?此处[可请应需]?[^】）)\]\n]{1,40}[】）)\]]/g },
  'fill-in': {
    tier: 'T2',
    pattern: /\[(?:(?:插入|填[写入]|[您你]的)[^\]\n]{1,12}|(?:Your|Insert) (?:[A-Z][a-z]{1,14} ?){1,3})\]/g,
  },
  link: {
    tier: 'T2',
    pattern: /\b(?:utm_source=(?:chatgpt\.com|openai|copilot\.com)|referrer=grok\.com)\b/g,
  },
} as const satisfies Record<string, LeftoverPattern>;

export type LeftoverId = keyof typeof LEFTOVER_PATTERNS;
