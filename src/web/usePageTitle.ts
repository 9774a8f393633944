import { useEffect } from 'react';

/** Names the page in the window's title and so in the history and in bookmarks. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} — Trajecta`;
  }, [title]);
}
