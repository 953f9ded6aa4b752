/**
 * The 27 characters that name a provider: `00`, kind of subject, kind of binding (1: by credit code), unified social
 * credit code, kind of service (1 generates, 2 propagates), model or app (facts: ai-labels.md section 1.4).
 */
const CODE = /^00\d1([0-9A-HJ-NP-RTUWXY]{18})[12][0-9A-Z]{4}$/;

/** Longest name of a producer that is kept, in characters. */
const MAX_NAME = 100;

/** The credit code in a provider's code; any other name as it stands, on one line and cut. */
export function producerName(written: string): string | undefined {
  const name = written
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME)
    // Half a character, from the cut or as it was written.
    .replace(/\p{Cs}/gu, '')
    .trim();
  return CODE.exec(name)?.[1] ?? (name || undefined);
}
