import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/findings.css';
import '@/components/picker.css';
import '@/components/picture.css';
import '@/components/toast.css';
import '@/components/key-help.css';
import '@/components/filters/filters.css';
import '@/components/queue/queue.css';
import './style.css';
import './detail.css';
import { browser } from '#imports';
import { language, t } from '@/utils/i18n';
import { ReportStore } from '@/utils/storage/reports';
import { reviewer } from '@/utils/storage/settings';
import { App } from './App';
import { names } from './names';

document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';
document.title = `${t('reportsTitle')} · ${t('extName')}`;

const store = new ReportStore(browser.runtime.getManifest().version, undefined, undefined, () =>
  reviewer.getValue(),
);
const root = document.getElementById('app');
if (root) render(<App store={store} names={names} />, root);
