import { type MessageKey, t } from '../utils/i18n';
import type { KeyAction } from '../utils/keys/binding';
import type { Refusal } from '../utils/keys/keys';

const ACTION: Record<KeyAction, MessageKey> = {
  next: 'counterNext',
  previous: 'counterPrevious',
  open: 'keyOpen',
  report: 'keyReport',
  dismiss: 'actionDismiss',
  help: 'keyHelp',
};

export const keyActionWord = (action: KeyAction) => t(ACTION[action]);

/** @param key the refused key, as a person reads it */
export function refusalWords(refusal: Refusal, key: string): string {
  switch (refusal.why) {
    case 'browser':
      return t('keyRefusedBrowser', key);
    case 'command':
      return t('keyRefusedCommand', key);
    case 'taken':
      return t('keyRefusedTaken', key, keyActionWord(refusal.by));
  }
}
