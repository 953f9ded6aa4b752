import { isAt } from '../bytes';
import { defineContainer } from '../define-container';
import { readRiff } from '../riff';

/** Sound in WAV, also of more than 4 GiB (RF64): chunks for AIGC, ID3, XMP and C2PA, and LIST/INFO. */
export const container = defineContainer({
  id: 'wav',
  recognises: (head) => (isAt(head, 'RIFF') || isAt(head, 'RF64')) && isAt(head, 'WAVE', 8),
  read: readRiff,
});
