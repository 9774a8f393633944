import { useState } from 'react';
import type { ImportSettings } from '../../../api/importSettings.ts';
import type { ImportPreview, ImportState } from '../../../api/imports.ts';
import type { Refusal } from '../../../api/refusal.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import { forgetAnswers, Refused } from '../../answers.ts';
import { useLanguage } from '../../language.ts';
import { addressOf } from '../../place.ts';
import { importStored } from '../../workspace.ts';
import { sizeText } from './DropFile.tsx';
import { importOf, previewOf, startImport, watchImport } from './importClient.ts';
import { inWordsOfPage } from './inWordsOfPage.ts';

const stateNames: Readonly<Record<ImportState['state'], TwoLanguages>> = {
  received: { ru: 'ждёт', en: 'waiting' },
  running: { ru: 'загружается', en: 'being imported' },
  stored: { ru: 'загружен', en: 'imported' },
  refused: { ru: 'не загружен', en: 'not imported' },
  cancelled: { ru: 'отменён', en: 'cancelled' },
};

/** What stands in the way of a file. It outlives the page, which is put up anew once the workspace is no longer empty. */
const problems = new Map<string, Refusal['error']>();

/** The files sent since the server was started, what became of each, and the way to import those that wait. */
export function FileList({
  files,
  opened,
  initial,
  changed,
}: {
  readonly files: readonly ImportState[];
  readonly opened: string | null;
  /** Of the first file of trade: demonstration data gives way to it. */
  readonly initial: ImportSettings;
  /** Asks for the list anew. */
  readonly changed: () => void;
}) {
  const { t, language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const waiting = files.filter((one) => one.state === 'received');
  if (files.length < 2) return null;
  const importAll = async () => {
    setBusy(true);
    let given = initial;
    for (const { id } of waiting) {
      const { problem, isTrade } = await importAsDetected(id, given);
      if (problem !== null) problems.set(id, problem);
      else if (isTrade) given = {};
      changed();
    }
    setBusy(false);
    forgetAnswers();
  };
  return (
    <section className="sec" id="files">
      <h2>{t({ ru: 'Файлы', en: 'Files' })}</h2>
      <ul className="plain files">
        {files.map((one) => {
          const problem = problems.get(one.id) ?? one.error;
          return (
            <li key={one.id} aria-current={one.id === opened ? 'true' : undefined}>
              <a href={addressOf('data', null, { import: one.id })}>{one.name}</a>{' '}
              <span className="mut">
                {sizeText(one.bytes, language)} · {t(stateNames[one.state])}
              </span>
              {one.state === 'stored' || problem === null ? null : (
                <small> {inWordsOfPage(problem.message[language], language)}</small>
              )}
            </li>
          );
        })}
      </ul>
      {waiting.length < 2 ? null : (
        <p className="buttons">
          <button type="button" className="btn" disabled={busy} onClick={() => void importAll()}>
            {busy
              ? t({ ru: 'Загружаю по очереди…', en: 'Importing in turn…' })
              : t({
                  ru: `Загрузить все, как определено: ${waiting.length}`,
                  en: `Import all ${waiting.length} as detected`,
                })}
          </button>
        </p>
      )}
    </section>
  );
}

/** Imports a file by what was told from it; what stands in the way, or null. */
async function importAsDetected(
  id: string,
  given: ImportSettings,
): Promise<{ readonly problem: Refusal['error'] | null; readonly isTrade: boolean }> {
  try {
    const preview = await previewInTurn(id, given);
    const isTrade = preview.data.source !== 'wdi';
    if (preview.data.problem !== null) return { problem: preview.data.problem, isTrade };
    await startImport(id, preview.manifest.settings);
    await new Promise<void>((resolve) => {
      const ended = (state: ImportState) => {
        if (state.state !== 'running') resolve();
      };
      watchImport(id, ended, () => resolve());
    });
    const { data } = await importOf(id);
    importStored(data);
    return { problem: data.error, isTrade };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.error, isTrade: false };
    throw error;
  }
}

const tries = 20;

/** A preview that waits its turn: the file that is open asks for one of its own, and one calls off the other. */
async function previewInTurn(id: string, given: ImportSettings): Promise<ImportPreview> {
  for (let left = tries; ; left -= 1) {
    try {
      return await previewOf(id, given, new AbortController().signal);
    } catch (why) {
      const isTaken =
        why instanceof Refused && ['import-cancelled', 'too-busy'].includes(why.error.code) && left > 1;
      if (!isTaken) throw why;
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  }
}
