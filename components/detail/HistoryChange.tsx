import { localized, t } from '../../utils/i18n';
import type { Handover } from '../../utils/model/handover';
import type { CheckAnswer, ReportStatus } from '../../utils/model/report';
import { handoverWords } from '../handover/handover-words';
import { statusWord } from '../words';
import type { FieldChange, Told } from './history-steps';

export interface HistoryChangeProps {
  change: FieldChange;
  categoryName: (id: string) => string;
}

/** Longer texts are folded away. */
const SHORT = 60;

/** One field of one change: what was there before, and what after where that is known. */
export function HistoryChange({ change, categoryName }: HistoryChangeProps) {
  switch (change.field) {
    case 'status':
      return <FromTo {...words(change, (status: ReportStatus) => statusWord(status))} />;
    case 'assignee':
      return <FromTo {...words(change, (name: string) => name)} />;
    case 'note':
      return <FromTo {...words(change, (note: string) => note)} />;
    case 'categories':
      return <SetChange {...change} name={categoryName} />;
    case 'tags':
      return <SetChange {...change} name={(tag) => tag} />;
    case 'answers':
      return <AnswerChange {...change} />;
    case 'handovers':
      return <HandoverChange {...change} />;
  }
}

/** Both sides in words; `to` is absent where it is not known any more. */
function words<T extends string>(
  { from, to }: { from: T | undefined; to: Told<T> },
  word: (value: T) => string,
): { from: string; to: string | undefined } {
  const tell = (value: T | undefined) => (value ? word(value) : t('valueEmpty'));
  return { from: tell(from), to: to === 'unknown' ? undefined : tell(to.value) };
}

function FromTo({ from, to }: { from: string; to: string | undefined }) {
  if (to === undefined) return <p class="muted">{t('historyBefore', from)}</p>;
  const sides = [from, to] as const;
  if (sides.every((side) => side.length <= SHORT)) {
    return (
      <p class="history-change">
        <span class="muted">{from}</span> <Arrow /> <span>{to}</span>
      </p>
    );
  }
  return (
    <details>
      <summary>{t('historyTexts')}</summary>
      <dl class="history-texts">
        <dt>{t('historyTextBefore')}</dt>
        <dd>{from}</dd>
        <dt>{t('historyTextAfter')}</dt>
        <dd>{to}</dd>
      </dl>
    </details>
  );
}

function Arrow() {
  return (
    <>
      <span aria-hidden="true">→</span>
      <span class="visually-hidden">{t('historyTo')}</span>
    </>
  );
}

interface SetChangeProps {
  from: readonly string[] | undefined;
  to: Told<readonly string[]>;
  name: (member: string) => string;
}

function SetChange({ from = [], to, name }: SetChangeProps) {
  const list = (members: readonly string[]) => members.map(name).join(t('listSeparator'));
  if (to === 'unknown') return <FromTo from={list(from) || t('valueEmpty')} to={undefined} />;
  const now = to.value ?? [];
  const added = now.filter((member) => !from.includes(member));
  const dropped = from.filter((member) => !now.includes(member));
  return (
    <>
      {added.length > 0 && <p class="history-change">{t('historyAdded', list(added))}</p>}
      {dropped.length > 0 && <p class="history-change">{t('historyDropped', list(dropped))}</p>}
    </>
  );
}

function AnswerChange({ from = [], to }: { from: CheckAnswer[] | undefined; to: Told<CheckAnswer[]> }) {
  if (to === 'unknown') return null;
  const nameOf = ({ category, question }: CheckAnswer) => `${category} ${question.zh_CN}`;
  const before = new Map(from.map((each) => [nameOf(each), each]));
  const after = new Map((to.value ?? []).map((each) => [nameOf(each), each]));
  const changed = [...new Map([...before, ...after])].filter(
    ([name]) => before.get(name)?.answer !== after.get(name)?.answer,
  );
  return changed.map(([name, { question }]) => (
    <p key={name} class="history-change">
      {localized(question)} <span class="muted">{answerWord(before.get(name))}</span> <Arrow />{' '}
      {answerWord(after.get(name))}
    </p>
  ));
}

function answerWord(given: CheckAnswer | undefined): string {
  if (!given) return t('valueEmpty');
  return t(given.answer === 'yes' ? 'answerYes' : 'answerNo');
}

/** Those that came, went or were changed. */
function HandoverChange({ from = [], to }: Extract<FieldChange, { field: 'handovers' }>) {
  const lines = (all: readonly Handover[]) => new Map(all.map((each) => [each.id, handoverWords(each)]));
  const before = lines(from);
  if (to === 'unknown')
    return <FromTo from={[...before.values()].join('\n') || t('valueEmpty')} to={undefined} />;
  const after = lines(to.value ?? []);
  return [...new Map([...before, ...after]).keys()]
    .filter((id) => before.get(id) !== after.get(id))
    .map((id) => (
      <FromTo key={id} from={before.get(id) ?? t('valueEmpty')} to={after.get(id) ?? t('valueEmpty')} />
    ));
}
