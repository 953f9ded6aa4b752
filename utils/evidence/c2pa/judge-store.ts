import { type MediaEvidence, STRENGTHS } from '../../model/media-check';
import { activeLabel, type Manifest, manifestOf } from './manifest';
import type { ManifestStore } from './reader';
import {
  CAPTURED,
  CREATED,
  CREATED_BY_AI,
  CREATED_PARTLY_BY_AI,
  DISCLOSURES,
  EDITED_BY_AI,
  GENERATED_ASSERTIONS,
  GENERATORS,
  NOT_EDITING,
} from './source-types';
import { type Validation, Validations } from './validation';

/** Whether the record belongs to the bytes of the file: hashes of the content. */
export type Binding = 'checked' | 'unchecked' | 'broken';

/** What a signed record comes to. */
export interface SignedStatement {
  evidence: MediaEvidence[];
  /** Who signed that a camera took it; only of a trusted signer, and not where the record says AI as well. */
  capturedBy?: string;
  signer?: string;
  trust: 'trusted' | 'untrusted';
  binding: Binding;
  /** The record was changed after it was signed, or belongs to another content: it states nothing. */
  isVoid: boolean;
}

/** From which bytes the store was read. */
export type ReadFrom =
  | 'whole'
  /** The record alone: content hashes cannot match. */
  | 'record'
  /** The record without its thumbnails. */
  | 'part-of-record';

const CONTENT_FAILED = /^assertion\.(?:data|bmff|boxes|collection|multiAsset)Hash\.mismatch$/;
const CONTENT_HELD = /^assertion\.(?:data|bmff|boxes|collection|multiAsset)Hash\.match$/;
/** The words are not those that were signed, or nobody signed them. */
const CHANGED =
  /^(?:claim\.|claimSignature\.(?:missing|mismatch)|assertion\.(?:hashedURI\.mismatch|missing|inaccessible)|manifest\.|algorithm\.|general\.|unknown)/;
/** Of a record that another one was made from: it is not the one that was vouched for. */
const EXCHANGED = /^ingredient\.\w+\.(?:missing|mismatch)$/;
const UNTRUSTED = /^signingCredential\.(?!expired$)/;
const MOST_RECORDS = 64;

interface Finding {
  kind: MediaEvidence['kind'];
  producer?: string;
  /** Says that AI took part by a name, not by a source type. */
  isWeak?: boolean;
}

interface Link {
  manifest: Manifest;
  isTrusted: boolean;
  /** Nothing at all was amiss, up to here. */
  isClean: boolean;
}

/** What a manifest store says of making. Whatever it holds, it never throws. */
export function judgeStore(store: ManifestStore, from: ReadFrom): SignedStatement {
  const active = activeLabel(store);
  const manifest = active === undefined ? undefined : manifestOf(store, active);
  if (active === undefined || !manifest) {
    return { evidence: [], trust: 'untrusted', binding: 'unchecked', isVoid: true };
  }
  const validations = new Validations(store, active, from === 'part-of-record');
  const binding = bindingOf(validations, from);
  const isTrusted = isActiveTrusted(validations.of(active));
  const result: SignedStatement = {
    evidence: [],
    ...(manifest.signer && { signer: manifest.signer }),
    trust: isTrusted ? 'trusted' : 'untrusted',
    binding,
    isVoid: binding === 'broken' || !isSigned(validations.of(active)),
  };
  if (result.isVoid) return result;
  const links = chainOf(store, manifest, validations, isTrusted);
  result.evidence = strongest(links.flatMap((link) => evidenceOf(link, binding)));
  const camera = links.find((link) => link.isTrusted && link.isClean && isCapture(link.manifest));
  if (camera?.manifest.signer && result.evidence.length === 0) result.capturedBy = camera.manifest.signer;
  return result;
}

function bindingOf(validations: Validations, from: ReadFrom): Binding {
  if (from !== 'whole') return 'unchecked';
  if (validations.some('failure', CONTENT_FAILED)) return 'broken';
  return validations.some('success', CONTENT_HELD) ? 'checked' : 'unchecked';
}

function isSigned({ success, failure }: Validation): boolean {
  return success.includes('claimSignature.validated') && !failure.some((code) => CHANGED.test(code));
}

function isActiveTrusted(validation: Validation): boolean {
  return validation.success.includes('signingCredential.trusted') && !isDistrusted(validation);
}

