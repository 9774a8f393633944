import { useEffect } from 'react';
import type { ImportSettings } from '../../../api/importSettings.ts';
import { Waiting } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, choose } from '../../place.ts';
import { ColumnsEditor } from './ColumnsEditor.tsx';
import { sizeText } from './DropFile.tsx';
import { FirstRows } from './FirstRows.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportReportView } from './ImportReportView.tsx';
import { removeImport } from './importClient.ts';
import { QuarantineView } from './QuarantineView.tsx';
import { RefusedImport } from './RefusedImport.tsx';
import { SeriesTable } from './SeriesTable.tsx';
import { SettingsEditor } from './SettingsEditor.tsx';
import { StoredEditor } from './StoredEditor.tsx';
import { StoredSeries } from './StoredSeries.tsx';
import { TrialText } from './TrialText.tsx';
import { useImport } from './useImport.ts';

/** A file that was sent: its preview and settings, the import as it goes, and what came of it. */
export function OpenedImport({
  id,
  initial,
  onTokenRefused,
}: {
  readonly id: string;
  readonly initial: ImportSettings;
  readonly onTokenRefused: () => void;
}) {
  const { t, language } = useLanguage();
  const { state, preview, previewing, settings, error, change, start, cancel } = useImport(id, initial);
  useEffect(() => {
    if (error?.code === 'token-needed') onTokenRefused();
  }, [error, onTokenRefused]);
  const another = () => {
    if (state?.state !== 'running') void removeImport(id);
    choose({ import: null, vintage: null, reason: null, from: null });
  };
  const anotherButton = (
    <button type="button" className="btn" onClick={another}>
      {t({ ru: 'Другой файл', en: 'Another file' })}
    </button>
  );
  if (state === null) {
    return error === null ? (
      <Waiting height={240} />
    ) : (
      <>
        <RefusedImport error={error} />
        <p className="buttons">{anotherButton}</p>
      </>
    );
  }
  const title = (
    <p className="file-name">
      <b>{state.name}</b> <span className="mut">{sizeText(state.bytes, language)}</span>
    </p>
  );
  if (state.state === 'running')
    return (
      <section className="sec" id="import">
        {title}
        <ImportProgress progress={state.progress} />
        {error === null ? null : <RefusedImport error={error} />}
        <p className="buttons">
          <button type="button" className="btn" onClick={cancel}>
            {t({ ru: 'Отменить загрузку', en: 'Cancel the import' })}
          </button>
        </p>
      </section>
    );
  if (state.state === 'stored' && state.series !== null)
    return (
      <section className="sec" id="import">
        <h2>
          {state.series.manifest.alreadyStored
            ? t({ ru: 'Этот файл уже был загружен', en: 'This file was stored already' })
            : t({ ru: 'Загружено', en: 'Imported' })}
        </h2>
        {title}
        <StoredSeries report={state.series} />
        <p className="buttons">
          <a className="btn primary" href={addressOf('world', null)}>
            {t({ ru: 'Сравнить страны', en: 'Compare countries' })}
          </a>
          {anotherButton}
        </p>
      </section>
    );
  if (state.state === 'stored' && state.report !== null)
    return (
      <>
        <section className="sec" id="import">
          <h2>
            {state.report.manifest.alreadyStored
              ? t({ ru: 'Этот файл уже был загружен', en: 'This file was stored already' })
              : t({ ru: 'Загружено', en: 'Imported' })}
          </h2>
          {title}
          <ImportReportView report={state.report} />
          <p className="buttons">
            <a className="btn primary" href={`/?lang=${language}`}>
              {t({ ru: 'Смотреть обзор', en: 'See the overview' })}
            </a>
            {anotherButton}
          </p>
        </section>
        <QuarantineView vintage={state.report.data[0]?.vintage ?? null} />
      </>
    );
  const problem = preview?.data.problem ?? null;
  const isSeries = preview?.data.source === 'wdi';
  const shown = error ?? state.error;
  return (
    <section className="sec" id="import" aria-busy={previewing}>
      <h2>{t({ ru: 'Так файл прочитан', en: 'The file as read' })}</h2>
      {title}
      {shown === null || shown.code === 'import-cancelled' ? null : <RefusedImport error={shown} />}
      {preview === null ? (
        error === null ? (
          <Waiting height={300} />
        ) : (
          <p className="buttons">{anotherButton}</p>
        )
      ) : (
        <>
          {problem === null || shown !== null ? null : <RefusedImport error={problem} />}
          <TrialText trial={preview.data.trial} />
          <SettingsEditor preview={preview} settings={settings} change={change} />
          {isSeries ? null : <StoredEditor settings={settings} change={change} />}
          {preview.data.series === null ? null : <SeriesTable series={preview.data.series} />}
          {isSeries ? null : <ColumnsEditor preview={preview} settings={settings} change={change} />}
          <FirstRows preview={preview} />
          <p className="buttons at-hand">
            <button
              type="button"
              className="btn primary"
              disabled={previewing || problem !== null}
              onClick={() => start(preview.manifest.settings)}
            >
              {t({ ru: 'Загрузить', en: 'Import' })}
            </button>
            {anotherButton}
            <span className="sm mut" role="status">
              {previewing
                ? t({ ru: 'Читаю заново…', en: 'Reading anew…' })
                : problem === null
                  ? ''
                  : t({
                      ru: 'Сначала нужно исправить то, что сказано выше.',
                      en: 'First what is said above has to be set right.',
                    })}
            </span>
          </p>
        </>
      )}
    </section>
  );
}
