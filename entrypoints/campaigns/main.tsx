import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/findings.css';
import './style.css';
import './category.css';
import { language, t } from '@/utils/i18n';
import { App } from './App';

document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';
document.title = `${t('campaignsList')} · ${t('extName')}`;

const root = document.getElementById('app');
if (root) render(<App />, root);
