import { formatNumber, t } from '../../utils/i18n';
import type { Report } from '../../utils/model/report';
import { headline } from '../headline';
import { StatusTag } from '../StatusButtons';

export interface CopyChoiceProps {
  copies: readonly Report[];
  /** Copies beyond those that are shown. */
  more: number;
  chosen: ReadonlySet<string>;
  siteName: (id: string) => string;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Which copies of a post go along as one case. */
export function CopyChoice({ copies, more, chosen, siteName, onChoose }: CopyChoiceProps) {
  const all = copies.every(({ id }) => chosen.has(id));
  return (
    <fieldset class="handover-copies">
      <legend class="handover-label">
        {t('handoverCopies', formatNumber(chosen.size), formatNumber(copies.length))}
      </legend>
      <button
        type="button"
        class="button quiet"
        onClick={() => onChoose(new Set(all ? [] : copies.map(({ id }) => id)))}
      >
        {t(all ? 'handoverCopiesNone' : 'handoverCopiesAll')}
      </button>
      <ul>
        {copies.map((report) => (
          <li key={report.id}>
            <label class="handover-option">
              <input
                type="checkbox"
                checked={chosen.has(report.id)}
                onChange={({ currentTarget }) => onChoose(toggled(chosen, report.id, currentTarget.checked))}
              />
              <span>
                {headline(report)} <StatusTag status={report.status} />
                <span class="muted small handover-of">
                  {[siteName(report.post.site), report.post.author.name].filter(Boolean).join(' · ')}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="muted small">{t('copyMore', formatNumber(more))}</p>}
    </fieldset>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
