/** Full-width digits, letters and marks become their ASCII forms; every character keeps its place and length. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (c) =>
    c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

/** Mobile numbers, landline numbers with their area code, and identity card numbers of 18 digits. */
const PRIVATE_NUMBERS =
  /(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-\d{7,8}|[1-9]\d{5}[ -]?(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dxX])(?!\d)/g;

/** Replaces private numbers by `***`: they do not leave the machine, whoever wrote them into a post. */
export function maskNumbers(text: string): string {
  let masked = '';
  let copied = 0;
  for (const { index, 0: found } of narrow(text).matchAll(PRIVATE_NUMBERS)) {
    masked += `${text.slice(copied, index)}***`;
    copied = index + found.length;
  }
  return masked + text.slice(copied);
}

/** At most `limit` characters, never half of one; `…` says that something was left out. */
export function excerpt(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
