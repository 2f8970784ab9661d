import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PreferencesProvider } from '../staff/preferences/preferences-context.tsx';
import { App } from './app.tsx';
import '../staff/styles/tokens.css';
import '../staff/styles/base.css';
import '../staff/styles/controls.css';
import '../staff/styles/overlays.css';
import '../staff/styles/fields.css';
import '../staff/styles/gate.css';
import '../staff/styles/sections.css';
import '../staff/styles/charts.css';
import './styles/frame.css';
import './styles/library.css';
import './styles/article.css';
import './styles/aside.css';
import './styles/publish.css';
import './styles/settings.css';
import './styles/gaps.css';
import './styles/figures.css';
import './styles/import.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <PreferencesProvider>
      <App />
    </PreferencesProvider>
  </StrictMode>,
);
