import type { PostEvidence } from '../../utils/model/media-check';
import { evidenceWord } from './verdict-words';

/** That the files of a post say something of AI, in a row of a list. */
export function EvidenceSign({ evidence }: { evidence: PostEvidence }) {
  return (
    <span class="evidence-sign">
      {evidenceWord(evidence)} <b>{evidence.strength}</b>
    </span>
  );
}
