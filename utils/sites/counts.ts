const FACTORS: Record<string, number> = {
  万: 1e4,
  w: 1e4,
  亿: 1e8,
  k: 1e3,
  m: 1e6,
  b: 1e9,
};

/** `1.2万`, `3,456`, `10w+`, `赞同 108` as a number; `undefined` when no digit stands there. */
export function parseCount(shown: unknown): number | undefined {
  if (typeof shown === 'number') return Number.isFinite(shown) && shown >= 0 ? Math.round(shown) : undefined;
  if (typeof shown !== 'string') return undefined;
  const found = /(\d[\d,]*(?:\.\d+)?)\s*(万|亿|[wkmb](?![a-z]))?/i.exec(shown);
  if (!found?.[1]) return undefined;
  const factor = FACTORS[found[2]?.toLowerCase() ?? ''] ?? 1;
  return Math.round(Number(found[1].replaceAll(',', '')) * factor);
}
