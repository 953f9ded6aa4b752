import { t } from '../utils/i18n';

/** Where help is, said before a report is offered: minors or self-harm may be concerned. */
export function HelpNotice({ id }: { id?: string }) {
  return (
    <p class="help-first" role="note" {...(id && { id })}>
      {t('helpFirst')}
    </p>
  );
}
