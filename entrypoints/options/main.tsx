import { render } from 'preact';
import '../../components/theme.css';
import '../../components/table.css';
import '../../components/compare.css';
import '../../components/landscape.css';
import '../../components/audit.css';
import '../../components/given.css';
import './workspace.css';
import './views.css';
import './panels.css';
import './store.css';
import './evidence.css';
import { language, t } from '../../lib/i18n';
import { App } from './App';

document.documentElement.lang = language();
document.title = t('workspace_title');
const root = document.getElementById('app');
if (root) render(<App />, root);
