import type { PieceName } from '../../utils/handover/pieces';
import type { FieldCut } from '../../utils/handover/prefill';
import { formatNumber, type MessageKey, t } from '../../utils/i18n';

const PIECE: Record<PieceName, MessageKey> = {
  place: 'handoverPiecePlace',
  read: 'handoverPieceRead',
  words: 'handoverPieceWords',
  labels: 'handoverPieceLabels',
  files: 'mediaKeptPiece',
  category: 'handoverPieceCategory',
  copies: 'handoverPieceCopies',
  answers: 'handoverPieceAnswers',
  note: 'handoverPieceNote',
  closing: 'handoverPieceClosing',
};

/** What was left out of one field, in words. */
export function cutWords(cut: FieldCut): string {
  if (cut.what === 'addresses') return t('handoverCutAddresses', formatNumber(cut.addresses.length));
  const characters = formatNumber(cut.characters);
  return cut.what === 'text'
    ? t('handoverCutText', characters)
    : t('handoverCutPiece', t(PIECE[cut.what]), characters);
}
