import { useId } from 'preact/hooks';
import { localized, t } from '../utils/i18n';
import type { Localized } from '../utils/model/localized';
import type { CheckAnswer } from '../utils/model/report';

/** A person's answers to the questions of categories. Nothing is concluded from them. */
export interface AnswerSheet {
  answers: readonly CheckAnswer[];
  onAnswers: (answers: CheckAnswer[]) => void;
}

export interface CheckListProps {
  category: string;
  questions: readonly Localized[];
  sheet: AnswerSheet;
}

/** A category's questions, each with yes and no; an answer can be taken back. */
export function CheckList({ category, questions, sheet }: CheckListProps) {
  const answer = (question: Localized, value: CheckAnswer['answer'] | undefined) => {
    const others = sheet.answers.filter((each) => !isTo(each, category, question));
    sheet.onAnswers(value ? [...others, { category, question, answer: value }] : others);
  };
  return (
    <ol class="check-list">
      {questions.map((question) => (
        <li key={question.zh_CN}>
          <Question
            question={localized(question)}
            answer={sheet.answers.find((each) => isTo(each, category, question))?.answer}
            onAnswer={(value) => answer(question, value)}
          />
        </li>
      ))}
    </ol>
  );
}

/** How many of a category's questions have an answer. */
export function answeredOf({ category, questions, sheet }: CheckListProps): number {
  return questions.filter((question) => sheet.answers.some((each) => isTo(each, category, question))).length;
}

function isTo(answer: CheckAnswer, category: string, question: Localized): boolean {
  return answer.category === category && answer.question.zh_CN === question.zh_CN;
}

interface QuestionProps {
  question: string;
  answer: CheckAnswer['answer'] | undefined;
  onAnswer: (answer: CheckAnswer['answer'] | undefined) => void;
}

function Question({ question, answer, onAnswer }: QuestionProps) {
  const id = useId();
  const choice = (value: CheckAnswer['answer'], word: string) => (
    <label class="yes-no">
      <input type="radio" name={id} checked={answer === value} onChange={() => onAnswer(value)} />
      {word}
    </label>
  );
  const clear = (button: HTMLButtonElement) => {
    // The button goes away with the answer.
    button.parentElement?.querySelector('input')?.focus();
    onAnswer(undefined);
  };
  return (
    <div class="question" role="radiogroup" aria-labelledby={`${id}-question`}>
      <span id={`${id}-question`}>{question}</span>
      <span class="answers">
        {choice('yes', t('answerYes'))}
        {choice('no', t('answerNo'))}
        {answer && (
          <button
            type="button"
            class="quiet"
            aria-label={t('answerClear')}
            title={t('answerClear')}
            onClick={(event) => clear(event.currentTarget)}
          >
            <span aria-hidden="true">×</span>
          </button>
        )}
      </span>
    </div>
  );
}
