import { isAt } from '../bytes';
import { defineContainer } from '../define-container';
import { readRiff } from '../riff';

/** Film in AVI: LIST/INFO, and chunks for AIGC, XMP, C2PA. */
export const container = defineContainer({
  id: 'avi',
  recognises: (head) => isAt(head, 'RIFF') && isAt(head, 'AVI ', 8),
  read: readRiff,
});
