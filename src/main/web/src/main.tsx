import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { App } from './app';
import { loadLanguage } from './platform/i18n';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

await loadLanguage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
