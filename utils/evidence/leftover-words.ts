import type { LeftoverId } from './leftover-patterns';

/**
 * Words of which one stands in every place that a pattern finds: a text without any is not read for leftovers. They are
 * compiled into the rules' word tables, so that looking for them costs nothing more. Signs belong to them where the
 * word alone is common.
 */
export const LEFTOVER_WORDS: Record<LeftoverId, readonly string[]> = {
  openai: [
    'oaicite',
    '\ue200cite',
    'oai_citation',
    'attributableindex',
    ...digits('turn'),
    ...digits('iturn'),
  ],
  google: ['[cite:', '[cite_', '[span_'],
  grok: ['grok_'],
  perplexity: ['[attached_', '[web:'],
  dagger: ['†l', '†source'],
  'self-zh': ['语言模型', 'ai模型', 'ai助手', '人工智能模型', '人工智能助手', '截至我'],
  'self-en': ['language', 'model', 'assistant', 'knowledge', 'training'],
  'hope-it-helps': ['希望以上', '希望这些', '希望这份', '希望这篇'],
  'let-me-know': ['告诉我'],
  'here-is': ['以下是', 'certainly', 'sure', 'course'],
  'note-here': ['此处'],
  'fill-in': ['[插入', '[填写', '[填入', '[您的', '[你的', '[your', '[insert'],
  link: ['utm_source', 'referrer'],
};

function digits(word: string): string[] {
  return Array.from('0123456789', (digit) => word + digit);
}
