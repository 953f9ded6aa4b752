import type { ComponentChildren } from 'preact';
import { formatTime, type MessageKey, t } from '../../utils/i18n';
import { type Account, plainName } from '../../utils/model/account';
import type { Report } from '../../utils/model/report';
import { AnswerList } from '../AnswerList';
import { claimsOf } from '../media/MatchedFiles';
import { StatusTag } from '../StatusButtons';
import { actionWord } from '../words';
import { ACCOUNT_FIELDS, type AccountField, differences } from './account-differences';
import { accountName } from './account-name';
import { Section } from './Section';

export interface AccountsSectionProps {
  report: Report;
  categoryName: (id: string) => string;
  /** Makes theirs what stands here. */
  onTake: (field: AccountField, account: Account) => void;
}

const NAMES = {
  status: 'accountStatus',
  categories: 'accountCategories',
  note: 'accountNote',
  answers: 'accountAnswers',
  tags: 'accountTags',
} as const satisfies Record<AccountField, MessageKey>;

/** What other reviewers say of the post, each for themselves. */
export function AccountsSection({ report, categoryName, onTake }: AccountsSectionProps) {
  const { accounts = [], adopted, statusFrom } = report;
  if (accounts.length === 0) return null;
  const nameOf = (id: string) =>
    accountName(accounts.find(({ reviewer }) => reviewer.id === id)?.reviewer ?? { id });
  return (
    <Section title={t('accountTitle')}>
      {adopted !== undefined && <p>{t('accountAdopted', nameOf(adopted))}</p>}
      {adopted === undefined && statusFrom !== undefined && (
        <p>{t('accountStatusFrom', nameOf(statusFrom))}</p>
      )}
      <ul class="accounts">
        {accounts.map((account) => (
          <li key={account.reviewer.id}>
            <AccountView {...{ report, account, categoryName, onTake }} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AccountView({ report, account, categoryName, onTake }: AccountsSectionProps & { account: Account }) {
  const { reviewer, report: theirs, partial, masked } = account;
  const name = accountName(reviewer);
  const claims = claimsOf(theirs.mediaChecks ?? []);
  const differing = differences(report, account);
  const values: Record<AccountField, ComponentChildren> = {
    status: <StatusTag status={theirs.status} />,
    categories: theirs.categories.map(categoryName).join(t('listSeparator')),
    note: theirs.note && <span class="account-note">{theirs.note}</span>,
    answers: theirs.answers?.length ? (
      <AnswerList answers={theirs.answers} categoryName={categoryName} />
    ) : undefined,
    tags: theirs.tags?.join(t('listSeparator')),
  };
  return (
    <article class="account" aria-label={name}>
      <p class="account-head">
        <strong>{name}</strong>{' '}
        <span class="muted small">
          {t('accountWhen', formatTime(theirs.updatedAt))}
          {partial && ` · ${t('accountPartial')}`}
          {masked && ` · ${t('accountMasked')}`}
        </span>
      </p>
      <dl class="account-facts">
        {ACCOUNT_FIELDS.filter((field) => values[field]).map((field) => (
          <div key={field}>
            <dt>{t(NAMES[field])}</dt>
            <dd>{values[field]}</dd>
            {differing.has(field) && (
              <dd class="account-differs">
                <span class="account-differs-word small">{t('accountDiffers')}</span>
                <button
                  type="button"
                  class="button"
                  aria-label={t('accountTakeOf', t(NAMES[field]), name)}
                  onClick={() => onTake(field, account)}
                >
                  {t('accountTake')}
                </button>
              </dd>
            )}
          </div>
        ))}
        {claims.length > 0 && (
          <div>
            <dt>{t('mediaTitle')}</dt>
            <dd>{claims.join(' · ')}</dd>
          </div>
        )}
      </dl>
      {account.steps.length > 0 && <Steps account={account} />}
    </article>
  );
}

function Steps({ account: { steps } }: { account: Account }) {
  return (
    <details class="small">
      <summary>{t('accountSteps', steps.length)}</summary>
      <ol class="account-steps">
        {steps.map(({ at, action, by }, i) => (
          <li key={i}>
            {formatTime(at)} · {actionWord(action)}
            {by && ` · ${plainName(by)}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
