import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/findings.css';
import './style.css';
import { browser } from '#imports';
import { language, localized, t } from '@/utils/i18n';
import { categoryChoices } from '@/utils/rules/describe';
import { ReportStore } from '@/utils/storage/reports';
import { App } from './App';

document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';
document.title = t('extName');

const names = new Map(categoryChoices.map(({ id, name }) => [id, name]));
const store = new ReportStore(browser.runtime.getManifest().version);

function categoryName(id: string): string {
  const name = names.get(id);
  return name ? localized(name) : id;
}

const root = document.getElementById('app');
if (root) render(<App store={store} categoryName={categoryName} />, root);
