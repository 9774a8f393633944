import { createRoot } from 'react-dom/client';
import { takeAnswersOfPage } from './answers.ts';
import { App } from './app.tsx';
import { applyTheme } from './theme.ts';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/analysis.css';
import './style/narrow.css';

applyTheme();
takeAnswersOfPage();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the dashboard');
createRoot(root).render(<App />);
