import { useRef } from 'preact/hooks';
import { t } from '../utils/i18n';
import { isField } from '../utils/keys/typing';
import { toggled } from './CardCategories';
import { cardKeyOf } from './card-keys';
import type { CardWork } from './use-card';

export interface CardKeyOptions {
  canDismiss: boolean;
  /** A category's name, to say which one a number stood for. */
  nameOf: (category: string) => string;
  onClose: () => void;
}

/** The keys of a card while the focus is in it, and the parts of it that keys lead to. */
export function useCardKeys(card: CardWork, { canDismiss, nameOf, onClose }: CardKeyOptions) {
  const note = useRef<HTMLTextAreaElement>(null);
  const kept = useRef<HTMLElement>(null);
  const { step } = card.state;
  const canDecide = step === 'open' || step === 'undone';

  const chooseNth = (number: number) => {
    const category = card.listed[number - 1];
    if (!category) return;
    const categories = toggled(card.edits.categories, category);
    const word = categories.includes(category) ? 'stateCategoryChosen' : 'stateCategoryDropped';
    card.say(t(word, nameOf(category)));
    void card.setCategories(categories);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Browsers press a button again as long as Enter is held: after Report the focus is on Undo, and back again.
    if (event.repeat && event.key === 'Enter' && !isInField(event)) event.preventDefault();
    const key = cardKeyOf(event, isInField(event));
    if (!key) return;
    event.preventDefault();
    switch (key) {
      case 'Escape':
        return onClose();
      case 'r':
        return canDecide || step === 'failed' ? void card.report() : undefined;
      case 'd':
        return canDecide && canDismiss ? void card.dismiss() : undefined;
      case 'u':
        return canUndo(card) ? void card.undo() : undefined;
      case 'n':
        return note.current?.focus();
      case 'c':
        return toggle(kept.current);
      default:
        return chooseNth(Number(key));
    }
  };
  return { onKeyDown, note, kept };
}

function canUndo({ state }: CardWork): boolean {
  return state.step === 'dismissed' || (state.step === 'saved' && state.secondsLeft > 0);
}

function toggle(summary: HTMLElement | null): void {
  const details = summary?.closest('details');
  if (!details) return;
  details.open = !details.open;
  summary?.focus();
}

function isInField({ target }: KeyboardEvent): boolean {
  return target instanceof Element && isField(target);
}
