import { ImportJournal } from '@/components/exchange/ImportJournal';
import { Problem } from '@/components/Problem';
import { errorWords } from '@/utils/error-words';
import { t } from '@/utils/i18n';
import type { ReportStore } from '@/utils/storage/reports';
import { useLiveQuery } from '@/utils/storage/use-live-query';
import { useKept } from '../../care/kept';
import * as importing from './import-task';

/** The journal of imports, kept current by the database. */
export function ImportsSoFar({ store }: { store: ReportStore }) {
  const { step, undoing } = useKept(importing.importTaskOf(store));
  const { value, error, retry } = useLiveQuery(store, (each) => each.imports(), []);
  // The newest that runs is this page's own; one that is older was left behind by a crash.
  const writing = step.at === 'writing' ? value?.find(({ state }) => state !== 'done')?.id : undefined;
  return (
    <section class="exchange-section" aria-labelledby="imports-title">
      <h2 id="imports-title">{t('importSoFar')}</h2>
      {error && (
        <Problem text={t('errorNotLoaded', errorWords(error))} action={t('actionRetry')} onAction={retry} />
      )}
      {value && (
        <ImportJournal
          entries={value}
          writing={writing}
          undoing={undoing}
          onTakeBack={(id) => void importing.takeBack(store, id)}
          onStop={() => importing.stopTakingBack(store)}
        />
      )}
    </section>
  );
}
