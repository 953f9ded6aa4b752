import { t } from '@/utils/i18n';

/** What verifying says about the reports, and what it cannot say. */
export function WhatItProves() {
  return (
    <div class="care-proves">
      <div>
        <h3>{t('careProvesTitle')}</h3>
        <ul>
          <li>{t('careProves')}</li>
        </ul>
      </div>
      <div>
        <h3>{t('careProvesNotTitle')}</h3>
        <ul>
          <li>{t('careProvesNotTruth')}</li>
          <li>{t('careProvesNotClock')}</li>
          <li>{t('careProvesNotRewrite')}</li>
        </ul>
      </div>
    </div>
  );
}
