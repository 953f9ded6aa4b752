import { useState } from 'preact/hooks';
import { browser } from '#imports';
import { type BackupPlan, NO_PLAN } from '@/utils/backup/plan';
import { t } from '@/utils/i18n';
import { backupPlan } from '@/utils/storage/settings';
import { DOWNLOADS } from './use-may-download';

/** Asks the browser for what a plan needs, and gives it back when there is none any more. */
export function usePlanning() {
  const [problem, setProblem] = useState<string>();

  async function attempt(change: () => Promise<string | undefined>): Promise<void> {
    try {
      setProblem(await change());
    } catch (error) {
      setProblem(t('backupNotPlanned', error instanceof Error ? error.message : String(error)));
    }
  }

  return {
    problem,
    /** To be called within a click. @param plan what shall hold once it is allowed */
    turn: (on: boolean, plan: BackupPlan = { every: 'day' }) => {
      // Before anything is waited for: the browser asks only within the click.
      const asked = on ? browser.permissions.request(DOWNLOADS) : undefined;
      return attempt(async () => {
        if (asked && !(await asked)) return t('backupRefused');
        await backupPlan.setValue(on ? plan : NO_PLAN);
        if (!on) await browser.permissions.remove(DOWNLOADS);
        return undefined;
      });
    },
    choose: (every: BackupPlan['every']) =>
      attempt(async () => {
        await backupPlan.setValue({ every });
        return undefined;
      }),
  };
}
