import { type MediaEvidence, type MediaVerdict, STRENGTHS } from '../../model/media-check';
import type { Carrier } from './carrier';
import type { Mechanism } from './evidence';

const modules = import.meta.glob<{ mechanism: Mechanism }>('./mechanisms/*.ts', { eager: true });

/** All mechanisms, found by file: to add one is to add `mechanisms/<id>.ts` that exports `mechanism`. */
export const mechanisms: readonly Mechanism[] = Object.values(modules)
  .map(({ mechanism }) => mechanism)
  .sort((a, b) => a.id.localeCompare(b.id));

/** Characters of all values together that are judged; a file that carries more says nothing more by it. */
const MAX_CHARACTERS = 256 * 1024;
const MAX_STATEMENTS = 2000;

/** All that the carriers of one file say of its making, the strongest first, each thing once. */
export function judge(carriers: readonly Carrier[]): MediaEvidence[] {
  const bounded = affordable(carriers);
  const found = new Map<string, MediaEvidence>();
  for (const mechanism of mechanisms) {
    for (const evidence of mechanism.judge(bounded)) {
      const { strength, kind, producer = '' } = evidence;
      const name = [evidence.mechanism, strength, kind, producer].join('\n');
      if (!found.has(name)) found.set(name, evidence);
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength) || a.mechanism.localeCompare(b.mechanism),
  );
}

/** Weak hints (C) make no verdict; without evidence there is none either. */
export function verdictOf(evidence: readonly MediaEvidence[]): Exclude<MediaVerdict, 'unreadable'> {
  const kinds = new Set(evidence.filter(({ strength }) => !strength.startsWith('C')).map(({ kind }) => kind));
  if (kinds.has('ai')) return 'ai';
  return kinds.has('ai-edited') ? 'ai-edited' : 'none';
}

function affordable(carriers: readonly Carrier[]): Carrier[] {
  let left = MAX_CHARACTERS;
  let statements = 0;
  return carriers.filter((carrier) => {
    if (carrier.type !== 'statement') return true;
    if (statements >= MAX_STATEMENTS || carrier.value.length > left) return false;
    statements++;
    left -= carrier.value.length;
    return true;
  });
}
