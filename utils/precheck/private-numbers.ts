import type { PlaceKind } from '../model/concern';
import { type Found, inOrder, narrow } from './find';

interface Pattern {
  kind: PlaceKind;
  /** Its group `place`, where it has one, is what was found; then it tells its indices. */
  pattern: RegExp;
  holds?: (found: string, before: string) => boolean;
}

/** Words after which a row of digits is an account or a card. */
const CARD_WORDS = /(?:卡号|银行卡|储蓄卡|信用卡|账号|账户|帐号|帐户|card)[^\n]{0,8}$/i;

/** What is more certain comes first; of places that overlap only the first is told. All patterns take linear time. */
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'identity-card',
    pattern:
      /(?<!\d)[1-9]\d{5}[ -]?(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dxX](?!\d)/g,
  },
  {
    kind: 'mobile',
    pattern: /(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g,
  },
  { kind: 'phone', pattern: /(?<!\d)(?:0\d{2,3}-|\(0\d{2,3}\) ?)\d{7,8}(?!\d)/g },
  {
    kind: 'bank-card',
    pattern: /(?<!\d)(?:62|4\d|5[1-5]|3[5-7])\d\d(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g,
    holds: (found, before) =>
      isLuhn(found) && (found.startsWith('62') || /[ -]/.test(found) || CARD_WORDS.test(before)),
  },
  {
    kind: 'e-mail',
    pattern:
      /(?<![\w.%+-])[A-Za-z0-9][\w.%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![A-Za-z0-9])/g,
  },
  {
    kind: 'chat-account',
    // No word of two letters inside a longer one, and no account that is only a word of five letters or fewer.
    pattern:
      /(?:微信|薇信|(?<![A-Za-z])(?:weixin|wechat|vx|wx))(?:号码?|id)?[\s:+是➕]{0,4}(?<place>[A-Za-z][\w-]{5,19})(?![\w-])/dgi,
    holds: (found) => /[\d_-]/.test(found),
  },
  {
    kind: 'chat-account',
    pattern:
      /(?:(?<![A-Za-z])qq|扣扣|企鹅号?)(?:群|号码?|群号)?[\s:+是➕]{0,4}(?<place>[1-9]\d{4,10})(?!\d)/dgi,
  },
  {
    kind: 'licence-plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•]?(?=[A-Z]{0,2}\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])/g,
  },
];

/** Nothing of the kind is written without three such characters in a row; most texts have none. */
const NEEDED = /[\w@-]{3}/;

/** Those that are replaced in whatever leaves in a table: accounts, addresses and plates are often what a report is about. */
const MASKED: readonly PlaceKind[] = ['identity-card', 'mobile', 'phone', 'bank-card'];
const MASKED_PATTERNS = PATTERNS.filter(({ kind }) => MASKED.includes(kind));

/** Numbers and addresses by which a private person can be reached or told, in order of position. */
export function privateNumbers(text: string): Found[] {
  return foundBy(PATTERNS, text);
}

/** Of these, phone, card and identity card numbers. */
export function maskedNumbers(text: string): Found[] {
  return foundBy(MASKED_PATTERNS, text);
}

function foundBy(patterns: readonly Pattern[], text: string): Found[] {
  const narrowed = narrow(text);
  if (!NEEDED.test(narrowed)) return [];
  return inOrder(
    patterns.flatMap(({ kind, pattern, holds }) =>
      [...narrowed.matchAll(pattern)].flatMap((match): Found[] => {
        const [start, end] = match.indices?.groups?.place ?? [match.index, match.index + match[0].length];
        const before = narrowed.slice(Math.max(0, start - 16), start);
        return !holds || holds(narrowed.slice(start, end), before) ? [{ start, end, kind }] : [];
      }),
    ),
    text.length,
  );
}

/** The check digit of cards (ISO/IEC 7812-1, annex B). */
function isLuhn(card: string): boolean {
  const digits = [...card.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, i) => {
    const value = i % 2 === 0 ? digit : digit * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
