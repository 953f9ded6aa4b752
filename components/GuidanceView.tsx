import { localized, t } from '../utils/i18n';
import type { Localized } from '../utils/model/localized';
import { type AnswerSheet, CheckList } from './CheckList';
import { HelpNotice } from './HelpNotice';

/** What a person is asked and reminded of before reporting under a category. */
export interface Guidance {
  checklist: readonly Localized[];
  reminder: Localized;
  /** What is never marked under the category. */
  never: Localized;
  /** Minors or self-harm may be concerned: help comes before a report. */
  help: boolean;
}

export interface GuidanceViewProps {
  /** Name of the category. */
  name: string;
  guidance: Guidance;
  /** Lets the questions be answered. */
  asked?: { category: string; sheet: AnswerSheet };
}

export function GuidanceView({ name, guidance, asked }: GuidanceViewProps) {
  const { checklist, reminder, never, help } = guidance;
  return (
    <section class="guidance">
      <h4>{name}</h4>
      {help && <HelpNotice />}
      <p class="term">{t('guidanceQuestions')}</p>
      {asked ? (
        <CheckList {...asked} questions={checklist} />
      ) : (
        <ol>
          {checklist.map((question) => (
            <li key={question.zh_CN}>{localized(question)}</li>
          ))}
        </ol>
      )}
      <p>
        <span class="term">{t('guidanceReminder')}</span> {localized(reminder)}
      </p>
      <p>
        <span class="term">{t('guidanceNever')}</span> {localized(never)}
      </p>
    </section>
  );
}
