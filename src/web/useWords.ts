import { useContext } from 'react';
import { type LevelWords, levelWords } from '../narrative/levelWords.ts';
import { WorkspaceContext } from './workspace.ts';

/** What regions, groups of them and the whole are called in the data of this workspace. */
export function useWords(): LevelWords {
  return levelWords(useContext(WorkspaceContext).data.country);
}
