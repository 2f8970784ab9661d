import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { PreferencesProvider } from '../staff/preferences/preferences-context.tsx';
import '../staff/styles/tokens.css';
import '../staff/styles/base.css';
import '../staff/styles/controls.css';
import '../staff/styles/overlays.css';
import '../staff/styles/fields.css';
import '../staff/styles/gate.css';
import '../staff/styles/account.css';
import './styles/workspace.css';
import './styles/queue.css';
import './styles/lists.css';
import './styles/conversation.css';
import './styles/messages.css';
import './styles/composer.css';
import './styles/moves.css';
import './styles/threads.css';
import './styles/enclosures.css';
import './styles/composing.css';
import './styles/facts.css';
import './styles/case.css';
import './styles/assist.css';
import '../staff/styles/sections.css';
import '../staff/styles/charts.css';
import './styles/supervise.css';
import './styles/settings.css';
import './styles/search.css';
import './styles/audit.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <PreferencesProvider>
      <App />
    </PreferencesProvider>
  </StrictMode>,
);
