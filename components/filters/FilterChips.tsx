import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Chip } from './chips';

export interface FilterChipsProps {
  chips: readonly Chip[];
  onRemove: (chip: Chip) => void;
  /** The last one was removed, and the focus with it. */
  onGone: () => void;
}

/** The filters in force; when one is removed the focus goes to its neighbour. */
export function FilterChips({ chips, onRemove, onGone }: FilterChipsProps) {
  const list = useRef<HTMLUListElement>(null);
  const removed = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const at = removed.current;
    if (at === undefined) return;
    removed.current = undefined;
    const buttons = list.current?.querySelectorAll('button') ?? [];
    const next = buttons[Math.min(at, buttons.length - 1)];
    if (next) next.focus();
    else onGone();
  }, [chips.length]);
  if (chips.length === 0) return null;
  return (
    <ul ref={list} class="filter-chips" aria-label={t('filterChips')}>
      {chips.map((chip, at) => (
        <li key={chip.key}>
          <button
            type="button"
            class="filter-chip"
            aria-label={t('filterRemove', chip.text)}
            onClick={() => {
              removed.current = at;
              onRemove(chip);
            }}
          >
            <span class="filter-chip-text">{chip.text}</span>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
