import { type DragEvent, useRef, useState } from 'react';
import type { Refusal } from '../../../api/refusal.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { Refused } from '../../answers.ts';
import { useLanguage } from '../../language.ts';
import { type Sending, sendFile } from './importClient.ts';
import { RefusedImport } from './RefusedImport.tsx';

/** The place to drop files, or to choose them; they are sent at once, and how much has gone is told. */
export function DropFile({
  maximumBytes,
  onReceived,
  onTokenRefused,
}: {
  readonly maximumBytes: number;
  readonly onReceived: (id: string) => void;
  readonly onTokenRefused: () => void;
}) {
  const { t, language } = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [part, setPart] = useState<{ readonly name: string; readonly part: number } | null>(null);
  const [error, setError] = useState<Refusal['error'] | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const send = (files: FileList | null) => {
    setError(null);
    void sendAll([...(files ?? [])], null);
  };
  /** One after another; the first received is opened, the others stand in the list of files. */
  const sendAll = async (files: readonly File[], opened: string | null): Promise<void> => {
    const [file, ...others] = files;
    if (file === undefined) {
      if (opened !== null) onReceived(opened);
      return;
    }
    const id = file.size > maximumBytes ? tooMuch(file) : await sendOne(file, others.length);
    return id === 'stopped' ? undefined : sendAll(others, opened ?? id);
  };
  const tooMuch = (file: File): null => {
    setError(tooLarge(file.name, maximumBytes));
    return null;
  };
  const sendOne = async (file: File, left: number): Promise<string | null | 'stopped'> => {
    const told =
      left === 0
        ? file.name
        : t({ ru: `${file.name}, ещё файлов: ${left}`, en: `${file.name}, ${left} more` });
    setPart({ name: told, part: 0 });
    const now = sendFile(file, (gone) => setPart({ name: told, part: gone }));
    setSending(now);
    try {
      return (await now.answer).data.id;
    } catch (why) {
      if (!(why instanceof Refused)) return 'stopped';
      setError(why.error);
      if (why.status === 401) onTokenRefused();
      return why.status === 401 ? 'stopped' : null;
    } finally {
      setPart(null);
      setSending(null);
      if (field.current !== null) field.current.value = '';
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files);
  };
  return (
    <>
      {error === null ? null : <RefusedImport error={error} />}
      {part === null ? (
        <label
          className={over ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <input
            ref={field}
            type="file"
            multiple
            className="vh"
            onChange={(event) => send(event.target.files)}
          />
          <span className="drop-head">{t({ ru: 'Перетащите файлы сюда', en: 'Drop files here' })}</span>
          <span>
            {t({ ru: 'или', en: 'or' })}{' '}
            <span className="lk">{t({ ru: 'выберите их на диске', en: 'choose them on the disk' })}</span>
          </span>
          <small>
            {t({ ru: 'один или несколько, каждый до', en: 'one or several, each up to' })}{' '}
            {sizeText(maximumBytes, language)}
          </small>
        </label>
      ) : (
        <div className="drop" role="status">
          <span className="drop-head">{part.name}</span>
          <progress value={part.part} max={1} aria-label={t({ ru: 'Отправлено', en: 'Sent' })} />
          <span>
            {part.part < 1
              ? `${t({ ru: 'Отправлено', en: 'Sent' })} ${formatNumber(part.part * 100, 0, language)}${language === 'ru' ? '\u202f' : ''}%`
              : t({ ru: 'Файл принимается…', en: 'The file is being taken in…' })}{' '}
            <button type="button" className="lk" onClick={() => sending?.stop()}>
              {t({ ru: 'Отменить', en: 'Cancel' })}
            </button>
          </span>
        </div>
      )}
    </>
  );
}

/** @example sizeText(4e9, 'ru') // '4 ГБ' */
export function sizeText(bytes: number, language: 'ru' | 'en'): string {
  const units = [
    { at: 1e9, ru: 'ГБ', en: 'GB' },
    { at: 1e6, ru: 'МБ', en: 'MB' },
    { at: 1e3, ru: 'КБ', en: 'KB' },
  ];
  const unit = units.find(({ at }) => bytes >= at);
  if (unit === undefined) return `${bytes}\u00a0${language === 'ru' ? 'байт' : 'bytes'}`;
  const scaled = bytes / unit.at;
  return `${formatNumber(scaled, scaled < 10 && !Number.isInteger(scaled) ? 1 : 0, language)}\u00a0${unit[language]}`;
}

function tooLarge(name: string, maximumBytes: number): Refusal['error'] {
  return {
    code: 'too-large',
    message: {
      ru: `Файл ${name} больше ${sizeText(maximumBytes, 'ru')} — столько принимает этот сервер. Запакуйте его (gz, zip) или разделите по годам.`,
      en: `The file ${name} is larger than ${sizeText(maximumBytes, 'en')}, which is what this server takes. Pack it (gz, zip) or part it by years.`,
    },
  };
}
