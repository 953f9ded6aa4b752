import { useId, useRef } from 'preact/hooks';
import { countCharacters } from '../../utils/handover/count';
import type { FilledField } from '../../utils/handover/prefill';
import { formatNumber, localized, t } from '../../utils/i18n';
import { CopyButton } from './CopyButton';
import { cutWords } from './cut-words';

export interface HandoverFieldProps {
  filled: FilledField;
  /** What a person has typed in its place. */
  typed: string | undefined;
  /** `undefined` goes back to what was filled in. */
  onType: (text: string | undefined) => void;
  /** Something is still to be looked at: nothing is copied before. */
  waits: boolean;
}

/** One field of a form with its text, which can be changed, counted and copied. */
export function HandoverField(props: HandoverFieldProps) {
  const { field } = props.filled;
  switch (field.kind) {
    case 'self':
      return (
        <FieldFrame {...props}>
          <p class="muted small">{t('handoverSelf')}</p>
        </FieldFrame>
      );
    case 'choice':
      return <ChoiceField {...props} options={field.options} isReason={field.of === 'reason'} />;
    case 'attachments':
      return null;
    default:
      return <TextField {...props} rows={field.kind === 'address-list' || isLong(props) ? 6 : 1} />;
  }
}

function isLong({ filled }: HandoverFieldProps): boolean {
  return filled.limit !== undefined && filled.limit > 100;
}

function FieldFrame({
  filled: { field },
  children,
}: HandoverFieldProps & { children: preact.ComponentChildren }) {
  return (
    <div class="handover-field">
      <p class="handover-label">
        {localized(field.label)}
        {field.required && <Required />}
      </p>
      {children}
    </div>
  );
}

function Required() {
  return <span class="muted small"> · {t('handoverRequired')}</span>;
}

function TextField({ filled, typed, onType, waits, rows }: HandoverFieldProps & { rows: number }) {
  const { field, value, limit, cut } = filled;
  const text = typed ?? value;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const over = limit === undefined ? 0 : countCharacters(text) - limit;
  const name = localized(field.label);
  return (
    <div class="handover-field">
      <label class="handover-label" for={id}>
        {name}
        {field.required && <Required />}
      </label>
      <textarea
        id={id}
        ref={area}
        rows={rows}
        lang="zh-CN"
        value={text}
        aria-describedby={`${id}-count ${id}-cut`}
        aria-invalid={over > 0}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      <div class="row">
        <CopyButton text={text} name={name} disabled={waits} onRefused={() => area.current?.select()} />
        {typed !== undefined && typed !== value && (
          <button type="button" class="button quiet" onClick={() => onType(undefined)}>
            {t('handoverRefill')}
          </button>
        )}
        <span id={`${id}-count`} class={over > 0 ? 'handover-count is-over' : 'handover-count'}>
          {limit === undefined
            ? t('handoverCount', formatNumber(countCharacters(text)))
            : t('handoverCountOf', formatNumber(countCharacters(text)), formatNumber(limit))}
        </span>
        <span class="small handover-over" role="status">
          {over > 0 && t('handoverOver', formatNumber(over))}
        </span>
      </div>
      <div id={`${id}-cut`} class="muted small">
        {typed === undefined && cut.map((each) => <p key={each.what}>{cutWords(each)}</p>)}
      </div>
      {cut.map(
        (each) => each.what === 'addresses' && <LeftAddresses key={each.what} addresses={each.addresses} />,
      )}
    </div>
  );
}

/** For another report of the same matter. */
function LeftAddresses({ addresses }: { addresses: readonly string[] }) {
  return (
    <details class="small">
      <summary>{t('handoverLeftAddresses')}</summary>
      <ul class="handover-left">
        {addresses.map((address) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
    </details>
  );
}

interface ChoiceFieldProps extends HandoverFieldProps {
  options: readonly string[];
  isReason: boolean;
}

/** What can be chosen stays in the form's own words: they are to be found again there. */
function ChoiceField({
  filled: { field, value },
  typed,
  onType,
  waits,
  options,
  isReason,
}: ChoiceFieldProps) {
  const id = useId();
  const chosen = typed ?? value;
  const name = localized(field.label);
  return (
    <div class="handover-field">
      <label class="handover-label" for={id}>
        {name}
        {field.required && <Required />}
      </label>
      {options.length === 0 ? (
        <p id={id} class="muted small">
          {t('handoverNoOptions')}
        </p>
      ) : (
        <div class="row">
          <select
            id={id}
            class="handover-select"
            value={chosen}
            onChange={({ currentTarget }) => onType(currentTarget.value)}
          >
            <option value="">{t('handoverChoose')}</option>
            {options.map((option) => (
              <option key={option} value={option} lang="zh-CN">
                {option}
              </option>
            ))}
          </select>
          <CopyButton text={chosen} name={name} disabled={waits} />
          {isReason && value !== '' && chosen === value && (
            <span class="muted small">{t('handoverReasonSuggested')}</span>
          )}
        </div>
      )}
    </div>
  );
}
