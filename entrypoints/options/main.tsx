import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/picture-choices.css';
import '@/components/toast.css';
import './style.css';
import './media-sites.css';
import { language, t } from '@/utils/i18n';
import { App } from './App';

document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';
document.title = `${t('optionsTitle')} · ${t('extName')}`;

const root = document.getElementById('app');
if (root) render(<App />, root);
