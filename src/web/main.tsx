import { createRoot } from 'react-dom/client';
import { ask, takeAnswersOfPage } from './answers.ts';
import { App } from './app.tsx';
import { loadPage } from './loadedPage.ts';
import { moduleOf } from './pages.ts';
import { placeNow } from './place.ts';
import { applyTheme } from './theme.ts';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/analysis.css';
import './style/narrow.css';

/** The frame of the page is not held back longer than this for what is to stand in it. */
const mostMilliseconds = 200;

/** The page's own file, and the answers that its HTML has sent for: they are on their way already. */
async function firstShown(): Promise<void> {
  const links = [...document.querySelectorAll('link[rel="preload"][as="fetch"]')];
  const answers = links.map((link) => ask(link.getAttribute('href') ?? ''));
  // Who shows an answer says what became of it.
  await Promise.allSettled([...answers, loadPage(moduleOf(placeNow().page))]);
}

applyTheme();
takeAnswersOfPage();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the dashboard');
await Promise.race([firstShown(), new Promise((resolve) => setTimeout(resolve, mostMilliseconds))]);
createRoot(root).render(<App />);
