/**
 * What signed records say of making, as the C2PA conformance task force reads it: repository
 * c2pa-org/conformance-public, folder asset-rubrics, version 1.0 of 2026-08-06. `algorithmicMedia` is no trained model,
 * and `composite` and `digitalArt` only may hold something generated: they are on no list.
 */

/** Both vocabularies of source types; a type is the whole of what follows. */
const VOCABULARY = /^https?:\/\/(?:cv\.iptc\.org\/newscodes|c2pa\.org)\/digitalsourcetype\/(\w{1,64})$/;

/** Of an action that created the work. */
export const CREATED_BY_AI: readonly string[] = ['trainedAlgorithmicMedia'];
export const CREATED_PARTLY_BY_AI: readonly string[] = ['compositeWithTrainedAlgorithmicMedia'];
export const CAPTURED: readonly string[] = ['digitalCapture', 'computationalCapture'];

/** Of an action that changed what is seen or heard. */
export const EDITED_BY_AI: readonly string[] = [
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'compositeSynthetic',
  'trainedAlgorithmicData',
];

export const CREATED = 'c2pa.created';

/** Actions that change nothing that is seen or heard: opening, converting, marking. */
export const NOT_EDITING: readonly string[] = [
  'c2pa.opened',
  'c2pa.converted',
  'c2pa.published',
  'c2pa.repackaged',
  'c2pa.transcoded',
  'c2pa.resized.proportional',
  'c2pa.enhanced',
  'c2pa.edited.metadata',
  'c2pa.watermarked',
  'c2pa.watermarked.bound',
  'c2pa.watermarked.unbound',
  'c2pa.redacted',
];

/** Assertions that say by their presence that a model made the content (FLUX). */
export const GENERATED_ASSERTIONS: readonly string[] = ['c2pa.ai_generated_content'];
/** Assertions that say that a model took part, and not how much (C2PA 2.4). */
export const DISCLOSURES: readonly string[] = ['c2pa.ai-disclosure'];

/**
 * Programs that only generate, and whose records of 2024 name them without a source type. Weaker than one: a name says
 * what was used, not what it did.
 */
export const GENERATORS: readonly RegExp[] = [
  /\bimage creator from (?:microsoft )?designer\b/i,
  /\bbing image creator\b/i,
];

/** `trainedAlgorithmicMedia` of an address in one of the vocabularies; anything else is no type. */
export function sourceTypeOf(address: string): string | undefined {
  return VOCABULARY.exec(address)?.[1];
}
