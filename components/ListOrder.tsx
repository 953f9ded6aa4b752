import { type MessageKey, t } from '../utils/i18n';

export type Order = 'category' | 'page';

const WORDS: readonly (readonly [Order, MessageKey])[] = [
  ['category', 'listOrderCategory'],
  ['page', 'listOrderPage'],
];

/** In which order found posts are listed. */
export function ListOrder({ order, onOrder }: { order: Order; onOrder: (order: Order) => void }) {
  return (
    <fieldset class="list-order">
      <legend class="visually-hidden">{t('listOrder')}</legend>
      {WORDS.map(([value, word]) => (
        <label key={value}>
          <input type="radio" name="list-order" checked={order === value} onChange={() => onOrder(value)} />
          <span>{t(word)}</span>
        </label>
      ))}
    </fieldset>
  );
}