function isDistrusted({ failure }: Validation): boolean {
  return failure.some((code) => UNTRUSTED.test(code));
}

function isClean({ failure }: Validation): boolean {
  return failure.every((code) => CONTENT_FAILED.test(code));
}

/**
 * The active record and what it was made from as a whole, each once. A record is as trustworthy as those that vouch for
 * it: its hash stands in the next one.
 */
function chainOf(
  store: ManifestStore,
  active: Manifest,
  validations: Validations,
  isTrusted: boolean,
): Link[] {
  const links: Link[] = [{ manifest: active, isTrusted, isClean: isClean(validations.of(active.label)) }];
  const seen = new Set([active.label]);
  for (let at = 0; at < links.length && links.length < MOST_RECORDS; at++) {
    const child = links[at]!;
    for (const { label } of child.manifest.parents) {
      const manifest = label !== undefined && !seen.has(label) ? manifestOf(store, label) : undefined;
      if (!manifest) continue;
      seen.add(manifest.label);
      const validation = validations.of(manifest.label);
      if (validation.failure.some((code) => CHANGED.test(code) || EXCHANGED.test(code))) continue;
      links.push({
        manifest,
        isTrusted: child.isTrusted && !isDistrusted(validation),
        isClean: child.isClean && isClean(validation),
      });
    }
  }
  return links;
}

function evidenceOf(link: Link, binding: Binding): MediaEvidence[] {
  const { signer, generator } = link.manifest;
  return findingsOf(link.manifest).map(({ kind, producer = generator, isWeak }) => {
    const isFull = binding === 'checked' && link.isClean && !isWeak;
    return {
      mechanism: 'c2pa',
      strength: link.isTrusted ? (isFull ? 'A1' : 'A2') : 'B3',
      kind,
      ...(producer && { producer }),
      ...(signer && { signer }),
      place: 'jumbf',
    };
  });
}

function findingsOf({ actions, assertions, parents, generator, generatorLine }: Manifest): Finding[] {
  const found: Finding[] = [];
  for (const { name, sourceType = '', agent, description } of actions) {
    const producer = agent && { producer: agent };
    const isCreated = name === CREATED;
    if (isCreated && CREATED_BY_AI.includes(sourceType)) found.push({ kind: 'ai', ...producer });
    else if (isCreated && CREATED_PARTLY_BY_AI.includes(sourceType)) {
      found.push({ kind: 'ai-edited', ...producer });
    } else if (
      isCreated &&
      sourceType === '' &&
      [agent, description, generator, generatorLine].some(isGenerator)
    ) {
      found.push({ kind: 'ai', ...producer, isWeak: true });
    } else if (isEditing(name) && EDITED_BY_AI.includes(sourceType)) {
      found.push({ kind: 'ai-edited', ...producer });
    }
  }
  if (assertions.some((label) => GENERATED_ASSERTIONS.includes(label))) found.push({ kind: 'ai' });
  if (assertions.some((label) => DISCLOSURES.includes(label))) {
    found.push({ kind: 'ai-edited', isWeak: true });
  }
  // An opened file without a record of its own, of which the one who opened it states the source.
  if (parents.some(({ sourceType = '' }) => CREATED_BY_AI.includes(sourceType))) found.push({ kind: 'ai' });
  return found;
}

function isEditing(name: string): boolean {
  return name !== '' && name !== CREATED && !NOT_EDITING.includes(name);
}

function isGenerator(name: string | undefined = ''): boolean {
  return GENERATORS.some((pattern) => pattern.test(name));
}

function isCapture({ actions }: Manifest): boolean {
  return actions.some(({ name, sourceType = '' }) => name === CREATED && CAPTURED.includes(sourceType));
}

/** The strongest of each kind; that something was edited adds nothing to an equally strong word that it was made. */
function strongest(found: readonly MediaEvidence[]): MediaEvidence[] {
  const rank = ({ strength, kind }: MediaEvidence) =>
    STRENGTHS.indexOf(strength) * 2 + (kind === 'ai' ? 0 : 1);
  const sorted = [...found].sort((one, other) => rank(one) - rank(other));
  const kept: MediaEvidence[] = [];
  for (const each of sorted) {
    if (!kept.some(({ kind }) => kind === each.kind || kind === 'ai')) kept.push(each);
  }
  return kept;
}
