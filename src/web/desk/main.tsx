import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { PreferencesProvider } from './preferences/preferences-context.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/overlays.css';
import './styles/gate.css';
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
import './styles/sections.css';
import './styles/supervise.css';
import './styles/settings.css';
import './styles/search.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <PreferencesProvider>
      <App />
    </PreferencesProvider>
  </StrictMode>,
);
