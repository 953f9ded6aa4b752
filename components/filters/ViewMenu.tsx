import { t } from '../../utils/i18n';
import { Popover } from './Popover';

export interface NamedView {
  id: string;
  name: string;
  /** Comes with the extension and cannot be changed. */
  builtIn: boolean;
}

export interface ViewMenuProps {
  views: readonly NamedView[];
  current: NamedView;
  /** Stored views that another version wrote. */
  unread: number;
  onChoose: (id: string) => void;
}

/** All views; the one that is chosen closes the list. */
export function ViewMenu({ views, current, unread, onChoose }: ViewMenuProps) {
  const list = (heading: string, shown: readonly NamedView[], close: () => void) => (
    <fieldset class="menu-group">
      <legend class="menu-heading">{heading}</legend>
      {shown.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          class="menu-choice"
          data-option=""
          aria-current={id === current.id}
          tabIndex={id === current.id ? 0 : -1}
          onClick={() => {
            close();
            onChoose(id);
          }}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
  const own = views.filter(({ builtIn }) => !builtIn);
  return (
    <Popover
      name={t('viewTitle')}
      label={
        <>
          <span class="muted small">{t('viewTitle')}</span> <span class="view-name">{current.name}</span>
        </>
      }
    >
      {(close) => (
        <>
          {list(
            t('viewBuiltIn'),
            views.filter(({ builtIn }) => builtIn),
            close,
          )}
          {own.length > 0 && list(t('viewOwn'), own, close)}
          {own.length === 0 && <p class="muted small">{t('viewNoneSaved')}</p>}
          {unread > 0 && <p class="muted small">{t('viewUnread', unread)}</p>}
        </>
      )}
    </Popover>
  );
}
