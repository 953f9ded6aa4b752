import type { MediaEvidence } from '../../../model/media-check';
import type { Statement } from '../carrier';
import { defineMechanism } from '../evidence';
import { type AigcRecord, readRecord, wrappedRecords } from '../label-text';
import { producerName } from '../producer';
import { isPaper, plainName, statementsOf } from '../statements';

/** Labels of one file that are told. */
const MAX_LABELS = 4;

/**
 * The label that the Chinese standard asks for: one JSON object under a name that holds AIGC, with the forms that
 * generators write in its place (facts: ai-labels.md section 1.4).
 */
export const mechanism = defineMechanism({
  id: 'gb45438',
  judge: (carriers) => {
    const found: MediaEvidence[] = [];
    for (const statement of statementsOf(carriers)) {
      for (const record of recordsOf(statement)) {
        const strength = strengthOf(record);
        if (!strength) continue;
        const producer = producerName(record.producer ?? record.propagator ?? '');
        const { place } = statement;
        found.push({ mechanism: 'gb45438', strength, kind: 'ai', ...(producer && { producer }), place });
        if (found.length === MAX_LABELS) return found;
      }
    }
    return found;
  },
});

function recordsOf(statement: Statement): AigcRecord[] {
  const { key, place } = statement;
  const value = unquoted(statement.value);
  const isNamed = plainName(key).includes('aigc');
  // In a paper a title or subject may quote a label; in media any free field may be where one was put.
  if (!isNamed && isPaper(statement)) return [];
  const wrapped = wrappedRecords(value);
  if (wrapped.length > 0) return wrapped;
  const isBare = value.startsWith('{') || (isNamed && place === 'front-matter');
  const record = isBare ? readRecord(value) : undefined;
  return record && (isNamed || isUnmistakable(record)) ? [record] : [];
}

/** A JSON text that was written as a JSON string loses one layer of quotes. */
function unquoted(value: string): string {
  const text = value.trim();
  if (!text.startsWith('"{')) return text;
  try {
    const inner: unknown = JSON.parse(text);
    return typeof inner === 'string' ? inner : text;
  } catch {
    // Not a JSON string after all: it is read as it stands.
    return text;
  }
}

/** Without its name, a record needs the label with who produced it, or both fields of the other schema. */
function isUnmistakable({ fields }: AigcRecord): boolean {
  return (
    (fields.has('label') &&
      ['contentproducer', 'produceid', 'contentpropagator'].some((each) => fields.has(each))) ||
    (fields.has('serviceprovider') && fields.has('serviceuser'))
  );
}

/**
 * 1 is generated, 2 may be, 3 is suspected to be. Some write AIGC for 1; a label that denies is none; any other, or
 * none beside a producer, leaves open how sure it is.
 */
function strengthOf({ label, producer, propagator }: AigcRecord): 'B1' | 'B3' | undefined {
  if (label === '1' || /^aigc$/i.test(label ?? '')) return 'B1';
  if (label === '2' || label === '3') return 'B3';
  if (/^(?:0|no|none|false|human)$/i.test(label ?? '')) return undefined;
  return producer || propagator ? 'B3' : undefined;
}
