import { producerName } from '../media/producer';
import { listOf, objectOf, ownOf, stringOf } from './loose';
import type { ManifestStore } from './reader';
import { sourceTypeOf } from './source-types';

/** One thing that was done to a work, as the record names it. */
export interface Action {
  name: string;
  /** Last part of a source type of a known vocabulary. */
  sourceType?: string;
  /** Program that did it. */
  agent?: string;
  /** In words, by whoever wrote the record. */
  description?: string;
}

/** What is looked at of one signed record. */
export interface Manifest {
  label: string;
  signer?: string;
  /** Program that wrote the record. */
  generator?: string;
  /** The same with the versions of all that took part. */
  generatorLine?: string;
  actions: Action[];
  /** Labels of all assertions, without the number of a repeated one. */
  assertions: string[];
  /** What the work was made from as a whole. */
  parents: { label?: string; sourceType?: string }[];
}

/** More in one record is no work of anybody. */
const MOST = 512;

export function activeLabel(store: ManifestStore): string | undefined {
  return stringOf(store.active_manifest);
}

export function manifestOf(store: ManifestStore, label: string): Manifest | undefined {
  const found = ownOf(objectOf(store.manifests), label);
  if (found === undefined) return undefined;
  const manifest = objectOf(found);
  const assertions = listOf(manifest.assertions, MOST).map(objectOf);
  const signature = objectOf(manifest.signature_info);
  const signer = nameOf(signature.issuer) ?? nameOf(signature.common_name);
  const generator = generatorOf(manifest);
  const generatorLine = nameOf(manifest.claim_generator);
  return {
    label,
    ...(signer && { signer }),
    ...(generator && { generator }),
    ...(generatorLine && { generatorLine }),
    actions: assertions.filter((each) => /^c2pa\.actions(?:\.v\d)?$/.test(labelOf(each))).flatMap(actionsOf),
    assertions: assertions.map(labelOf),
    parents: listOf(manifest.ingredients, MOST)
      .map(objectOf)
      .filter(({ relationship }) => relationship === 'parentOf')
      .map(parentOf),
  };
}

function labelOf(assertion: Record<string, unknown>): string {
  return (stringOf(assertion.label) ?? '').replace(/__\d+$/, '');
}

function actionsOf(assertion: Record<string, unknown>): Action[] {
  return listOf(objectOf(assertion.data).actions, MOST)
    .map(objectOf)
    .map((action) => {
      const sourceType = sourceTypeOf(stringOf(action.digitalSourceType) ?? '');
      const description = nameOf(action.description);
      const agent = nameOf(action.softwareAgent) ?? nameOf(objectOf(action.softwareAgent).name);
      return {
        name: stringOf(action.action) ?? '',
        ...(sourceType && { sourceType }),
        ...(agent && { agent }),
        ...(description && { description }),
      };
    });
}

function parentOf(ingredient: Record<string, unknown>): Manifest['parents'][number] {
  const label = stringOf(ingredient.active_manifest);
  const sourceType = sourceTypeOf(stringOf(ingredient.digitalSourceType) ?? '');
  return { ...(label && { label }), ...(sourceType && { sourceType }) };
}

/** The name alone: what follows are versions of libraries. */
function generatorOf(manifest: Record<string, unknown>): string | undefined {
  const [info] = listOf(manifest.claim_generator_info, 1).map(objectOf);
  return nameOf(info?.name) ?? nameOf(stringOf(manifest.claim_generator)?.slice(0, 1000).split(/[/ ]/)[0]);
}

function nameOf(value: unknown): string | undefined {
  const written = stringOf(value);
  return written && producerName(written.slice(0, 1000));
}
