import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { ConflictField } from '@/utils/exchange/import-choices';
import { formatTime, t } from '@/utils/i18n';
import type { ComparedField } from '@/utils/merge/plan';
import { shortened, textDifference } from './import-text-difference';
import { valueText } from './import-values';
import { fieldWord, reviewerWord } from './import-words';

export interface ImportFieldProps {
  difference: ConflictField;
  categoryName: (id: string) => string;
  onTake: (take: boolean) => void;
}

/** Of these the parts that differ are marked; other values are short. */
const TEXTS: ReadonlySet<ComparedField> = new Set(['note', 'title', 'text']);

/** One field that is said differently: what stands here, what others say, and which is to stand. */
export function ImportField({ difference, categoryName, onTake }: ImportFieldProps) {
  const { field, here, theirs, takeable, taken } = difference;
  const name = useId();
  const ours = valueText(field, here, categoryName);
  const choice = (take: boolean, words: string) => (
    <label class="import-side-name">
      <input type="radio" name={name} checked={taken === take} onChange={() => onTake(take)} />
      {words}
    </label>
  );
  const [first] = theirs;
  const told = first && valueText(field, first.value, categoryName);
  const marked = TEXTS.has(field) && told !== undefined ? shortened(textDifference(ours, told)) : undefined;
  return (
    <fieldset class="import-field">
      <legend>{fieldWord(field)}</legend>
      <div class="import-sides">
        <Side head={takeable ? choice(false, t('importKeepHere')) : t('importHere')}>
          {marked ? <Marked start={marked.start} middle={marked.here} end={marked.end} /> : ours}
        </Side>
        {theirs.map(({ reviewer, value, at }) => {
          const who = reviewerWord(reviewer);
          const isChoice = takeable?.id === reviewer.id;
          const text = valueText(field, value, categoryName);
          return (
            <Side
              key={reviewer.id}
              head={
                isChoice
                  ? choice(true, t('importTakeFrom', who, formatTime(at)))
                  : t('importSaidBy', who, formatTime(at))
              }
            >
              {marked && value === first?.value ? (
                <Marked start={marked.start} middle={marked.theirs} end={marked.end} />
              ) : (
                text
              )}
            </Side>
          );
        })}
      </div>
      {!takeable && <p class="exchange-hint">{t('importBothStand')}</p>}
    </fieldset>
  );
}

function Side({ head, children }: { head: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="import-side">
      <div class="import-side-head">{head}</div>
      <p class="import-value">{children}</p>
    </div>
  );
}

function Marked({ start, middle, end }: { start: string; middle: string; end: string }) {
  return (
    <>
      {start}
      {middle && <mark class="import-mark">{middle}</mark>}
      {end}
    </>
  );
}
