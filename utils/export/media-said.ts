import { claimOf } from '../evidence/media/ladder';
import { type MediaCheck, type MediaEvidence, STRENGTHS } from '../model/media-check';
import { maskInPlace, maskNumbers } from './mask';

/** What files say of their making, the strongest first. One that contradicts itself says nothing. */
export function saidByFiles(checks: readonly MediaCheck[]): MediaEvidence[] {
  return checks
    .filter(({ verdict, capturedBy }) => verdict !== 'none' || capturedBy === undefined)
    .flatMap(({ evidence }) => evidence)
    .sort((a, b) => STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength));
}

/** The claim in Chinese, as forms and tables are. */
export function claimWords(evidence: MediaEvidence): string {
  return claimOf(evidence).zh_CN;
}

/**
 * A check whose names hold no private number. Whoever makes a file can write anything where the producer stands, so
 * these are masked as all texts of others are; the codes of GB 45438 begin with zeros, as no phone or card does.
 */
export function maskCheck(check: MediaCheck): MediaCheck {
  return withNames(check, maskInPlace);
}

/** The same for tables. */
export function maskCheckShort(check: MediaCheck): MediaCheck {
  return withNames(check, maskNumbers);
}

function withNames(check: MediaCheck, mask: (text: string) => string): MediaCheck {
  const { capturedBy, evidence } = check;
  return {
    ...check,
    evidence: evidence.map(({ producer, signer, ...rest }) => ({
      ...rest,
      ...(producer !== undefined && { producer: mask(producer) }),
      ...(signer !== undefined && { signer: mask(signer) }),
    })),
    ...(capturedBy !== undefined && { capturedBy: mask(capturedBy) }),
  };
}
