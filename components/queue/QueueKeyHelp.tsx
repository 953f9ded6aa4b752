import { t } from '../../utils/i18n';
import { Modal } from './Modal';
import { TRIAGE_KEYS } from './triage-keys';

/** All keys of the queue in one dialog. */
export function QueueKeyHelp({ lettersOff, onClose }: { lettersOff: boolean; onClose: () => void }) {
  return (
    <Modal title={t('queueKeysTitle')} class="queue-keys key-help" onClose={onClose}>
      {lettersOff && <p class="hint">{t('queueKeysOff')}</p>}
      <div class="queue-keys-groups">
        {TRIAGE_KEYS.map(({ title, keys }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {keys.map(({ shown, message }) => (
                <div key={message}>
                  <dt>
                    {shown.split('  ').map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{t(message)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="hint">{t('queueKeysHint')}</p>
    </Modal>
  );
}
