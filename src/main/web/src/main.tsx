import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { App } from './app';
import { loadLanguage } from './platform/i18n';
import { tokens } from './platform/sign-in';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

const LONGEST_WAIT_MS = 1_500;

// Who is here decides what is shown first; a server that is slow to say so is not waited for.
const known = tokens.ready()?.catch(() => false);
const waited = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
await Promise.all([loadLanguage(), Promise.race([known, waited])]);

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
