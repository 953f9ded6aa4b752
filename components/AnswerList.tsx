import { localized, t } from '../utils/i18n';
import type { CheckAnswer } from '../utils/model/report';

export interface AnswerListProps {
  answers: readonly CheckAnswer[];
  categoryName: (id: string) => string;
}

/** The questions as they were put, by category, each with its answer. */
export function AnswerList({ answers, categoryName }: AnswerListProps) {
  return [...Map.groupBy(answers, ({ category }) => category)].map(([category, given]) => (
    <section key={category} class="answers">
      <h4>{categoryName(category)}</h4>
      <dl>
        {given.map(({ question, answer }) => (
          <div key={question.zh_CN}>
            <dt>{localized(question)}</dt>
            <dd>{t(answer === 'yes' ? 'answerYes' : 'answerNo')}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
