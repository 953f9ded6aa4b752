const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

/** What a JavaScript string literal stands for. */
export function unescapeString(raw: string): string {
  return raw.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|\r?\n|([\s\S]))/gi,
    (_, hex: string | undefined, unicode: string | undefined, single: string | undefined) => {
      const code = hex ?? unicode;
      if (code) return String.fromCharCode(Number.parseInt(code, 16));
      return single === undefined ? '' : (ESCAPES[single] ?? single);
    },
  );
}
