import type { Candidates } from '../candidates';

export const CHANNEL = /\/channel\/(UC[\w-]{22})/;
const HANDLE = /^\/(@[^/?#]+)/;
export const CHANNEL_PATH = /^(?:https:\/\/www\.youtube\.com)?\/(?:@|channel\/|c\/|user\/)[^/?#]+/;

/** A channel by a link to it. */
export const channel = (css: string): { authorId: Candidates; authorUrl: Candidates } => ({
  authorId: [
    { css, attr: 'href', match: CHANNEL },
    { css, attr: 'href', match: HANDLE },
  ],
  authorUrl: [{ css, attr: 'href', match: CHANNEL_PATH }],
});

/** `1.2M views`, `1,234 views`, `观看次数：1.2万次`; billions are left to the data. */
export const VIEWS =
  /[\d.,]+\s?[KM]?(?=\s*views?)|[\d.,]+\s?[万亿]?(?=\s*次观看)|观看次数[：:]\s*([\d.,]+\s?[万亿]?)/i;
/** Times and days as lists and info rows show them. */
export const AGO =
  /\d+\s*(?:second|minute|hour|day|week|month|year)s?\s+ago|\d+\s*(?:秒|分钟|小时|天|周|个月|年)前|\w{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \w{3,9}\.? \d{4}|\d{4}年\d{1,2}月\d{1,2}日/i;
