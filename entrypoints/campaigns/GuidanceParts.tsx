import { localized, t } from '@/utils/i18n';
import type { GuidedCategory } from '@/utils/rules/schema';

/** What a person asks before reporting, is reminded of, and never reports. */
export function GuidanceParts({ guidance: { checklist, safeguards } }: { guidance: GuidedCategory }) {
  return (
    <>
      <section>
        <h4>{t('guidanceQuestions')}</h4>
        <ol class="questions">
          {checklist.map((question) => (
            <li key={question.zh_CN}>{localized(question)}</li>
          ))}
        </ol>
      </section>
      <div class="safeguards">
        <section>
          <h4>{t('guidanceReminder')}</h4>
          <p>{localized(safeguards.reminder)}</p>
        </section>
        <section>
          <h4>{t('guidanceNever')}</h4>
          <p>{localized(safeguards.never)}</p>
        </section>
      </div>
    </>
  );
}
