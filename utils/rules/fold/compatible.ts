/**
 * The compatibility form of one character in lower case and without accents: Ａ a, é e, ㎏ kg. Brackets and stops that
 * are part of the form are left out: ⑴ ⒈ 🄁 1, ㈱ 株.
 */
export function compatible(character: string): string {
  const form = character.toLowerCase().normalize('NFKC').toLowerCase();
  const bare = /^\((.{1,2})\)$/u.exec(form)?.[1] ?? /^(\d{1,2})[.,]$/.exec(form)?.[1] ?? form;
  const base = bare.normalize('NFD');
  return ACCENTED.test(base) ? base.replace(/\p{Mn}/gu, '') : bare;
}

/** Accents are part of the letter in other scripts (が is not か). */
const ACCENTED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{Mn}+$/u;
