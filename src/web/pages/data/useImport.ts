import { useCallback, useEffect, useState } from 'react';
import type { ImportSettings } from '../../../api/importSettings.ts';
import type { ImportPreview, ImportState } from '../../../api/imports.ts';
import type { Refusal } from '../../../api/refusal.ts';
import { forgetAnswers, Refused } from '../../answers.ts';
import { importStored } from '../../workspace.ts';
import { cancelImport, importOf, previewOf, startImport, watchImport } from './importClient.ts';

export interface OpenImport {
  /** null: not known yet. */
  readonly state: ImportState | null;
  readonly preview: ImportPreview | null;
  /** Is a preview being made? */
  readonly previewing: boolean;
  readonly settings: ImportSettings;
  readonly error: Refusal['error'] | null;
  change(settings: ImportSettings): void;
  start(settings: ImportSettings): void;
  cancel(): void;
}

function errorOf(error: unknown): Refusal['error'] {
  if (error instanceof Refused) return error.error;
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: { ru: message, en: message } };
}

/** One import as the server has it: its state followed, its preview by the settings that the reader has made. */
export function useImport(id: string, initial: ImportSettings): OpenImport {
  const [state, setState] = useState<ImportState | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [previewing, setPreviewing] = useState(false);
  const [settings, setSettings] = useState<ImportSettings>(initial);
  const [error, setError] = useState<Refusal['error'] | null>(null);
  const kind = state?.state ?? null;

  useEffect(() => {
    let wanted = true;
    importOf(id).then(
      ({ data }) => {
        if (!wanted) return;
        setState(data);
        if (data.settings !== null) setSettings(data.settings);
      },
      (why: unknown) => wanted && setError(errorOf(why)),
    );
    return () => {
      wanted = false;
    };
  }, [id]);

  useEffect(() => {
    if (kind !== 'running') return;
    const lost = () => {
      importOf(id).then(
        ({ data }) => setState(data),
        (why: unknown) => setError(errorOf(why)),
      );
    };
    const heard = (now: ImportState) => {
      setState(now);
      // The pages show the new data, whatever they had been told before.
      if (now.state !== 'stored') return;
      importStored(now);
      forgetAnswers();
    };
    return watchImport(id, heard, lost);
  }, [id, kind]);

  const needsPreview = kind === 'received' || kind === 'refused' || kind === 'cancelled';
  useEffect(() => {
    if (!needsPreview) return;
    let wanted = true;
    const asking = new AbortController();
    // What is shown is not of these settings any more: nothing is started by it.
    setPreviewing(true);
    const timer = setTimeout(() => {
      previewOf(id, settings, asking.signal).then(
        (answer) => {
          if (!wanted) return;
          setPreview(answer);
          setPreviewing(false);
          setError(null);
        },
        (why: unknown) => {
          if (!wanted) return;
          setPreviewing(false);
          setError(errorOf(why));
        },
      );
    }, 150);
    return () => {
      wanted = false;
      clearTimeout(timer);
      asking.abort();
    };
  }, [id, settings, needsPreview]);

  const start = useCallback(
    (given: ImportSettings) => {
      setError(null);
      startImport(id, given).then(
        ({ data }) => setState(data),
        (why: unknown) => setError(errorOf(why)),
      );
    },
    [id],
  );
  const cancel = useCallback(() => {
    cancelImport(id).then(
      ({ data }) => setState(data),
      (why: unknown) => setError(errorOf(why)),
    );
  }, [id]);
  return { state, preview, previewing, settings, error, change: setSettings, start, cancel };
}
