import { useState } from 'react';

const key = 'trajecta-theme';

/** The theme that the reader has chosen, else that of the machine. */
function chosenTheme(): string {
  const kept = localStorage.getItem(key);
  if (kept === 'dark' || kept === 'light') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Called before anything is drawn, so that nothing flashes. */
export function applyTheme(): void {
  document.documentElement.dataset.theme = chosenTheme();
}

export function useTheme(): readonly [string, () => void] {
  const [theme, setTheme] = useState(chosenTheme);
  const change = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem(key, next);
    document.documentElement.dataset.theme = next;
    setTheme(next);
  };
  return [theme, change];
}
