import { t } from '../../utils/i18n';
import type { MediaEvidence, Strength } from '../../utils/model/media-check';
import { claimWords } from './claims';
import { mechanismName, placeName, stepOf, stepWord } from './media-words';

/** What a file says of its making, the strongest first: the claim, how much stands behind it, and where it stands. */
export function EvidenceList({ evidence }: { evidence: readonly MediaEvidence[] }) {
  return (
    <ul class="claims">
      {evidence.map((each, i) => {
        const claim = claimWords(each);
        return (
          <li key={i}>
            <p>{claim}</p>
            <p class="source">
              <StrengthMark strength={each.strength} /> {sourceOf(each, claim).join(' · ')}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** The step of the ladder with what it means; the shape of its edge says the same as its word. */
function StrengthMark({ strength }: { strength: Strength }) {
  return (
    <span class={`strength strength-${stepOf(strength)}`}>
      <b>{strength}</b> {stepWord(strength)}
    </span>
  );
}

/** Names that the claim has not said already. */
function sourceOf({ mechanism, place, producer, signer }: MediaEvidence, claim: string): string[] {
  const said = (name: string | undefined) => name === undefined || claim.includes(name);
  return [
    mechanismName(mechanism),
    placeName(place),
    said(producer) ? '' : t('mediaProducer', producer!),
    said(signer) ? '' : t('mediaSigner', signer!),
  ].filter(Boolean);
}
