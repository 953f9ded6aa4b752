/** What a sign reads as: one entry for each reading, with all signs that are read so. Each sign is one code point. */
type Readings = Readonly<Record<string, string>>;

/**
 * Letters that look like a Latin one: Cyrillic, Greek, small capitals, phonetic and stroked letters, in lower case and
 * without accents. Russian and Greek words then read as Latin letters, too; terms have word boundaries and are no
 * such words, which a test holds.
 */
const LOOK_ALIKES: Readings = {
  a: 'аαᴀɑɐ',
  b: 'вβʙƀɓь',
  c: 'сᴄɕƈ©',
  d: 'ԁᴅđɖɗ',
  e: 'еεᴇɛəє',
  f: 'ꜰƒ',
  g: 'ɡɢԍɠǥ',
  h: 'нһʜħɦ',
  i: 'іιɪıɨ',
  j: 'јᴊɟʝ',
  k: 'кκᴋƙ',
  l: 'ʟłɭ',
  m: 'мᴍɱ',
  n: 'ηɴɲƞ',
  o: 'оοᴏøɔ',
  p: 'рρᴘƥþ',
  q: 'ԛꞯɋ',
  r: 'ʀɾɽ®',
  s: 'ѕꜱʂ',
  t: 'тτᴛŧƭʈ',
  u: 'υᴜʊ',
  v: 'νᴠʋѵ∨⋁ᐯ',
  w: 'ωᴡѡԝɯ',
  x: 'хχ×✕✖',
  y: 'уγʏү',
  z: 'ᴢʐƶ',
};

/** Digits and letters in negative circles and squares, which have no compatibility form. */
const ENCLOSED: readonly (readonly [first: number, reading: string])[] = [
  [0x24f5, '1 2 3 4 5 6 7 8 9'],
  [0x24ff, '0'],
  [0x2776, '1 2 3 4 5 6 7 8 9'],
  [0x2780, '1 2 3 4 5 6 7 8 9'],
  [0x278a, '1 2 3 4 5 6 7 8 9'],
  [0x1f10b, '0 0'],
  [0x1f150, 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
  [0x1f170, 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
  [0x1f1e6, 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
];

/**
 * Signs that are written in place of one Han character (收💰, 闲🐟, 天🐱, 快✋, ☀结, 💦军), and signs of sums. Signs that
 * mostly decorate (👇 ★ 🌹 🔥) are fillers instead, so that words are found around them; those that stand for several
 * characters keep themselves.
 */
const WORDS: Readings = {
  '+': '➕✚🞢',
  '/': '⁄∕',
  元: '💲',
  钱: '💰💵💴💶💷💸🤑',
  心: '❤♥♡❣💗💓💖💕💞💘💝💟',
  上: '↑⬆',
  下: '↓⬇',
  中: '🀄',
  东: '🀀',
  南: '🀁',
  西: '🀂',
  北: '🀃',
  新: '🆕',
  搜: '🔍🔎',
  信: '✉',
  卡: '💳',
  车: '🚗',
  门: '🚪',
  手: '✋🤚🖐',
  音: '🎵',
  日: '☀🌞',
  水: '💧💦🌊',
  花: '🌸🌺',
  米: '🌾🍚',
  茶: '🍵',
  薯: '🍠',
  肉: '🥩',
  木: '🪵',
  酒: '🍷',
  烟: '🚬',
  药: '💊',
  刀: '🔪',
  枪: '🔫',
  包: '📦',
  鬼: '👻',
  屎: '💩',
  鸡: '🐔🐓',
  鸭: '🦆',
  狗: '🐶🐕🐩',
  猪: '🐷🐖',
  马: '🐴🐎',
  牛: '🐮🐂🐃',
  羊: '🐑🐏🐐',
  虎: '🐯🐅',
  龙: '🐲🐉',
  鱼: '🐟🐠',
  猫: '🐱🐈',
  兔: '🐰🐇',
  龟: '🐢',
  蛇: '🐍',
  鼠: '🐭🐁',
  猴: '🐵🐒',
  鹿: '🦌',
  虫: '🐛',
};

/** Signs that stand for words of several characters: they keep themselves, and are spellings of single terms. */
export const SIGNS_FOR_WORDS: ReadonlySet<string> = new Set('🔗🧧📱📲🛰✈🛩☎📞🐧🍎🔝');

/** Signs and what they read as. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ...readings(LOOK_ALIKES),
  ...readings(WORDS),
  ...ENCLOSED.flatMap(([first, row]) =>
    row.split(' ').map((reading, i) => [String.fromCodePoint(first + i), reading] as const),
  ),
]);

export function* readings(rows: Readings): Generator<readonly [sign: string, reading: string]> {
  for (const [reading, signs] of Object.entries(rows)) for (const sign of signs) yield [sign, reading];
}
