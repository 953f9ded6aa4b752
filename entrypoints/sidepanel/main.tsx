import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/findings.css';
import '@/components/page-panel.css';
import '@/components/toast.css';
import './style.css';
import { browser } from '#imports';
import { categoryName } from '@/utils/category-name';
import { language, t } from '@/utils/i18n';
import { ReportStore } from '@/utils/storage/reports';
import { App } from './App';

document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';
document.title = t('extName');

const store = new ReportStore(browser.runtime.getManifest().version);
const root = document.getElementById('app');
if (root) render(<App store={store} categoryName={categoryName} />, root);
