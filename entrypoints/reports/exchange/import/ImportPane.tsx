import '@/components/exchange/import.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ImportProgress } from '@/components/exchange/ImportProgress';
import { ImportStart } from '@/components/exchange/ImportStart';
import { Problem } from '@/components/Problem';
import type { Names } from '@/components/ReportDetail';
import type { Toasts } from '@/components/use-toast';
import { t } from '@/utils/i18n';
import { plainName } from '@/utils/model/account';
import type { ReportStore } from '@/utils/storage/reports';
import { useKept } from '../../care/kept';
import { ImportEnd } from './ImportEnd';
import { ImportPreviewPart } from './ImportPreviewPart';
import { ImportsSoFar } from './ImportsSoFar';
import * as importing from './import-task';
import { stepWords } from './step-words';

export interface ImportPaneProps {
  store: ReportStore;
  names: Pick<Names, 'category'>;
  toasts: Toasts;
}

/** Files that come in: choosing one, seeing what it would do, importing it, and taking it back. */
export function ImportPane({ store, names, toasts }: ImportPaneProps) {
  const task = importing.importTaskOf(store);
  const { step, problem } = useKept(task);
  const title = useStepFocus(step.at);

  async function run(): Promise<void> {
    const result = await importing.importFile(store);
    if (result?.state === 'done') {
      toasts.show(t('importDone'), () => void importing.takeBack(store, result.importId));
    }
  }
  return (
    <>
      <section class="exchange-section" aria-labelledby="import-title">
        <h2 id="import-title" tabIndex={-1} ref={title}>
          {t('importTitle')}
        </h2>
        {problem && (
          <Problem
            text={problem}
            action={t('actionClose')}
            onAction={() => task.update({ problem: undefined })}
          />
        )}
        <p role="status" class={step.at === 'ended' ? undefined : 'visually-hidden'}>
          {stepWords(step)}
        </p>
        {step.at === 'start' && <ImportStart onFile={(file) => void importing.readFile(store, file)} />}
        {step.at === 'reading' && (
          <ImportProgress
            what={t('importReading', plainName(step.file.name))}
            progress={{ ...step.going, of: 'bytes' }}
            onCancel={() => importing.cancel(store)}
          />
        )}
        {step.at === 'preview' && (
          <ImportPreviewPart
            step={step}
            names={names}
            onWhose={(whose) => void importing.sayWhose(store, whose)}
            onChoices={(choices) => importing.choose(store, choices)}
            onImport={() => void run()}
            onBack={() => importing.startAnew(store)}
          />
        )}
        {step.at === 'writing' && (
          <ImportProgress
            what={t(step.takingBack ? 'importTakingBack' : 'importWriting')}
            progress={{ ...step.going, of: step.takingBack ? 'entries' : 'bytes' }}
            {...(!step.takingBack && { onCancel: () => importing.cancel(store) })}
          />
        )}
        {step.at === 'ended' && <ImportEnd step={step} onAgain={() => importing.startAnew(store)} />}
      </section>
      <ImportsSoFar store={store} />
    </>
  );
}

/** The button that was pressed is gone with its step: the keyboard goes on at the title. */
function useStepFocus(at: importing.ImportStep['at']) {
  const title = useRef<HTMLHeadingElement>(null);
  const last = useRef(at);
  useLayoutEffect(() => {
    if (last.current !== at && document.activeElement === document.body) title.current?.focus();
    last.current = at;
  }, [at]);
  return title;
}
