import { t } from '../../utils/i18n';
import { counts, type MediaCheck } from '../../utils/model/media-check';
import { claimWords } from './claims';

const MOST = 3;

/** What a finding rests on that has no words in the text: what the files themselves say. */
export function MatchedFiles({ checks }: { checks: readonly MediaCheck[] }) {
  const claims = claimsOf(checks);
  if (claims.length === 0) return null;
  return (
    <div class="matched">
      <span class="term">{t('mediaTitle')}</span>
      <ul>
        {claims.slice(0, MOST).map((claim) => (
          <li key={claim}>{claim}</li>
        ))}
      </ul>
    </div>
  );
}

/** All that files say and that counts, each once. */
export function claimsOf(checks: readonly MediaCheck[]): string[] {
  const evidence = checks
    .filter(({ verdict }) => verdict.startsWith('ai'))
    .flatMap((check) => check.evidence);
  return [...new Set(evidence.filter(counts).map(claimWords))];
}
